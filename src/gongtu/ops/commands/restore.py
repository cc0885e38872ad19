"""`gongtu restore`."""

import argparse
from pathlib import Path

from gongtu.ops.copies import restore

NAME = "restore"
HELP = "Put a backup in the place of the data; stop the platform first."
NEEDS_DJANGO = True


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, help="a folder that `gongtu backup` made")
    parser.add_argument("--overwrite", action="store_true", help="replace the data that are there")


def run(args: argparse.Namespace) -> int:
    """Refused, with exit status 1, when it would overwrite and nobody said it may."""
    restore(args.folder, overwrite=args.overwrite)
    print(f"已恢复 / restored: {args.folder}")
    return 0
