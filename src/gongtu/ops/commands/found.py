"""`gongtu found`."""

import argparse
import json

from gongtu.ops.founding import found
from gongtu.ops.working import today
from gongtu.policy.city import active_city

NAME = "found"
HELP = "Put the city's divisions, public bodies and occupations on record; safe to repeat."
NEEDS_DJANGO = True


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="counts for machines")


def run(args: argparse.Namespace) -> int:
    """0; a file that cannot be is named with its line."""
    city = active_city()
    new = found(city, on=today())
    if args.json:
        print(json.dumps(new))
    else:
        print(
            f"{city.name}：新增区划{new['divisions']}个，机关{new['bodies']}个，"
            f"职业{new['occupations']}个（各版分类共{new['editions']}条），"
            f"新职业和工种{new['added']}个，申报条件版次{new['wordings']}条。"
        )
    return 0
