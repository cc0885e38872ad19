"""`gongtu clock --on DATE`: bring every case's clock to a day; again changes nothing more."""

import argparse
import dataclasses
import json
import sys
from datetime import date

NAME = "clock"
HELP = "Remind, hand over and decide in favour where a term has passed; safe to repeat."
NEEDS_DJANGO = True
BAR = 30


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The day is always said: a clock that guesses the day cannot be repeated."""
    parser.add_argument("--on", type=date.fromisoformat, required=True, metavar="DATE")
    parser.add_argument("--json", action="store_true", help="counts for machines")


def run(args: argparse.Namespace) -> int:
    """Run the clock; exit status 0 even where nothing was late."""
    from gongtu.engines.casework.services import run_clock

    report = run_clock(args.on, progress=show_progress)
    if args.json:
        told = dataclasses.asdict(report) | {"on": report.on.isoformat()}
        print(json.dumps(told))
    else:
        print(
            f"{report.on}: {report.late} newly late, {report.handed_over} handed over, "
            f"{report.in_favour} decided in favour, {report.left_to_people} left to people"
        )
    return 0


def show_progress(done: int, total: int) -> None:
    """A bar on the terminal; nothing where nobody watches."""
    if not sys.stderr.isatty():
        return
    filled = BAR * done // total if total else BAR
    print(f"\r[{'█' * filled}{' ' * (BAR - filled)}] {done}/{total}", end="", file=sys.stderr)
    if done >= total:
        print(file=sys.stderr)
