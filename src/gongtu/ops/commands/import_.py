"""`gongtu import`."""

import argparse
import sys
from pathlib import Path

from django.utils import timezone

from gongtu.base.digests import sha256_hex
from gongtu.parties.capacity import CLOCK
from gongtu.parties.queries import OrganisationUnknown, find_organisation
from gongtu.parties.roster.columns import COLUMNS
from gongtu.parties.roster.reading import as_utf8
from gongtu.parties.roster.services import TITLE, occupation_codes
from gongtu.parties.roster.taking_in import Checked, check, take_in
from gongtu.parties.roster.wrong_rows import write_wrong_rows

NAME = "import"
HELP = "Take in an enterprise's roster: all of it, or none of it and a list of what to correct."
NEEDS_DJANGO = True
WRONG_ROWS = 1


def add_arguments(parser: argparse.ArgumentParser) -> None:
    kinds = parser.add_subparsers(dest="kind", metavar="what", required=True)
    roster = kinds.add_parser("roster", help="workers of one enterprise, XLSX or CSV")
    roster.add_argument("file", type=Path)
    roster.add_argument("--enterprise", required=True, metavar="USCC")
    roster.add_argument("--dry-run", action="store_true", help="check, and write nothing")
    roster.add_argument(
        "--wrong-rows", type=Path, metavar="XLSX", help="where to put the roster to correct"
    )


def run(args: argparse.Namespace) -> int:
    """0 when taken in, 1 when rows are wrong."""
    organisation = find_organisation(uscc=args.enterprise)
    if organisation is None:
        raise OrganisationUnknown(f"没有登记统一社会信用代码为{args.enterprise}的企业。")
    on, content = timezone.localdate(), as_utf8(args.file.read_bytes())
    checked = check(content, on=on, occupations=occupation_codes(), tell=_tell)
    if checked.problems:
        return _give_back(checked, args.wrong_rows)
    if args.dry_run:
        print(f"{len(checked.rows)}行全部无误，没有写入。")
        return 0
    print("正在一次写入……", file=sys.stderr, flush=True)
    taken = take_in(checked, organisation, sha256_hex(content), by=CLOCK, on=on)
    if taken.again:
        print("这份花名册已经导入过，没有重复写入。")
    else:
        print(f"{taken.rows}行：新登记{taken.registered}人，登记劳动关系{taken.employed}项。")
    return 0


def _give_back(checked: Checked, workbook: Path | None) -> int:
    for problem in checked.problems:
        print(problem)
    if workbook is not None:
        workbook.write_bytes(write_wrong_rows(checked, COLUMNS, TITLE))
    print(f"{len(checked.rows)}行中有{len(checked.problems)}处需要改正，没有写入任何一行。")
    return WRONG_ROWS


def _tell(done: int, total: int) -> None:
    print(f"\r已核对{done}/{total}行", end="", file=sys.stderr, flush=True)
