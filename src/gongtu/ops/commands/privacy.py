"""`gongtu privacy`."""

import argparse
import json
from dataclasses import asdict

from gongtu.parties.privacy import assess, collect

NAME = "privacy"
HELP = "Write the personal-data impact assessment that follows from what the tables declare."
NEEDS_DJANGO = True


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="the declarations, for machines")


def run(args: argparse.Namespace) -> int:
    """Prints Markdown, or one JSON object a table."""
    if args.json:
        print(json.dumps([asdict(table) for table in collect()], ensure_ascii=False, indent=2))
    else:
        print(assess())
    return 0
