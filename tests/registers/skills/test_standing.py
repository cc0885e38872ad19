"""Suspended and resumed, revoked while suspended, and a whole session taken back at once."""

from datetime import date

import pytest

from gongtu.base.errors import Refused
from gongtu.engines.credentials.choices import Verdict
from gongtu.engines.credentials.verify import verify
from gongtu.parties.access import NotEntitled
from gongtu.registers.skills import services as skills
from gongtu.registers.skills.choices import RevocationReason, SessionState
from gongtu.registers.skills.models import Certificate
from gongtu.registers.skills.queries import get_certificate, get_session, history_of
from gongtu.registers.skills.services import Said
from tests.registers.skills.sitting import sit
from tests.scenarios.town import Town

NUMBER, SESSION = "Y000037020001263000001", "20260000001"
LATER = date(2026, 9, 10)


@pytest.fixture
def held(town: Town) -> Certificate:
    sit(town, SESSION, marks="王师傅 88 91\n小李 90 90")
    return get_certificate(NUMBER)


def suspend(town: Town, told: str = "考评记录待核实") -> None:
    skills.suspend_certificate(NUMBER, told=told, by=town.roles["enterprise"], on=LATER)


def withdraw(town: Town, role: str = "hrss", heard: str = "无意见") -> list[Certificate]:
    return skills.withdraw_session(
        SESSION, reason=RevocationReason.ISSUED_IN_ERROR, told="考评人员不足", heard=heard,
        by=town.roles[role], on=LATER,
    )  # fmt: skip


def test_suspended_certificate_is_not_called_valid_until_it_is_resumed(
    held: Certificate,
    town: Town,
) -> None:
    suspend(town)
    meanwhile = verify(NUMBER, on=LATER).verdict
    skills.resume_certificate(NUMBER, told="核实无误", by=town.roles["enterprise"], on=LATER)

    assert meanwhile is not Verdict.VALID
    assert verify(NUMBER, on=LATER).verdict is Verdict.VALID
    kinds = [event.kind for event in history_of(get_certificate(NUMBER))]
    assert kinds == ["issued", "suspended", "resumed"]


def test_suspension_needs_a_reason_and_something_that_counts(
    held: Certificate,
    town: Town,
) -> None:
    with pytest.raises(Refused, match="理由"):
        suspend(town, told=" ")
    with pytest.raises(skills.CertificateNotValid):
        skills.resume_certificate(NUMBER, told="核实", by=town.roles["enterprise"], on=LATER)
    suspend(town)
    with pytest.raises(skills.CertificateNotValid):
        suspend(town)
    with pytest.raises(Refused, match="恢复"):
        skills.resume_certificate(NUMBER, told="", by=town.roles["enterprise"], on=LATER)


def test_stranger_suspends_nothing(held: Certificate, town: Town) -> None:
    with pytest.raises(Refused, match="只有发证单位"):
        skills.suspend_certificate(NUMBER, told="核实", by=town.roles["worker"], on=LATER)
    assert get_certificate(NUMBER).status == "valid"


def test_suspended_certificate_may_be_revoked(held: Certificate, town: Town) -> None:
    suspend(town)
    skills.revoke_certificate(
        NUMBER, reason=RevocationReason.OBTAINED_BY_FRAUD, told="替考", heard="无意见",
        by=town.roles["enterprise"], on=LATER,
    )  # fmt: skip

    assert verify(NUMBER, on=LATER).verdict is Verdict.REVOKED


def test_whole_session_is_taken_back_with_what_took_a_certificates_place(
    held: Certificate,
    town: Town,
) -> None:
    new = skills.correct_certificate(
        NUMBER, Said(name="汪师傅"), told="户口簿", by=town.roles["enterprise"], on=LATER
    )

    taken = withdraw(town)

    assert [one.number for one in taken] == ["Y000037020001263000002", new.number]
    assert verify(new.number, on=LATER).verdict is Verdict.REVOKED
    assert verify(NUMBER, on=LATER).verdict is Verdict.SUPERSEDED
    assert get_session(SESSION).state == SessionState.WITHDRAWN


def test_session_is_taken_back_whole_or_not_at_all(held: Certificate, town: Town) -> None:
    with pytest.raises(NotEntitled):
        withdraw(town, role="enterprise")
    with pytest.raises(Refused, match="陈述"):
        withdraw(town, heard=" ")
    assert {one.status for one in Certificate.objects.all()} == {"valid"}

    withdraw(town)
    with pytest.raises(skills.SessionNotOpen):
        withdraw(town)
