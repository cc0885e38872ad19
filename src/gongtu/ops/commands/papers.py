"""`gongtu papers enter|export`."""

import argparse
import json
import sys
from pathlib import Path

from gongtu.ops.working import today
from gongtu.parties.capacity import Capacity
from gongtu.parties.models import Organisation
from gongtu.parties.queries import OrganisationUnknown, find_organisation
from gongtu.parties.roles import Role
from gongtu.parties.roster.reading import as_utf8
from gongtu.parties.roster.wrong_rows import write_wrong_rows
from gongtu.registers.skills.services.papers.entering import enter, judge
from gongtu.registers.skills.services.papers.handing_in import TITLE
from gongtu.registers.skills.services.papers.reading import COLUMNS
from gongtu.registers.skills.services.papers.showing import paper_document

NAME = "papers"
HELP = "Enter old paper certificates from a file, signed as one batch; export one with its proof."
NEEDS_DJANGO = True
WRONG_ROWS = 1


def add_arguments(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", required=True, metavar="enter|export")
    entered = acts.add_parser(
        "enter", help="XLSX or CSV; all rows or none; goes on where it was interrupted"
    )
    entered.add_argument("file", type=Path)
    entered.add_argument(
        "--body", required=True, metavar="NAME", help="the assessor, or the office of the archive"
    )
    entered.add_argument("--dry-run", action="store_true", help="check, and write nothing")
    entered.add_argument("--wrong-rows", type=Path, metavar="XLSX", help="where to put them")
    told = acts.add_parser("export", help="one paper that can be verified by itself")
    told.add_argument("number")
    told.add_argument("--out", type=Path, help="write it to a file instead")


def run(args: argparse.Namespace) -> int:
    """0 when done, 1 when rows are wrong."""
    if args.act == "export":
        return export(args.number, args.out)
    body, content, on = _body(args.body), as_utf8(args.file.read_bytes()), today()
    judged = judge(content, body, on=on)
    for problem in judged.problems:
        print(problem)
    if judged.problems:
        if args.wrong_rows is not None:
            args.wrong_rows.write_bytes(write_wrong_rows(judged, COLUMNS, TITLE))
        print(f"{judged.count}行中有{len(judged.problems)}处需要改正，没有补录任何一份。")
        return WRONG_ROWS
    if args.dry_run:
        print(f"{judged.count}行全部无误，没有补录。")
        return 0
    told = enter(content, body, by=_console(body), on=on, tell=_tell)
    print(f"批次{told.batch.pk}：新补录{told.new}份，共{told.batch.size}份，已签发。")
    return 0


def export(number: str, out: Path | None) -> int:
    """The paper, its batch and its way up to the root."""
    text = json.dumps(paper_document(number), ensure_ascii=False, indent=2)
    if out:
        out.write_text(text + "\n", "utf8")
    print(out or text)
    return 0


def _body(name: str) -> Organisation:
    if (found := find_organisation(name=name)) is None:
        raise OrganisationUnknown(f"没有登记名为“{name}”的单位。")
    return found


def _console(body: Organisation) -> Capacity:
    return Capacity(Role(body.kind), None, None, body.pk, body.division_id, "命令行")


def _tell(done: int) -> None:
    print(f"\r{done}", end="", file=sys.stderr, flush=True)
