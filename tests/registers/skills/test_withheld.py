"""What was withheld for another certificate is offered and issued once that one is revoked."""

from datetime import timedelta

import pytest
from django.urls import reverse
from pytest_django.fixtures import Settings

from gongtu.engines.casework import services as casework
from gongtu.engines.casework.models import Case
from gongtu.engines.credentials import services as credentials
from gongtu.parties.access import NotEntitled
from gongtu.parties.capacity import Capacity
from gongtu.records.outbox.queries import list_notices
from gongtu.registers.skills import services as register
from gongtu.registers.skills.choices import RevocationReason
from gongtu.registers.skills.models import AssessorFiling, Candidate, Certificate
from gongtu.registers.skills.services.certificates import KIND, order_for
from tests.cast import DAY, Cast, raise_curtain
from tests.factories import skills
from tests.factories.sittings import on_notice

ISSUED, LATER = DAY + timedelta(days=19), DAY + timedelta(days=30)


@pytest.fixture
def cast(db: None, settings: Settings) -> Cast:
    settings.GONGTU_TODAY = LATER
    cast = raise_curtain()
    skills.filing(cast)
    return cast


@pytest.fixture
def case(cast: Cast) -> Case:
    """王师傅 and 小李 passed; nothing is issued yet."""
    return on_notice(cast, "王师傅 88 91\n小李 80 80")


@pytest.fixture
def first(cast: Cast, case: Case) -> Certificate:
    """What 王师傅 held when the session's certificates were issued."""
    return signed(cast, 77)


@pytest.fixture
def withheld(cast: Cast, case: Case, first: Certificate) -> Candidate:
    """王师傅 passed, and held a certificate of the grade by then."""
    casework.make_move(case.number, "issue", by=cast.clerk, on=ISSUED)
    return Candidate.objects.get(withheld=first.number)


def signed(cast: Cast, serial: int) -> Certificate:
    """A certificate of 王师傅's with its credential."""
    held = skills.certificate(cast, serial=serial, issued_on=DAY)
    order, issuer = order_for(held), held.issuer_id
    credentials.issue_many(KIND, [order], issuer_organisation=issuer, by=cast.clerk, on=DAY)
    return held


def revoked(first: Certificate, by: Capacity) -> None:
    register.revoke_certificate(
        first.number, reason=RevocationReason.ISSUED_IN_ERROR, told="核发有误。",
        heard="没有意见。", by=by, on=LATER,
    )  # fmt: skip


def issue(one: Candidate, by: Capacity) -> Certificate:
    return register.issue_withheld(one.session.case_number, one.pk, by=by, on=LATER)


def address(one: Candidate, page: str = "issue_withheld", *more: int) -> str:
    return reverse(f"enterprise:{page}", args=[one.session.case_number, *more])


def test_the_assessor_is_told_and_offered_it_and_issues_it_once(
    cast: Cast, first: Certificate, withheld: Candidate
) -> None:
    client, session = cast.client(cast.clerk), address(withheld, "show_session")
    button = address(withheld, "issue_withheld", withheld.pk)
    assert button not in client.get(session).content.decode()
    revoked(first, cast.clerk)

    told = list_notices(cast.clerk.account or 0)[0]
    assert told.subject.startswith("可以补核发证书")
    assert button in client.get(session).content.decode()
    assert client.post(button).url == session

    new = Certificate.objects.get(session=withheld.session_id, person=cast.wang.person)
    assert (new.status, new.issued_on) == ("valid", LATER)
    assert button not in client.get(session).content.decode()
    again = client.post(button)
    assert again.status_code == 422
    assert "没有对这名考生留着未核发的证书" in again.content.decode()


def test_it_is_refused_while_the_other_stands_or_is_suspended(
    cast: Cast, first: Certificate, withheld: Candidate
) -> None:
    with pytest.raises(register.StillHeld, match=first.number):
        issue(withheld, cast.clerk)
    register.suspend_certificate(first.number, told="核查中。", by=cast.clerk, on=LATER)
    with pytest.raises(register.StillHeld, match=first.number):
        issue(withheld, cast.clerk)


def test_it_is_refused_where_they_were_issued_another_meanwhile(
    cast: Cast, first: Certificate, withheld: Candidate
) -> None:
    revoked(first, cast.clerk)
    other = signed(cast, 78)

    with pytest.raises(register.StillHeld, match=other.number):
        issue(withheld, cast.clerk)


def test_only_a_clerk_of_the_assessor_who_is_not_the_candidate_issues_it(
    cast: Cast, first: Certificate, withheld: Candidate
) -> None:
    revoked(first, cast.clerk)

    with pytest.raises(NotEntitled):
        issue(withheld, cast.other_clerk)
    Candidate.objects.filter(pk=withheld.pk).update(person=cast.clerk.person)
    with pytest.raises(NotEntitled, match="应当回避"):
        issue(withheld, cast.clerk)


def test_a_session_without_a_filing_or_taken_back_issues_nothing(
    cast: Cast, first: Certificate, withheld: Candidate
) -> None:
    revoked(first, cast.clerk)
    register.end_filing(AssessorFiling.objects.get(), reason="停止。", by=cast.liu, on=LATER)
    with pytest.raises(register.SessionNotOpen, match="有效备案"):
        issue(withheld, cast.clerk)

    register.withdraw_session(
        withheld.session.case_number, reason=RevocationReason.ISSUED_IN_ERROR, told="有误。",
        heard="没有意见。", by=cast.liu, on=LATER,
    )  # fmt: skip
    with pytest.raises(register.SessionNotOpen, match="已经撤销"):
        issue(withheld, cast.clerk)


def test_who_has_no_withheld_certificate_gets_none(cast: Cast, withheld: Candidate) -> None:
    li = withheld.session.candidates.exclude(pk=withheld.pk).get()

    with pytest.raises(register.NothingWithheld):
        issue(li, cast.clerk)
