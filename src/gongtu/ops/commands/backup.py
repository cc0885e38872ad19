"""`gongtu backup`."""

import argparse
from pathlib import Path

from django.utils import timezone

from gongtu.ops.copies import back_up

NAME = "backup"
HELP = "Copy the database and all files into a new folder, while the platform is in use."
NEEDS_DJANGO = True


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, help="where the new folder is made")


def run(args: argparse.Namespace) -> int:
    """Prints the folder made."""
    print(back_up(args.folder, timezone.localtime()))
    return 0
