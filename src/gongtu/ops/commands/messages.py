"""`gongtu messages`: the English of the pages."""

import argparse
import sys

from gongtu.ops import messages

NAME = "messages"
HELP = "Collect what the pages say into locale/, so that it can be said in English."
NEEDS_DJANGO = True


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--check", action="store_true", help="change nothing; 1 if English is missing"
    )
    parser.add_argument("--compile", action="store_true", help="only write what Django reads")


def run(args: argparse.Namespace) -> int:
    """1 when anything is missing or no longer said."""
    if args.compile:
        messages.compile_catalogues()
        return 0
    gaps = messages.gaps() if args.check else messages.update()
    for title, found in (
        ("without English", gaps.untranslated),
        ("no longer said", gaps.obsolete),
        ("not collected yet: run `gongtu messages`", gaps.uncollected),
    ):
        for message in found:
            print(f"{title}: {message}", file=sys.stderr)
    return int(bool(gaps))
