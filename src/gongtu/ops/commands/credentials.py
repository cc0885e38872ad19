"""`gongtu credentials issue|verify|revoke|feed|issuers|elsewhere`."""

import argparse
import json
import os
import sys
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone

from gongtu.base.errors import Refused
from gongtu.engines.credentials import elsewhere
from gongtu.engines.credentials.carried import is_code
from gongtu.engines.credentials.choices import ReasonClass, Verdict
from gongtu.engines.credentials.fetching import fetch_documents, fetch_lists
from gongtu.engines.credentials.handed_in import LARGEST_FILE, check_file_size, find_document
from gongtu.engines.credentials.issuing import TEST_ISSUER, names_of
from gongtu.engines.credentials.kinds import find_kind
from gongtu.engines.credentials.lists import note_lists
from gongtu.engines.credentials.models import IssuerDocument, IssuerList
from gongtu.engines.credentials.queries import find_credential
from gongtu.engines.credentials.scanned import verify_code
from gongtu.engines.credentials.services import issue, revoke
from gongtu.engines.credentials.suites import PROFILES
from gongtu.engines.credentials.verify import Verification, verify
from gongtu.ops.working import instant, today
from gongtu.parties.capacity import Capacity
from gongtu.parties.queries import search_organisations
from gongtu.parties.roles import ENTERPRISE, HRSS
from gongtu.records.context import CHINA, acting_at, instant_of
from gongtu.registers.skills.services.feed import MOST, feed_page

