"""`gongtu docs`: the reference."""

import argparse
import sys

from gongtu.ops import reference

NAME = "docs"
HELP = "Write docs/reference from the declarations."
NEEDS_DJANGO = True


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--check", action="store_true", help="change nothing; 1 if a page is behind"
    )


def run(args: argparse.Namespace) -> int:
    """1 when asked to check and a page is behind the code."""
    behind = reference.stale() if args.check else reference.write()
    for name in behind:
        print(f"behind: {name}" if args.check else f"written: {name}", file=sys.stderr)
    return int(args.check and bool(behind))
