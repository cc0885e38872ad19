"""`gongtu statute`: read any statute text, prove the city's own, hand it out."""

import argparse
import json
import sys
from dataclasses import asdict
from datetime import date
from pathlib import Path

from gongtu.base.errors import Refused
from gongtu.law.akn import as_akn
from gongtu.law.akn.about import about_text, about_version
from gongtu.law.check import Report, check_folder
from gongtu.law.corrections import correct, load_corrections
from gongtu.law.export import as_json, as_text
from gongtu.law.parse import Parsed, parse_text, read_text
from gongtu.law.register import standing, statute_on
from gongtu.ops.settings.environment import Settings
from gongtu.policy.city import City, city_folder

NAME = "statute"
HELP = "Read a statute text into structure, prove the city's own, export it."
NEEDS_DJANGO = False
FAILED = 1


class NotInForce(Refused):
    """The city has no text in force on the day asked for."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    words = parser.add_subparsers(metavar="action", dest="action", required=True)
    parse = words.add_parser("parse", help="any Chinese statute text → structure (JSON)")
    parse.add_argument("file", help="a text file in UTF-8 or GB 18030; - for standard input")
    parse.add_argument("--corrections", type=Path, help="a correction ledger to apply first")
    _add_forms(parse)
    check = words.add_parser("check", help="verbatim source + corrections = text")
    check.add_argument("--json", action="store_true", help="print the report as JSON")
    export = words.add_parser("export", help="the city's statute as of a day")
    export.add_argument("--on", type=date.fromisoformat, default=date.today(), help="YYYY-MM-DD")
    _add_forms(export)
    for word in (check, export):
        word.add_argument("--city", help="name or folder of the city; the setting's by default")


def _add_forms(parser: argparse.ArgumentParser) -> None:
    forms = parser.add_mutually_exclusive_group()
    forms.add_argument("--json", dest="form", action="store_const", const="json")
    forms.add_argument("--akn", dest="form", action="store_const", const="akn")
    forms.add_argument("--text", dest="form", action="store_const", const="text")
    parser.set_defaults(form="json")
    parser.add_argument("--output", "-o", type=Path, help="write to this file")


def run(args: argparse.Namespace) -> int:
    """0 done, 1 when the check finds a problem or the text is refused."""
    actions = {"parse": _parse, "check": _check, "export": _export}
    return actions[args.action](args)


def _parse(args: argparse.Namespace) -> int:
    parsed = _read(args.file, args.corrections)
    if args.form == "akn":
        _write(as_akn(parsed, about_text(parsed, date.today())), args.output)
    else:
        _write(_printed(parsed, args.form), args.output)
    left = len(parsed.unplaced)
    if args.form != "json" and left:
        print(f"{left} 行未能归类，用 --json 查看。", file=sys.stderr)
    return 0


def _read(file: str, ledger: Path | None) -> Parsed:
    text = read_text(Path("/dev/stdin") if file == "-" else Path(file))
    if ledger is None:
        return parse_text(text)
    corrected = correct(text, load_corrections(ledger))
    return parse_text(corrected.text, line_of=corrected.line_of)


def _printed(parsed: Parsed, form: str) -> bytes:
    if form == "text":
        return as_text(parsed.statute).encode()
    return (json.dumps(as_json(parsed), ensure_ascii=False, indent=1) + "\n").encode()


def _write(content: bytes, output: Path | None) -> None:
    if output:
        output.write_bytes(content)
    else:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()


def _check(args: argparse.Namespace) -> int:
    reports = check_folder(_statute_folder(args.city))
    if args.json:
        rows = [{**asdict(report), "holds": report.holds} for report in reports]
        print(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        print("\n".join(_sentence(report) for report in reports))
    return 0 if all(report.holds for report in reports) else FAILED


def _sentence(report: Report) -> str:
    if not report.holds:
        return "\n".join([f"《{report.title}》（{report.version}）不成立：", *report.problems])
    return (
        f"《{report.title}》（{report.version}）：来源文本 + {report.corrections} 处勘误 = "
        f"{report.articles} 条、{report.chapters} 章，全部归类；"
        f"撤回勘误即得来源原文；另有 {report.flags} 处存疑照印。"
    )


def _export(args: argparse.Namespace) -> int:
    folder = _statute_folder(args.city)
    edition = statute_on(folder, args.on)
    if edition is None:
        raise NotInForce(standing(folder, args.on))
    if args.form == "akn":
        about = about_version(edition.version, date.today())
        _write(as_akn(edition.parsed, about, edition.corrections), args.output)
    else:
        _write(_printed(edition.parsed, args.form), args.output)
    return 0


def _statute_folder(named: str | None) -> Path:
    return City.load(city_folder(named or Settings().city)).statute_folder
