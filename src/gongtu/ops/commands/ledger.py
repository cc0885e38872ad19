"""`gongtu ledger reconcile`."""

import argparse
import json

from gongtu.engines.ledger.reconcile import reconcile

NAME = "ledger"
HELP = "Compare every balance, commitment and payment of the ledger with its postings."
NEEDS_DJANGO = True


def add_arguments(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", required=True, metavar="reconcile")
    one = acts.add_parser("reconcile", help="1 if two sums differ")
    one.add_argument("--json", action="store_true", help="the same, for a machine")


def run(args: argparse.Namespace) -> int:
    """1 when two sums differ."""
    report = reconcile()
    if args.json:
        print(json.dumps(report.as_json(), ensure_ascii=False, indent=2))
    else:
        print(
            f"{report.entries} entries, {report.budgets} budgets, "
            f"{report.commitments} commitments, {report.payments} payments"
        )
        print(*report.problems, "sound" if report.is_sound else "DIFFERENT", sep="\n")
    return int(not report.is_sound)
