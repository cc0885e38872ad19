"""`gongtu work`."""

import argparse

from gongtu.ops.working import Worker

NAME = "work"
HELP = "Do background work: jobs, schedule, messages; as many of these as needed, until stopped."
NEEDS_DJANGO = True


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--once", action="store_true", help="do what waits now, then return")


def run(args: argparse.Namespace) -> int:
    worker = Worker()
    worker.round() if args.once else worker.work()
    return 0