NAME = "credentials"
HELP = "Issue a credential for trying out, verify one, revoke one, list names to issue under."
NEEDS_DJANGO = True
# How a credential begins that somebody pastes: JSON, or a JWT.
TEXT = ("{", "[", "eyJ")
CONSOLE = Capacity(HRSS, None, None, None, None, "命令行")
DEMO = {
    "name": "王建国",
    "idType": "居民身份证",
    "idNumber": "3702**********1234",
    "occupationName": "电工",
    "gradeDisplay": "三级/高级工",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(
        dest="act", required=True, metavar="issue|verify|revoke|feed|issuers|elsewhere"
    )
    made = acts.add_parser("issue", help="print a signed credential")
    made.add_argument("--demo", action="store_true", required=True, help="about nobody real")
    made.add_argument("--out", type=Path, help="write it to a file instead")
    checked = acts.add_parser("verify", help="1 unless the verdict is valid")
    checked.add_argument(
        "what",
        metavar="FILE|NUMBER|CODE",
        help="a file (JSON, PDF, a picture of the code), - for standard input, or text instead",
    )
    checked.add_argument("--on", type=date.fromisoformat, metavar="DATE", help="as of a day")
    checked.add_argument("--json", action="store_true", help="the same, for a machine")
    taken = acts.add_parser("revoke", help="take back for good what no register keeps")
    taken.add_argument("number")
    taken.add_argument("--class", dest="reason_class", choices=ReasonClass.values, required=True)
    taken.add_argument("--reason", required=True, help="what its holder reads")
    fed = acts.add_parser("feed", help="a signed page of what happened to certificates")
    fed.add_argument("--after", type=int, default=0, metavar="CURSOR", help="`next` of the last")
    fed.add_argument("--limit", type=int, default=MOST)
    fed.add_argument("--pending", action="store_true", help="only what was not accepted yet")
    named = acts.add_parser("issuers", help="each VC API profile, its address and its issuers")
    named.add_argument(
        "--organisation", type=int, default=TEST_ISSUER, help="its id; else the test profile's"
    )
    others = acts.add_parser(
        "elsewhere", help="issuers elsewhere that the city believes; their keys, lists"
    )
    others.add_argument("--fetch", action="store_true", help="ask them for both now")


def run(args: argparse.Namespace) -> int:
    match args.act:
        case "issue":
            return issue_demo(args.out)
        case "verify":
            return check(args.what, args.on, as_json=args.json)
        case "feed":
            page = feed_page(
                after=args.after, limit=args.limit, pending=args.pending, by=CONSOLE, on=today()
            )
            print(json.dumps(page, ensure_ascii=False, indent=2))
            return 0
        case "issuers":
            return list_issuers(args.organisation)
        case "elsewhere":
            return list_elsewhere(fetch=args.fetch)
        case _:
            return take_back(args.number, args.reason_class, args.reason)


def issue_demo(out: Path | None) -> int:
    """A credential of the first enterprise on record, about nobody real."""
    issuer = search_organisations("", ENTERPRISE).first()
    if issuer is None:
        raise Refused("还没有企业可以作为发证单位，请先运行 gongtu demo。")
    number, on = next_number(), today()
    credential = issue(
        "demonstration", number=number, title="职业技能等级证书（演示）", subject=DEMO,
        issuer_organisation=issuer.pk, valid_from=on, by=CONSOLE, on=on,
    )  # fmt: skip
    text = json.dumps(credential.document, ensure_ascii=False, indent=2)
    if out:
        out.write_text(text + "\n", "utf8")
    print(out or text)
    return 0


def list_issuers(organisation: int) -> int:
    """What a conformance suite's manifest needs to know; keys are made where there are none."""
    told = [
        {
            "profile": name,
            "address": f"{settings.GONGTU_BASE_URL}/vc/{name}/credentials/issue",
            "issuers": names_of(organisation, profile, on=today()),
        }
        for name, profile in PROFILES.items()
    ]
    print(json.dumps(told, indent=2))
    return 0


def list_elsewhere(*, fetch: bool) -> int:
    """Each issuer on the city's list, of when its keys and status lists are; 1 if one failed."""
    at = instant(timezone.localtime())
    rounds = [fetch_documents(at=at), fetch_lists(at=at)] if fetch else []
    for row, kept, lists in elsewhere.list_issuers():
        print(f"{row.did}  {row.name}  {row.since} – {row.until or ''}")
        for home in row.lists:
            print(f"  状态列表也放在 {home}")
        if kept:
            _tell_fetched("公钥文件", kept)
        for one in lists:
            _tell_fetched(f"状态列表 {one.address}", one)
    return int(any(told["failed"] for told in rounds))


def _tell_fetched(what: str, kept: IssuerDocument | IssuerList) -> None:
    if kept.fetched_at:
        print(f"  {what}取于 {kept.fetched_at.astimezone(CHINA):%Y-%m-%d %H:%M}")
    if kept.failure and kept.tried_at:
        tried = f"{kept.tried_at.astimezone(CHINA):%Y-%m-%d %H:%M}"
        print(f"  {what} {tried} 没有取到：{kept.failure}")


def take_back(number: str, reason_class: str, reason: str) -> int:
    """Revoke what no register keeps; a register's own goes by a decision, with its holder heard."""
    known = find_credential(number)
    if known and find_kind(known.kind):
        raise Refused(
            "这份证书在登记册里：撤销前要听取持证人的陈述、申辩，由发证单位或者人社部门在页面上办理。"
        )
    revoke(number, reason_class, reason, by=CONSOLE, on=today())
    return 0


def next_number() -> str:
    """Numbers that no assessor can have been given."""
    free = (f"DEMO-{n:06d}" for n in range(1, 1_000_000))
    return next(number for number in free if find_credential(number) is None)


def check(what: str, on: date | None, *, as_json: bool) -> int:
    """1 unless the verdict is valid, now or as of a day."""
    if on is None:
        clock = timezone.localtime()
        now = instant(clock)
        with acting_at(now, clock=clock):
            found = verdict_on(what, today())
    else:
        found, now = verdict_on(what, on), instant_of(on)
    if as_json:
        print(json.dumps(found.as_json(), ensure_ascii=False, indent=2))
    else:
        signs = {True: "✓", False: "✗", None: "?"}
        print(found.verdict.label)
        for step in found.steps:
            print(f"{signs[step.passed]} {step.title}：{step.says}")
        if found.status_age is not None:
            print(f"状态数据截至：{now - found.status_age:%Y-%m-%d %H:%M}")
    return int(found.verdict != Verdict.VALID)


def verdict_on(what: str, on: date) -> Verification:
    """The verdict on a code, or on a document, whose status lists are noted."""
    if is_code(what) and not what.lstrip().startswith(TEXT):
        return verify_code(what, on=on)
    document = read(what)
    found = verify(document, on=on)
    note_lists(document, found, on=on)
    return found


def read(what: str) -> Any:
    """A document from a file, standard input or its own text; anything else is a number."""
    if what == "-":
        return find_document(sys.stdin.buffer.read(LARGEST_FILE + 1))
    if (file := _file(what)) is not None:
        check_file_size(file.stat().st_size)
        return find_document(file.read_bytes())
    if what.lstrip().startswith(TEXT) or not what.isprintable():
        return find_document(os.fsencode(what))
    if os.sep in what:
        raise Refused(f"没有这个文件：{what[:200]}")
    return what


def _file(what: str) -> Path | None:
    """The file of that name; what is longer than a name may be names none."""
    try:
        return Path(what) if Path(what).is_file() else None
    except OSError:
        return None
