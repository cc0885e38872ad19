"""`gongtu reencipher`."""

import argparse

from gongtu.engines.credentials import custody
from gongtu.parties import services as parties
from gongtu.parties.crypto import keyring

NAME = "reencipher"
HELP = "Encipher stored numbers, phones and keys anew, by the newest secret and the chosen cipher."
NEEDS_DJANGO = True


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    """It takes none."""


def run(_args: argparse.Namespace) -> int:
    """0; begun again after a stop, it goes on where it was."""
    print(f"by {keyring().writes.name}")
    print(f"numbers and phones: {parties.renew_ciphers()}")
    print(f"signing keys: {custody.renew_ciphers()}")
    return 0
