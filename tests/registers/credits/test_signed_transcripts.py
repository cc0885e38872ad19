"""A signed transcript is good until the credits change, whoever changes them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from gongtu.engines.credentials import services as credentials
from gongtu.engines.credentials.choices import Verdict
from gongtu.engines.credentials.queries import find_credential
from gongtu.engines.credentials.sdjwt import verify_disclosed
from gongtu.engines.credentials.services import AlreadyEnded, NotIssuer
from gongtu.engines.credentials.verify import verify
from gongtu.parties.access import NotEntitled
from gongtu.records.journal.queries import list_chain
from gongtu.registers.credits import services as bank
from gongtu.registers.credits.choices import TRANSCRIPT, EndedFor
from gongtu.registers.credits.models import Conversion, SignedTranscript
from gongtu.registers.credits.queries import StudentUnknown, transcript_of
from gongtu.registers.credits.rows import Line
from gongtu.registers.credits.services.signing import order_for
from gongtu.registers.wallet import services as wallet
from tests.cast import DAY, Cast, raise_curtain
from tests.factories.skills import certificate
from tests.scenarios.credit_bank import counted, opened

RULES = {"needed": 20, "ceiling": 12, "certificate": {"senior": {"机械基础": 6}}}


@pytest.fixture
def cast(db: None, settings: Settings) -> Cast:
    settings.GONGTU_TODAY = DAY
    return raise_curtain()


@pytest.fixture
def conversion(cast: Cast) -> Conversion:
    opened(cast.school, RULES)
    certificate(cast)
    return counted(cast.person(cast.wang), cast.school, number="20250000008", on=DAY)


def sign(cast: Cast, made: Conversion) -> SignedTranscript:
    return bank.sign_transcript(made.student.number, by=cast.wang, on=DAY)


def verdict(number: str) -> Verdict:
    found = find_credential(number)
    assert found is not None
    return verify(found.document, on=DAY).verdict


def said(number: str) -> dict[str, object]:
    found = find_credential(number)
    assert found is not None
    subject: dict[str, object] = found.document["credentialSubject"]
    return subject


def test_it_says_the_credits_of_the_day_and_anybody_checks_it(
    cast: Cast, conversion: Conversion
) -> None:
    made = sign(cast, conversion)

    assert verdict(made.number) is Verdict.VALID
    assert sign(cast, conversion) == made
    told = said(made.number)
    assert (told["credits"], told["coursesShown"], told["asOf"]) == ("6", "机械基础 6", str(DAY))
    link = wallet.share(made.number, parts=(), days=7, purpose="转学", by=cast.wang, on=DAY)
    looked = Client().post(f"/shared/{link.token}/", {"name": "钱女士", "why": "核对"})
    assert "机械基础 6" in looked.content.decode()


def test_it_is_presented_by_its_holder_and_followed_there_too(
    cast: Cast, conversion: Conversion
) -> None:
    made = sign(cast, conversion)
    shown = wallet.present(made.number, parts=(), to=None, by=cast.wang, on=DAY)

    found = verify_disclosed(shown, on=DAY)
    assert (found.verdict, found.claims["coursesShown"]) == (Verdict.VALID, "机械基础 6")
    assert not {"name", "transcript"} & found.claims.keys()
    page = Client().post("/certificates/presentation/", {"pasted": shown}).content.decode()
    for part in ("学分成绩单", "毕业所需学分", "机械基础 6"):
        assert part in page

    bank.end_conversion(conversion.case_number, EndedFor.GIVEN_UP, by=cast.wang, on=DAY)

    assert verify_disclosed(shown, on=DAY).verdict is Verdict.SUPERSEDED


def test_given_up_by_the_learner_the_schools_statement_is_followed_by_a_new_one(
    cast: Cast, conversion: Conversion
) -> None:
    made = sign(cast, conversion)

    bank.end_conversion(conversion.case_number, EndedFor.GIVEN_UP, by=cast.wang, on=DAY)

    assert verdict(made.number) is Verdict.SUPERSEDED
    follower = SignedTranscript.objects.get(followed_on=None)
    old, new = find_credential(made.number), find_credential(follower.number)
    assert old is not None
    assert new is not None
    assert (old.superseded_by, new.issuer_organisation) == (new.number, cast.school.organisation)
    assert (said(new.number)["credits"], verdict(new.number)) == ("0", Verdict.VALID)
    ended = list_chain(f"credential:{made.number}").last()
    assert ended is not None
    assert (ended.kind, ended.what["superseded_by"]) == ("superseded", new.number)
    assert ended.actor_account == cast.wang.account


def test_what_is_studied_or_counted_besides_stands_on_the_next(
    cast: Cast, conversion: Conversion
) -> None:
    made = sign(cast, conversion)

    bank.record_study(
        conversion.student.number, Line("数学", Decimal("1.5")), by=cast.school, on=DAY
    )

    follower = sign(cast, conversion)
    assert (verdict(made.number), verdict(follower.number)) == (Verdict.SUPERSEDED, Verdict.VALID)
    assert said(follower.number)["coursesShown"] == "机械基础 6；数学 1.5"
    assert said(follower.number)["credits"] == "7.5"


def test_nothing_is_signed_for_whoever_never_asked(cast: Cast, conversion: Conversion) -> None:
    bank.end_conversion(conversion.case_number, EndedFor.TAKEN_BACK, by=cast.school, on=DAY)

    assert not SignedTranscript.objects.exists()
    with pytest.raises(bank.NothingToSign, match="还没有学分"):
        sign(cast, conversion)


def test_one_that_was_taken_back_does_not_stand(cast: Cast, conversion: Conversion) -> None:
    made = sign(cast, conversion)
    with pytest.raises(NotIssuer):
        credentials.revoke(made.number, "issued-in-error", "误", by=cast.wang, on=DAY)
    credentials.revoke(made.number, "issued-in-error", "误", by=cast.liu, on=DAY)

    other = sign(cast, conversion)

    assert (verdict(made.number), verdict(other.number)) == (Verdict.REVOKED, Verdict.VALID)
    order = order_for(transcript_of(other.student), other)
    with pytest.raises(AlreadyEnded):
        credentials.follow(made.number, order, by=cast.wang, on=DAY)


def test_only_its_holder_asks_and_only_the_school_signs(cast: Cast, conversion: Conversion) -> None:
    number = conversion.student.number
    with pytest.raises(StudentUnknown):
        bank.sign_transcript(number, by=cast.stranger, on=DAY)
    with pytest.raises(NotEntitled):
        bank.sign_transcript(number, by=cast.school, on=DAY)
    made = SignedTranscript.objects.create(number="C1", student=conversion.student, as_of=DAY)
    order = order_for(transcript_of(conversion.student), made)

    credentials.issue_many(
        TRANSCRIPT, [order], issuer_organisation=cast.bodies["works"].pk, by=cast.clerk, on=DAY
    )

    assert verdict("C1") is not Verdict.VALID
