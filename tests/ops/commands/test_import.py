"""`gongtu import organisations|officers`: the first day of a city, from two tables."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from gongtu.ops.cli import main
from gongtu.parties import queries, services
from gongtu.parties.capacity import CLOCK
from gongtu.parties.models import Account, Office, Organisation, Person
from gongtu.parties.roles import ENTERPRISE, UNION
from gongtu.records.journal.models import JournalEntry
from gongtu.records.outbox.models import Message
from tests.parties.conftest import DAY, LI, LIU, OTHER_WORKS, WANG, WORKS, World, world
from tests.parties.roster.test_import import xlsx

__all__ = ["world"]
NEW_WORKS, SCHOOL, CLUB = "91370202MA3C4D5E6T", "12370200MB2847263N", "81370202MC00000017"
ORGANISATIONS = (
    "单位名称,单位类型,区划代码,统一社会信用代码,行业代码,职工人数,英文名称,"
    "所在单位统一社会信用代码\n"
)
OFFICERS = "单位,区划代码,职务,姓名,身份证号,手机号,任职日期\n"
Import = Callable[..., tuple[int, str]]


@pytest.fixture
def take(
    world: World, settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> Import:
    """Write a table and import it: the exit status and what was told."""
    settings.GONGTU_TODAY = DAY

    def take(kind: str, *lines: str, words: tuple[str, ...] = ()) -> tuple[int, str]:
        file = tmp_path / f"{kind}.csv"
        head = ORGANISATIONS if kind == "organisations" else OFFICERS
        file.write_text(head + "\n".join(lines) + "\n", "utf8")
        status = main(["import", kind, str(file), *words])
        told = capsys.readouterr()
        return status, told.out + told.err

    return take


def works(**told: str) -> str:
    """A line of an enterprise, sound but for what is told otherwise."""
    cells = {
        "name": "丙公司", "kind": "企业", "division": "370202", "uscc": NEW_WORKS,
        "industry": "3513", "headcount": "120", "name_en": "Third Works", "enterprise": "",
    }  # fmt: skip
    return ",".join((cells | told).values())


def union(**told: str) -> str:
    unions = {"name": "丙公司工会", "kind": "工会", "uscc": "", "industry": "", "headcount": ""}
    return works(**(unions | {"name_en": "", "enterprise": NEW_WORKS} | told))


def officer(**told: str) -> str:
    """A line of an official, sound but for what is told otherwise."""
    cells = {
        "organisation": "hrss", "division": "370202", "title": "科长", "name": "新人",
        "id": "11010519491231002X", "phone": "13800138000", "since": "2026-08-01",
    }  # fmt: skip
    return ",".join((cells | told).values())


def test_organisations_are_registered_unions_after_their_enterprises(take: Import) -> None:
    status, told = take(
        "organisations",
        union(),
        union(uscc=CLUB, name="丙公司二分厂工会", kind="grass-roots union"),
        works(),
        works(name="某学院", kind="School", uscc=SCHOOL, headcount="", industry=""),
        works(name="甲公司改名", uscc=WORKS),
    )

    assert (status, told) == (0, "新登记单位4个，已有登记1个，保持不变。\n")
    new = Organisation.objects.get(uscc=NEW_WORKS)
    assert (new.kind, new.name, new.name_en) == (ENTERPRISE, "丙公司", "Third Works")
    assert (new.industry, new.headcount, new.registered_on) == ("3513", 120, DAY)
    assert new.standings.get().headcount == 120
    assert {part.name for part in new.parts.all()} == {"丙公司工会", "丙公司二分厂工会"}
    assert Organisation.objects.get(uscc=WORKS).name == "甲公司"
    entry = JournalEntry.objects.get(chain=f"organisation:{new.pk}")
    assert (entry.kind, entry.actor_role) == ("registered", CLOCK.role)


def test_organisations_imported_again_stay_as_they_are(take: Import) -> None:
    take("organisations", works(), union())

    status, told = take("organisations", works(name="改了名"), union())

    assert (status, told) == (0, "新登记单位0个，已有登记2个，保持不变。\n")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (works(name=""), "单位名称“”：没有填写"),
        (works(name="长" * 121), "超过120个字"),
        (works(kind="商店"), "单位类型“商店”：不是单位的类型。填写其中一种：企业、院校"),
        (works(kind="总工会"), "机关和总工会由城市文件登记"),
        (works(division="110000"), "区划代码“110000”：没有这个区划"),
        (works(uscc=""), "统一社会信用代码“”：没有填写"),
        (works(uscc=WORKS[:-1] + "A"), "末位校验码应为“E”"),
        (works(industry="XX"), "行业代码“XX”：国民经济行业分类里没有这个代码"),
        (works(headcount="一百"), "职工人数“一百”：不是人数"),
        (works(headcount="12345678"), "不是人数"),
        (works(enterprise=WORKS), "只有基层工会写明所在单位"),
        (union(enterprise=""), "所在单位统一社会信用代码“”：没有填写"),
        (union(enterprise=SCHOOL), f"“{SCHOOL}”：没有登记这个单位。先登记所在单位"),
        (union(enterprise=CLUB[:-1]), "应为18位"),
    ],
)
def test_wrong_organisation_is_told_by_row_and_column(take: Import, line: str, told: str) -> None:
    before = Organisation.objects.count()

    status, said = take("organisations", works(name="丁公司", uscc=CLUB), line)

    assert status == 1
    assert said.startswith("第3行 ")
    assert told in said
    assert "没有写入任何一行" in said
    assert Organisation.objects.count() == before


def test_an_organisation_stands_once_in_its_table(take: Import) -> None:
    status, told = take("organisations", works(), works(name="丁"), union(), union())

    assert status == 1
    assert "第3行 统一社会信用代码" in told
    assert "第5行 单位名称“丙公司工会”：与第4行重复" in told


def test_officers_are_let_in_and_sign_in_by_phone(take: Import, world: World) -> None:
    status, told = take(
        "officers",
        officer(),
        officer(organisation=WORKS, division="", title="经办", name="王师傅", id=WANG,
                phone="13900139000"),
        officer(organisation="甲公司工会", title="主席", name="赵主席", id="370203197208154937",
                phone="13700137000"),
    )  # fmt: skip

    assert (status, told) == (
        0, "新登记1人，开通登录账户3个，任命3项，已任职0项，保持不变。\n"
    )  # fmt: skip
    offices = {office.person.name: office for office in Office.objects.all()}
    assert offices["新人"].organisation == world.hrss_south
    assert (offices["新人"].role, offices["新人"].since) == ("hrss", date(2026, 8, 1))
    assert (offices["王师傅"].person, offices["王师傅"].role) == (world.wang, ENTERPRISE)
    assert (offices["赵主席"].organisation, offices["赵主席"].role) == (world.union, UNION)
    assert Person.objects.get(name="新人").division == world.south
    assert signed_in("13800138000").get(reverse("desk:list_queue")).url == reverse(
        "mfa_activate_totp"
    )
    assert signed_in("13900139000").get(reverse("enterprise:show_home")).status_code == 200


def signed_in(phone: str) -> Client:
    client = Client()
    client.post(reverse("account_request_login_code"), {"phone": phone})
    message = Message.objects.filter(channel="sms", to=phone).latest("id")
    code = re.search(r"验证码是(\S+?)，", message.text)
    assert code is not None
    client.post(reverse("account_confirm_login_code"), {"code": code[1]})
    return client


def test_officers_imported_again_stay_as_they_are(take: Import) -> None:
    take("officers", officer())

    status, told = take("officers", officer(title="处长", phone="13900139000"))

    assert (status, told) == (
        0, "新登记0人，开通登录账户0个，任命0项，已任职1项，保持不变。\n"
    )  # fmt: skip
    assert Office.objects.get().title == "科长"


def test_an_officer_whose_account_is_deactivated_is_told_and_let_in_only_when_asked(
    take: Import,
) -> None:
    take("officers", officer())
    Account.objects.update(is_active=False)

    status, told = take("officers", officer())

    assert status == 1
    assert "登录账户已停用，不能登录" in told
    assert "--reactivate" in told
    assert not Account.objects.get().is_active

    status, told = take("officers", officer(), words=("--reactivate",))

    assert (status, told) == (
        0, "新登记0人，开通登录账户0个，恢复已停用的账户1个，任命0项，已任职1项，保持不变。\n"
    )  # fmt: skip
    assert Account.objects.get().is_active
    assert JournalEntry.objects.filter(kind="account-reactivated").count() == 1
    assert signed_in("13800138000").get(reverse("desk:list_queue")).status_code == 302


def test_a_deactivated_account_that_proved_the_phone_is_told_too(take: Import) -> None:
    account = services.open_account(phone="13800138000")
    services.change_phone(account, "13800138000", verified=True)
    Account.objects.update(is_active=False)

    status, told = take("officers", officer())

    assert status == 1
    assert "登录账户已停用" in told
    assert take("officers", officer(), words=("--reactivate",))[0] == 0


def test_one_person_may_act_for_two_bodies(take: Import, world: World) -> None:
    status, _told = take("officers", officer(), officer(organisation=WORKS, division=""))

    assert status == 0
    assert Person.objects.get(name="新人").offices.count() == 2
    assert queries.find_account_by_phone("13800138000") == Person.objects.get(name="新人").account


def test_an_account_that_proved_the_phone_becomes_the_officers(take: Import) -> None:
    account = services.open_account(phone="13800138000")
    services.change_phone(account, "13800138000", verified=True)

    status, _told = take("officers", officer())

    account.refresh_from_db()
    assert status == 0
    assert account.person == Person.objects.get(name="新人")


@pytest.mark.parametrize("owner", ["unproved", "somebody"])
def test_the_phone_of_another_account_is_not_taken(take: Import, world: World, owner: str) -> None:
    person = world.li if owner == "somebody" else None
    services.open_account(phone="13800138000", person=person)

    status, told = take("officers", officer())

    assert status == 1
    assert "第2行 手机号“138****8000”：已用于另一个账户。" in told
    assert not Office.objects.exists()


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (officer(organisation=""), "单位“”：没有填写"),
        (officer(organisation="finance"), "单位“finance”：统一社会信用代码"),
        (officer(division="370214"), "单位“hrss”：没有登记这个单位"),
        (officer(organisation=NEW_WORKS), f"单位“{NEW_WORKS}”：没有登记这个单位"),
        (officer(organisation="乙公司工会"), "单位“乙公司工会”：没有登记这个单位"),
        (officer(organisation=OTHER_WORKS), "这个单位已经注销"),
        (officer(title=""), "职务“”：没有填写"),
        (officer(name=""), "姓名“”：没有填写"),
        (officer(name="长" * 61), "超过60个字"),
        (officer(id="110105194912310021"), "身份证号“1101…0021”：身份证号码末位校验码"),
        (officer(name="别人", id=LI), "姓名“别人”：与这个身份证号码登记的姓名不一致"),
        (officer(phone=""), "手机号“”：手机号码应为1开头的11位数字"),
        (officer(phone="123"), "改为11位手机号码。"),
        (officer(since="去年"), "任职日期“去年”：不是日期"),
        (officer(since="2026-09-02"), "任职日期“2026-09-02”：在今天之后"),
    ],
)
def test_wrong_officer_is_told_by_row_and_column(
    take: Import, world: World, line: str, told: str
) -> None:
    services.dissolve(world.other_works, by=CLOCK, on=DAY)
    sound = officer(name="刘科长", id=LIU, phone="13500135000")

    status, said = take("officers", sound, line)

    assert status == 1
    assert said.startswith("第3行 ")
    assert told in said
    assert not Office.objects.exists()
    assert not Account.objects.exists()


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (officer(), "身份证号“1101**********002X”：与第2行重复"),
        (officer(organisation=WORKS, name="旧人"), "姓名“旧人”：与第2行的同一人不一致"),
        (officer(organisation=WORKS, phone="13900139000"), "“139****9000”：与第2行的同一人不一致"),
        (officer(name="小李", id=LI), "手机号“138****8000”：与第2行的另一人相同"),
    ],
)
def test_rows_at_odds_with_each_other_are_told(take: Import, line: str, told: str) -> None:
    status, said = take("officers", officer(), line)

    assert status == 1
    assert told in said
    assert not Office.objects.exists()


@pytest.mark.parametrize(("kind", "line"), [("organisations", works()), ("officers", officer())])
def test_a_dry_run_writes_nothing(take: Import, kind: str, line: str) -> None:
    before = JournalEntry.objects.count()

    status, told = take(kind, line, words=("--dry-run",))

    assert (status, told) == (0, "1行全部无误，没有写入。\n")
    assert JournalEntry.objects.count() == before


@pytest.mark.parametrize(
    ("kind", "line"), [("organisations", works(kind="")), ("officers", officer(title=""))]
)
def test_the_wrong_rows_are_given_back(take: Import, tmp_path: Path, kind: str, line: str) -> None:
    given_back = tmp_path / "wrong.xlsx"

    status, _told = take(kind, line, words=("--wrong-rows", str(given_back)))

    assert status == 1
    assert given_back.read_bytes().startswith(b"PK")


def test_a_workbook_is_taken_with_numbers_and_days_in_its_cells(
    take: Import, tmp_path: Path, world: World
) -> None:
    row = (
        "hrss",
        370202,
        "科长",
        "新人",
        "11010519491231002X",
        13800138000,
        datetime(2026, 8, 1, tzinfo=UTC),
    )
    (tmp_path / "officers.xlsx").write_bytes(xlsx(OFFICERS.strip().split(","), row).read())

    assert main(["import", "officers", str(tmp_path / "officers.xlsx")]) == 0
    assert Office.objects.get().organisation == world.hrss_south


def test_a_credit_code_that_lost_its_digits_is_told(
    take: Import, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    row = ("丙公司", "企业", "370202", 912345678901234567)
    head = ORGANISATIONS.strip().split(",")[: len(row)]
    (tmp_path / "works.xlsx").write_bytes(xlsx(head, row).read())

    assert main(["import", "organisations", str(tmp_path / "works.xlsx")]) == 1
    assert "被存成了数字，末几位已经丢失" in capsys.readouterr().out


def test_a_table_without_its_columns_is_refused(take: Import, tmp_path: Path) -> None:
    other = tmp_path / "other.csv"
    other.write_text("甲,乙\n1,2\n", "utf8")

    assert main(["import", "officers", str(other)]) == 1
