"""Anybody checks a certificate by number and name, and learns nothing from one alone."""

import re
from datetime import date

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django.fixtures import Settings

from gongtu.engines.credentials import services as credentials
from gongtu.engines.credentials.choices import ReasonClass
from gongtu.registers.appointments.services import end_appointment
from gongtu.registers.skills.services.certificates import KIND, order_for
from tests.cast import DAY, Cast, id_number
from tests.factories.appointments import CASE, UNTIL, appointed
from tests.factories.skills import certificate, filing

ADDRESS = reverse("public:check_certificate")


@pytest.fixture(autouse=True)
def _nobody_has_asked_yet() -> None:
    cache.clear()


@pytest.fixture
def number(cast: Cast) -> str:
    """王师傅's certificate, signed by his employer."""
    filing(cast)
    held = certificate(cast)
    works = cast.bodies["works"].pk
    credentials.issue_many(
        KIND, [order_for(held)], issuer_organisation=works, by=cast.clerk, on=DAY
    )
    return held.number


def plain(shown: str) -> str:
    """A page without what differs from one visit to the next."""
    return re.sub(r'name="(csrfmiddlewaretoken|key)" value="[^"]*"', "", shown)


def unexplained(shown: str) -> str:
    """A page without what is read off the typed number itself."""
    return re.sub(r"<details.*?</details>", "", shown, flags=re.DOTALL)


def check(number: str, name: str) -> str:
    return Client().post(ADDRESS, {"number": number, "name": name}).content.decode()


def test_valid_certificate_shows_verdict_and_fewest_fields(number: str) -> None:
    shown = check(number, "王师傅")

    assert "有效" in shown
    assert "装配钳工" in shown
    assert "身份证" not in shown


def test_wrong_name_finds_nothing_and_says_why_that_may_be(number: str) -> None:
    shown = check(number, "张师傅")

    assert "查不到" in shown
    assert "装配钳工" not in shown
    assert "可能是因为" in shown


def test_miss_reads_the_same_whether_or_not_the_number_is_on_record(number: str) -> None:
    pages, counts = [], []
    for asked in (number, number[:-1] + "9"):
        with CaptureQueriesContext(connection) as queries:
            shown = check(asked, "张师傅")
        pages.append(unexplained(plain(shown)).replace(asked, ""))
        counts.append(len(queries))

    assert pages[0] == pages[1]
    assert counts[0] == counts[1]


def test_every_cause_comes_with_what_to_do_and_the_issuer_by_the_number(number: str) -> None:
    answer = Client().post(ADDRESS, {"number": number, "name": "汪师傅"})

    titles = [cause.title for cause in answer.context["causes"]]
    assert titles == ["姓名或者号码对不上", "已经颁发，还没有上传", "还没有颁发", "登记在别的系统"]
    assert "专项职业能力" not in str(answer.context["causes"])
    assert all(cause.act for cause in answer.context["causes"])
    assert "发证单位是甲公司" in answer.content.decode()


@pytest.mark.parametrize("other", ["1837000000400123", "Y000011020001263000001"])
def test_number_of_another_register_puts_that_cause_first(cast: Cast, other: str) -> None:
    answer = Client().post(ADDRESS, {"number": other, "name": "王师傅"})

    assert answer.context["causes"][0].title == "登记在别的系统"


def test_id_number_and_name_find_every_certificate(number: str) -> None:
    shown = check(id_number(1), "王师傅")

    assert number in shown
    assert id_number(1) not in shown


def test_id_number_with_another_name_finds_nothing(number: str) -> None:
    assert "查不到" in check(id_number(1), "张师傅")


def test_superseded_certificate_leads_to_its_successor(number: str, cast: Cast) -> None:
    new = certificate(cast, 2)
    credentials.issue_many(
        KIND, [order_for(new)], issuer_organisation=new.issuer_id, by=cast.clerk, on=DAY
    )
    credentials.supersede(number, new.number, by=cast.clerk, on=DAY)

    assert reverse("public:show_verdict", args=[new.number]) in check(number, "王师傅")


def test_revoked_certificate_is_called_revoked_with_its_reason(number: str, cast: Cast) -> None:
    credentials.revoke(number, ReasonClass.ISSUED_IN_ERROR, "成绩登记有误", by=cast.clerk, on=DAY)

    shown = check(number, "王师傅")

    assert "已撤销" in shown
    assert "核发有误" in shown
    assert "成绩登记有误" not in shown


def test_number_that_cannot_be_one_is_told_at_its_field(db: None) -> None:
    answer = Client().post(ADDRESS, {"number": "Y0000", "name": "王师傅"})

    assert answer.status_code == 422
    assert "number" in answer.context["form"].errors


def test_asking_too_often_is_refused(number: str) -> None:
    answers = [Client().post(ADDRESS, {"number": number, "name": "王师傅"}) for _ in range(31)]

    assert answers[-1].status_code == 429
    assert "太频繁" in answers[-1].content.decode()


def test_an_appointment_is_called_one_and_no_certificate(cast: Cast) -> None:
    held = appointed(cast)

    shown = check(held.number, "王师傅")

    assert "在聘" in shown
    assert "不是职业技能等级证书" in shown
    assert ">评价机构<" not in shown
    assert "特级技师" in shown


@pytest.mark.parametrize(
    ("day", "says"), [(UNTIL, "聘期已经届满"), (DAY, "已终止。原因类别：期满以前终止")]
)
def test_an_appointment_that_is_over_or_ended_says_which(
    cast: Cast, settings: Settings, day: date, says: str
) -> None:
    held = appointed(cast)
    if day == DAY:
        end_appointment(CASE, reason="岗位调整", by=cast.clerk, on=DAY)
    settings.GONGTU_TODAY = day

    assert says in check(held.number, "王师傅")


def test_an_appointment_needs_the_name_too(cast: Cast) -> None:
    held = appointed(cast)

    assert "查不到" in check(held.number, "张师傅")


def test_the_number_is_explained_part_by_part(number: str) -> None:
    shown = check(number, "王师傅")

    assert "评价机构类别：用人单位" in shown
    assert "待核" not in shown[shown.index("<details") : shown.index("</details>")]


def test_a_number_of_another_register_is_explained_where_it_is_not_found(cast: Cast) -> None:
    shown = check("1910012003300012", "王师傅")

    assert "鉴定机构类别：地方职业技能鉴定站" in shown
    assert "待核" in shown[shown.index("<details") : shown.index("</details>")]
