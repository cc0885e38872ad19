"""Statements of treatment: issued by the rule, checked by anybody, expired, withdrawn."""

from datetime import date, timedelta

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from gongtu.engines.credentials.choices import Verdict
from gongtu.engines.credentials.queries import find_credential
from gongtu.engines.credentials.sdjwt import verify_disclosed
from gongtu.engines.credentials.verify import verify
from gongtu.parties.access import NotEntitled
from gongtu.registers.education.choices import Qualified
from gongtu.registers.education.queries import DegreeUnknown
from gongtu.registers.skills.models import Certificate
from gongtu.registers.skills.queries import CertificateUnknown
from gongtu.registers.treatments import services as treatments
from gongtu.registers.treatments.choices import Purpose, Treated
from gongtu.registers.treatments.models import Statement
from gongtu.registers.treatments.services import NotTreated, issue_statement, withdraw_statement
from gongtu.registers.wallet import services as wallet
from gongtu.registers.wallet.choices import Part
from tests.cast import DAY, Cast, raise_curtain
from tests.factories.education import graduate
from tests.factories.skills import certificate


@pytest.fixture
def cast(db: None, settings: Settings) -> Cast:
    settings.GONGTU_TODAY = DAY
    return raise_curtain()


def verdict(made: Statement, on: date = DAY) -> Verdict:
    found = find_credential(made.number)
    assert found is not None
    return verify(found.document, on=on).verdict


def test_it_is_good_in_its_term_until_the_office_that_answers_for_it_takes_it_back(
    cast: Cast,
) -> None:
    graduate(cast, Qualified.PRE_TECHNICIAN)
    made = issue_statement("X1", Purpose.RECRUITMENT, by=cast.wang, on=DAY)

    assert (made.treated_as, made.issuer) == (Treated.BACHELOR, cast.bodies["city-hrss"])
    assert verdict(made, made.until - timedelta(days=1)) is Verdict.VALID
    assert verdict(made, made.until) is Verdict.EXPIRED
    for somebody in (cast.wang, cast.liu):
        with pytest.raises(NotEntitled):
            withdraw_statement(made.number, reason="x", by=somebody, on=DAY)
    withdraw_statement(made.number, reason="学籍不实。", by=cast.zheng, on=DAY)
    assert verdict(made) is Verdict.REVOKED


def test_it_says_nothing_any_more_once_the_certificate_it_rests_on_is_revoked(cast: Cast) -> None:
    graduate(cast, Qualified.INTERMEDIATE)
    with pytest.raises(NotTreated, match="取得高级工"):
        issue_statement("X1", Purpose.ENLISTMENT, by=cast.wang, on=DAY)
    certificate(cast)
    made = issue_statement("X1", Purpose.ENLISTMENT, by=cast.wang, on=DAY)
    assert (made.treated_as, verdict(made)) == (Treated.COLLEGE, Verdict.VALID)

    Certificate.objects.update(status="revoked", revoked_on=DAY, revoked_for="issued-in-error")

    assert verdict(made) is Verdict.CANNOT_TELL


def test_what_it_rests_on_counts_where_a_presentation_keeps_it_back(cast: Cast) -> None:
    graduate(cast, Qualified.INTERMEDIATE)
    certificate(cast)
    made = issue_statement("X1", Purpose.ENLISTMENT, by=cast.wang, on=DAY)
    shown = wallet.present(made.number, parts=(Part.NAME,), to=None, by=cast.wang, on=DAY)

    found = verify_disclosed(shown, on=DAY)
    assert (found.verdict, found.claims["treatedAs"]) == (Verdict.VALID, Treated.COLLEGE)
    assert not {"restsOn", "school", "idNumber", "certificateNumber"} & found.claims.keys()
    assert verify_disclosed(shown, on=made.until).verdict is Verdict.EXPIRED

    Certificate.objects.update(status="revoked", revoked_on=DAY, revoked_for="issued-in-error")

    assert verify_disclosed(shown, on=DAY).verdict is Verdict.CANNOT_TELL


def test_its_holder_shares_it_by_link(cast: Cast) -> None:
    graduate(cast, Qualified.SENIOR)
    made = issue_statement("X1", Purpose.TITLE, by=cast.wang, on=DAY)
    link = wallet.share(made.number, parts=(), days=7, purpose="评职称", by=cast.wang, on=DAY)

    looked = Client().post(f"/shared/{link.token}/", {"name": "钱女士", "why": "核对"})

    page = looked.content.decode()
    assert "待遇证明" in page
    assert Purpose.TITLE.label in page
    assert made.number not in page
    own = cast.client(cast.wang).get("/wallet/shares/").content.decode()
    assert Purpose.TITLE.label in own
    with pytest.raises(CertificateUnknown):
        wallet.share(made.number, parts=(), days=7, purpose="评职称", by=cast.li, on=DAY)


def test_only_the_graduate_asks_and_a_new_one_follows_one_that_is_over(cast: Cast) -> None:
    graduate(cast, Qualified.SENIOR)
    first = issue_statement("X1", Purpose.TITLE, by=cast.wang, on=DAY)

    assert issue_statement("X1", Purpose.TITLE, by=cast.wang, on=first.until) != first
    with pytest.raises(DegreeUnknown):
        issue_statement("X1", Purpose.TITLE, by=cast.stranger, on=DAY)
    with pytest.raises(NotEntitled):
        issue_statement("X1", Purpose.TITLE, by=cast.liu, on=DAY)
    assert treatments.treated_as(first.degree) is Treated.COLLEGE
