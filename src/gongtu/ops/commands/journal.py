"""`gongtu journal verify` and `gongtu journal seal`."""

import argparse
import json
from typing import Any

from django.utils import timezone

from gongtu.records.journal.seals import seal
from gongtu.records.journal.verify import verify_all

NAME = "journal"
HELP = "Check every entry, chain and seal of the journal, or seal what grew."
NEEDS_DJANGO = True


def add_arguments(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", required=True, metavar="verify|seal")
    for act, says in (
        ("verify", "1 if anything was changed"),
        ("seal", "bind all chains that grew"),
    ):
        one = acts.add_parser(act, help=says)
        one.add_argument("--json", action="store_true", help="the same, for a machine")


def run(args: argparse.Namespace) -> int:
    return verify(as_json=args.json) if args.act == "verify" else make_seal(as_json=args.json)


def verify(*, as_json: bool) -> int:
    """1 when something is wrong."""
    report = verify_all()
    if as_json:
        tell(report.as_json())
    else:
        print(f"{report.entries} entries, {report.chains} chains, {report.seals} seals")
        for problem in report.problems:
            print(f"{problem.where}: {problem.what}")
        print("sound" if report.is_sound else "CHANGED")
    return int(not report.is_sound)


def make_seal(*, as_json: bool) -> int:
    """0 also where nothing grew."""
    made = seal(timezone.localtime())
    if as_json:
        tell(
            {"seal": made.number, "root": made.root, "hash": made.hash} if made else {"seal": None}
        )
    else:
        print(f"seal {made.number}: {made.chains} chains, {made.hash}" if made else "nothing grew")
    return 0


def tell(said: dict[str, Any]) -> None:
    print(json.dumps(said, ensure_ascii=False, indent=2))
