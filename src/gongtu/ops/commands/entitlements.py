"""`gongtu entitlements explain|snapshot|run|sql`."""

from __future__ import annotations

import argparse
import json
import sys
import time
from datetime import date
from typing import Any

from django.utils import timezone

from gongtu.engines.entitlement.city import sql
from gongtu.engines.entitlement.city.columns import Town
from gongtu.engines.entitlement.city.everybody import ask
from gongtu.engines.entitlement.city.imagined import imagined
from gongtu.engines.entitlement.city.program import programs
from gongtu.engines.entitlement.city.running import Execution
from gongtu.engines.entitlement.registry import benefits
from gongtu.engines.entitlement.snapshot import services as snapshots
from gongtu.engines.entitlement.snapshot.building import Built
from gongtu.engines.entitlement.snapshot.frames import town_of
from gongtu.ops.cityrun import asked, told
from gongtu.ops.working import today
from gongtu.parties.capacity import Capacity
from gongtu.parties.roles import HRSS
from gongtu.records.journal import services as journal

NAME = "entitlements"
HELP = "Ask what the law owes: one person with every reason, or the whole city at once."
NEEDS_DJANGO = True
CONSOLE = Capacity(HRSS, None, None, None, None, "命令行")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", required=True, metavar="explain|snapshot|run|sql")
    one = acts.add_parser("explain", help="what one person is owed, and why; it is journaled")
    one.add_argument("person", metavar="PERSON", help="an id of ours, or a certified ID number")
    one.add_argument("--benefit", default="", metavar="KEY", help="this benefit only")
    kept = acts.add_parser("snapshot", help="bring the columns of the registers up to date")
    kept.add_argument("--verify", action="store_true", help="only check the last one of the day")
    ran = acts.add_parser("run", help="every benefit over everybody: counts, sums, near-misses")
    ran.add_argument("--engine", choices=tuple(Execution), default="vector")
    printed = acts.add_parser("sql", help="the same rules as a query for an engine of your own")
    printed.add_argument("--dialect", choices=tuple(sql.DIALECTS), default="duckdb")
    printed.add_argument("--rows", action="store_true", help="row by row, not added up")
    for act in (ran, printed):
        act.add_argument("--population", type=positive, metavar="N", help="a city that never was")
    for act in (kept, ran, printed):
        act.add_argument("--wait", action="store_true", help="where another is at work, wait")
    for act in (one, kept, ran, printed):
        act.add_argument("--on", type=date.fromisoformat, metavar="DATE", help="as of a day")
    for act in (one, kept, ran):
        act.add_argument("--json", action="store_true", help="the same, for a machine")


def positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


def run(args: argparse.Namespace) -> int:
    """0 done, 1 refused: nobody of that name, a damaged snapshot, another run at work."""
    on: date = args.on or today()
    match args.act:
        case "explain":
            return explain(args.person, args.benefit, on, as_json=args.json)
        case "snapshot":
            return keep(args, on)
        case "sql":
            return print_sql(args, on)
        case _:
            return ask_everybody(args, on)


def explain(named: str, benefit: str, on: date, *, as_json: bool) -> int:
    """Whoever looks is written down, as on a page."""
    person = asked.person_named(named)
    found = asked.explained(person.pk, on=on, only=benefit)
    what = {"person": person.pk, "part": "entitlements"}
    journal.write(f"person:{person.pk}", "viewed", on=today(), by=CONSOLE, what=what)
    if as_json:
        print_json(asked.as_json(found))
    else:
        print(
            "\n".join(line for one in found for line in asked.lines(one)) or "没有可以核对的记录。"
        )
    return 0


def keep(args: argparse.Namespace, on: date) -> int:
    """Build, or with `--verify` only read and check, the snapshot of a day."""
    if args.verify:
        snapshot, how = snapshots.kept(on=on), {}
    else:
        built = refresh(on, wait=args.wait)
        snapshot, how = built.snapshot, {"read_anew": built.owners, "damaged": built.damaged}
    rows = {name: table.rows for name, table in snapshot.manifest.tables.items()}
    if args.json:
        told_ = {"on": on.isoformat(), "root": snapshot.root, "folder": str(snapshot.folder)}
        print_json({**told_, "rows": rows, **how})
    else:
        print(*(f"{name}  {count:,}" for name, count in rows.items()), sep="\n")
        print(f"{snapshot.folder}\n{snapshot.root}")
    return 0


def ask_everybody(args: argparse.Namespace, on: date) -> int:
    """All benefits over the city's snapshot, or over a city that never was."""
    town, root = town_asked(args, on)
    began = time.perf_counter()
    found = ask(benefits(), town, Execution(args.engine), lambda kind: tell(f"核算 {kind} ……"))
    took = time.perf_counter() - began
    if found.instead:
        print(found.instead, file=sys.stderr)
    if args.json:
        head = {"on": on.isoformat(), "engine": found.execution.value, "snapshot": root}
        print_json({**head, "seconds": round(took, 3), "benefits": told.as_json(found.each, on=on)})
    else:
        print("\n".join(told.lines(found.each, on=on)))
        tell(f"{found.execution.value}，{took:.2f} 秒；快照 {root or '（虚拟城市）'}")
    return 0


def print_sql(args: argparse.Namespace, on: date) -> int:
    """One query for each kind of row, over tables named as the snapshot's kinds."""
    town, _root = town_asked(args, on)
    query = sql.rows if args.rows else sql.sums
    dialect = sql.dialect_of(args.dialect)
    asked_of = [one for one in programs(benefits(), town).values() if one.rules]
    print("\n".join(f"{query(one, dialect).rstrip()};" for one in asked_of))
    return 0


def town_asked(args: argparse.Namespace, on: date) -> tuple[Town, str]:
    """The town to ask, and the root of its snapshot."""
    if args.population:
        tell(f"虚拟一座 {args.population:,} 人的城市 ……")
        return imagined(args.population, on=on), ""
    snapshot = refresh(on, wait=args.wait).snapshot
    return town_of(snapshot.tables, on=on), snapshot.root


def refresh(on: date, *, wait: bool) -> Built:
    """The snapshot with everything on record now; a damaged one is told of, and not used."""
    tell("读取登记 ……")
    built = snapshots.refresh(on=on, built_at=timezone.localtime().isoformat(), wait=wait)
    if built.damaged:
        print(built.damaged, file=sys.stderr)
    return built


def tell(step: str) -> None:
    """A step on the terminal; nothing where nobody watches."""
    if sys.stderr.isatty():
        print(step, file=sys.stderr, flush=True)


def print_json(said: Any) -> None:
    print(json.dumps(said, ensure_ascii=False, indent=2))
