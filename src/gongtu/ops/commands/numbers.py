"""`gongtu numbers explain|draw`."""

import argparse
import json
from dataclasses import asdict

from gongtu.ops.commands.credentials import CONSOLE
from gongtu.ops.working import today
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.numbers.explaining import explain
from gongtu.registers.skills.services import draw_qualification_numbers

NAME = "numbers"
HELP = "Numbers of certificates: which part says what; draw sixteen-digit ones for a body."
NEEDS_DJANGO = True
CODED = [grade.value for grade in Grade if grade.level]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", required=True, metavar="explain|draw")
    told = acts.add_parser("explain", help="a number of 22 characters, or of 16 digits")
    told.add_argument("number")
    told.add_argument("--json", action="store_true", help="the same, for a machine")
    drawn = acts.add_parser("draw", help="of qualification certificates; each is given once")
    drawn.add_argument("--organisation", type=int, required=True, help="its id")
    drawn.add_argument("--grade", choices=CODED, required=True)
    drawn.add_argument("--count", type=int, default=1)


def run(args: argparse.Namespace) -> int:
    """0; a refusal says why."""
    if args.act == "draw":
        drawn = draw_qualification_numbers(
            args.organisation, Grade(args.grade), count=args.count, by=CONSOLE, on=today()
        )
        print(*drawn, sep="\n")
        return 0
    parts = explain(args.number)
    if args.json:
        print(json.dumps([asdict(part) for part in parts], ensure_ascii=False, indent=2))
        return 0
    for part in parts:
        unsure = "" if part.confirmed else "（待核）"
        print(part.places, part.text, f"{part.title}：{part.says}{unsure}", sep="\t")
    return 0
