"""`gongtu import organisations|officers|roster`."""

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gongtu.base.digests import sha256_hex
from gongtu.ops.working import today
from gongtu.parties.admission import officers, organisations
from gongtu.parties.capacity import CLOCK
from gongtu.parties.queries import OrganisationUnknown, find_organisation
from gongtu.parties.roster.columns import COLUMNS, Column
from gongtu.parties.roster.reading import as_utf8
from gongtu.parties.roster.services import TITLE, occupation_codes
from gongtu.parties.roster.taking_in import check, take_in
from gongtu.parties.roster.wrong_rows import Judged, write_wrong_rows

NAME = "import"
HELP = "Take in a table: all of it, or none of it and a list of what to correct."
NEEDS_DJANGO = True
WRONG_ROWS = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table of `parties.admission`: what it is called, and how it is judged and taken in."""

    columns: Sequence[Column]
    title: str
    judge: Callable[..., Any]
    take_in: Callable[..., object]


TABLES = {
    "organisations": Table(
        organisations.COLUMNS, organisations.TITLE, organisations.judge, organisations.take_in
    ),
    "officers": Table(officers.COLUMNS, officers.TITLE, officers.judge, officers.take_in),
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    kinds = parser.add_subparsers(dest="kind", metavar="what", required=True)
    kinds.add_parser("organisations", help="enterprises, schools, unions and others, XLSX or CSV")
    acting = kinds.add_parser("officers", help="those who act for organisations, XLSX or CSV")
    acting.add_argument(
        "--reactivate",
        action="store_true",
        help="let deactivated accounts sign in again; without it their rows are wrong",
    )
    roster = kinds.add_parser("roster", help="workers of one enterprise, XLSX or CSV")
    roster.add_argument("--enterprise", required=True, metavar="USCC")
    for kind in kinds.choices.values():
        kind.add_argument("file", type=Path)
        kind.add_argument("--dry-run", action="store_true", help="check, and write nothing")
        kind.add_argument(
            "--wrong-rows", type=Path, metavar="XLSX", help="where to put the table to correct"
        )


def run(args: argparse.Namespace) -> int:
    """0 when taken in, 1 when rows are wrong."""
    if args.kind == "roster":
        return _import_roster(args)
    table, on = TABLES[args.kind], today()
    asked = {"reactivate": True} if getattr(args, "reactivate", False) else {}
    judged = table.judge(as_utf8(args.file.read_bytes()), on=on, **asked)
    if judged.problems:
        return _give_back(judged, table.columns, table.title, args.wrong_rows)
    if args.dry_run:
        return _write_nothing(judged)
    print(table.take_in(judged, by=CLOCK, on=on))
    return 0


def _import_roster(args: argparse.Namespace) -> int:
    organisation = find_organisation(uscc=args.enterprise)
    if organisation is None:
        raise OrganisationUnknown(f"没有登记统一社会信用代码为{args.enterprise}的企业。")
    on, content = today(), as_utf8(args.file.read_bytes())
    checked = check(content, on=on, occupations=occupation_codes(), tell=_tell)
    if checked.problems:
        return _give_back(checked, COLUMNS, TITLE, args.wrong_rows)
    if args.dry_run:
        return _write_nothing(checked)
    print("正在一次写入……", file=sys.stderr, flush=True)
    taken = take_in(checked, organisation, sha256_hex(content), by=CLOCK, on=on)
    if taken.again:
        print("这份花名册已经导入过，没有重复写入。")
    else:
        print(f"{taken.rows}行：新登记{taken.registered}人，登记劳动关系{taken.employed}项。")
    return 0


def _write_nothing(judged: Judged) -> int:
    print(f"{len(judged.rows)}行全部无误，没有写入。")
    return 0


def _give_back(judged: Judged, columns: Sequence[Column], title: str, workbook: Path | None) -> int:
    for problem in judged.problems:
        print(problem)
    if workbook is not None:
        workbook.write_bytes(write_wrong_rows(judged, columns, title))
    print(f"{len(judged.rows)}行中有{len(judged.problems)}处需要改正，没有写入任何一行。")
    return WRONG_ROWS


def _tell(done: int, total: int) -> None:
    print(f"\r已核对{done}/{total}行", end="", file=sys.stderr, flush=True)
