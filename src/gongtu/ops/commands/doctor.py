"""`gongtu doctor`: what this machine has, and what it lacks."""

import argparse
import json

from gongtu.ops.doctor import examine

NAME = "doctor"
HELP = "Say what is found and what is missing: versions, tools, database, data, city."
NEEDS_DJANGO = True


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="the same, for a machine")


def run(args: argparse.Namespace) -> int:
    """1 when something the platform cannot do without is missing."""
    findings = examine()
    if args.json:
        print(json.dumps([each.as_json() for each in findings], ensure_ascii=False, indent=2))
    else:
        for each in findings:
            print(f"{each.mark}  {each.what:<22} {each.found}")
    return int(any(each.hurts for each in findings))
