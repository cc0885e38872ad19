"""`gongtu results enter|issue`."""

import argparse
import sys
from datetime import date
from pathlib import Path

from gongtu.ops.working import today
from gongtu.parties.capacity import Capacity
from gongtu.parties.models import Organisation
from gongtu.parties.queries import OrganisationUnknown, find_organisation
from gongtu.parties.roster.reading import as_utf8
from gongtu.parties.roster.wrong_rows import write_wrong_rows
from gongtu.registers.skills.queries import find_session
from gongtu.registers.skills.services import issue_all
from gongtu.registers.skills.services.results.entering import enter
from gongtu.registers.skills.services.results.handing_in import TITLE, judge
from gongtu.registers.skills.services.results.reading import COLUMNS

NAME = "results"
HELP = "Enter an assessor's results from a file; go on with certificates that are being issued."
NEEDS_DJANGO = True
WRONG_ROWS = 1


def add_arguments(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", required=True, metavar="enter|issue")
    entered = acts.add_parser("enter", help="XLSX, CSV or a JSON object a line; all rows or none")
    entered.add_argument("file", type=Path)
    entered.add_argument("--enterprise", required=True, metavar="USCC")
    entered.add_argument("--dry-run", action="store_true", help="check, and write nothing")
    entered.add_argument("--wrong-rows", type=Path, metavar="XLSX", help="where to put them")
    issued = acts.add_parser("issue", help="go on with a session whose issue was interrupted")
    issued.add_argument("case", help="the session's case number")


def run(args: argparse.Namespace) -> int:
    """0 when done, 1 when rows are wrong."""
    on = today()
    if args.act == "issue":
        return _issue(args.case, on)
    organisation = find_organisation(uscc=args.enterprise)
    if organisation is None:
        raise OrganisationUnknown(f"没有登记统一社会信用代码为{args.enterprise}的企业。")
    judged = judge(as_utf8(args.file.read_bytes()), organisation.pk, on=on, tell=_tell)
    for problem in judged.problems:
        print(problem)
    if judged.problems:
        if args.wrong_rows is not None:
            args.wrong_rows.write_bytes(write_wrong_rows(judged, COLUMNS, TITLE))
        print(f"{len(judged.rows)}行中有{len(judged.problems)}处需要改正，没有录入任何一行。")
        return WRONG_ROWS
    if args.dry_run:
        print(f"{len(judged.rows)}行全部无误，没有录入。")
        return 0
    told = enter(judged.results, by=_console(organisation), on=on, tell=_tell)
    print(f"{told.rows}行：新录入{told.new}条，更正{told.corrected}条，以前已录入{told.again}条。")
    print("评价场次：" + "、".join(told.sessions))
    if told.waiting:
        print("计划待经办人批准，没有录入成绩：" + "、".join(told.waiting))
    return 0


def _issue(case: str, on: date) -> int:
    session = find_session(case)
    if session is None:
        raise OrganisationUnknown(f"没有编号为{case}的评价。")
    by = _console(session.filing.assessor.organisation)
    print(f"已核发{issue_all(case, by=by, on=on, tell=_tell)}份。")
    return 0


def _console(organisation: Organisation) -> Capacity:
    division = organisation.division_id
    return Capacity(organisation.role, None, None, organisation.pk, division, "命令行")


def _tell(done: int, total: int) -> None:
    print(f"\r{done}/{total}", end="", file=sys.stderr, flush=True)
