"""`gongtu prepare`."""

import argparse

from gongtu.ops.preparing import prepare

NAME = "prepare"
HELP = "Bring tables, static files and catalogues up to date; once, before many processes serve."
NEEDS_DJANGO = True


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """It takes none."""


def run(_args: argparse.Namespace) -> int:
    prepare()
    return 0
