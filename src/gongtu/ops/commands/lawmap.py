"""`gongtu lawmap`: every norm with what carries it out and what measures it."""

import argparse
import json
from collections import Counter

from gongtu.oversight.lawmap import Row, State, law_map

NAME = "lawmap"
HELP = "Show article → obligation → provision → indicator for every norm of the statute."
NEEDS_DJANGO = True
SIGNS = {State.CARRIED_OUT: "●", State.NOT_YET: "○", State.NOTHING_TO_DO: "–"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="a list of rows for machines")


def run(args: argparse.Namespace) -> int:
    """One line a norm, and a count of each state below."""
    rows = law_map()
    if args.json:
        print(json.dumps([row.as_json() for row in rows], ensure_ascii=False, indent=1))
        return 0
    for row in rows:
        print(line(row))
    counts = Counter(row.state for row in rows)
    print(
        f"\n● 已落实到事项 {counts[State.CARRIED_OUT]}"
        f"  ○ 尚无事项落实 {counts[State.NOT_YET]}"
        f"  – 无须平台办理 {counts[State.NOTHING_TO_DO]}"
    )
    return 0


def line(row: Row) -> str:
    """● 第16条第1款 应当 skill-upgrade-subsidy … ← provisions | figures."""
    norm = row.obligation
    provisions = "、".join(one.key for one in row.provisions) or norm.nothing_because
    figures = "、".join(one.key for one in row.indicators)
    told = f"{SIGNS[row.state]} {norm.place} {norm.force.label} {norm.key}  {norm.what}"
    return (
        told + (f"  ← {provisions}" if provisions else "") + (f"  | {figures}" if figures else "")
    )
