"""`gongtu play`: walk through a procedure as it is declared, one move after another."""

import argparse
from collections.abc import Iterator
from datetime import date

from gongtu.base.errors import Refused
from gongtu.engines.casework import describe
from gongtu.engines.casework.describe.guide import Section
from gongtu.engines.casework.registry import get_procedure, procedures

NAME = "play"
HELP = "Walk a procedure in the terminal: where a case lies, whose turn it is, what may be done."
NEEDS_DJANGO = True


class MoveUnknown(Refused):
    """The stage has no such move."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("key", nargs="?", help="the procedure; without it all are listed")
    parser.add_argument("--moves", default="", help="moves to make, joined by commas; else it asks")
    parser.add_argument("--lang", choices=("zh", "en"), default="zh")
    parser.add_argument("--on", type=date.fromisoformat, default=date.today(), help="the day")


def run(args: argparse.Namespace) -> int:
    """Walk to an end, or until nobody answers."""
    if args.key is None:
        print("\n".join(f"{one.key}  {one.title}" for one in procedures()))
        return 0
    told = describe.guide(get_procedure(args.key), on=args.on, lang=args.lang)
    stages = {stage["key"]: stage for stage in (*told["steps"], *told["ends"])}
    here = told["steps"][0]
    moves = iter(args.moves.split(",")) if args.moves else _asked()
    print(told["title"], "·", "、".join(told["basis"]))
    while "moves" in here:
        print("\n".join(_lines(here)))
        if (key := next(moves, None)) is None:
            return 0
        here = stages[_chosen(here, key)["to"]]
    print(f"\n■ {here['label']}")
    return 0


def _lines(stage: Section) -> Iterator[str]:
    """The stage, its holder and terms, and each move with what it needs and sends."""
    yield f"\n● {stage['label']}（{stage['holder']['label']}）"
    for term in stage["terms"]:
        yield f"    {term['kind']}：{term['shown']}  {term['document'] or term['note']}"
    for number, move in enumerate(stage["moves"], start=1):
        letter = f" →《{move['letter']}》" if move["letter"] else ""
        needs = f"  ← {', '.join(move['conditions'])}" if move["conditions"] else ""
        yield f"  {number}. {move['key']}  {move['label']}（{move['by']['label']}）{letter}{needs}"


def _chosen(stage: Section, told: str) -> Section:
    """The move of that key or number.

    Raises:
        MoveUnknown: The stage has none.
    """
    for number, move in enumerate(stage["moves"], start=1):
        if told.strip() in (move["key"], str(number)):
            return dict(move)
    raise MoveUnknown(f"“{stage['label']}”没有“{told}”这一步骤。")


def _asked() -> Iterator[str]:
    """What the person at the terminal types, until the end of input."""
    while True:
        try:
            yield input("? ")
        except EOFError:
            return
