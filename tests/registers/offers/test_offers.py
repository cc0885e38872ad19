"""What is owed is offered once, and stays, lapses, is taken or declined as it should be."""

from datetime import date

import pytest

from gongtu.base.errors import Refused
from gongtu.engines.casework import services as casework
from gongtu.engines.casework.models import Case
from gongtu.engines.casework.refusals import WrongHands
from gongtu.engines.entitlement.registry import get_benefit
from gongtu.engines.indicators.declare import Within
from gongtu.parties import services as parties
from gongtu.parties.access import NotEntitled
from gongtu.parties.queries import get_person, list_consents
from gongtu.records.journal.models import JournalEntry
from gongtu.records.outbox.models import Message
from gongtu.registers.offers import queries, services
from gongtu.registers.offers.declare import Asked, Found
from gongtu.registers.offers.measures import offers_made
from gongtu.registers.offers.models import NearMiss, Offer, Run
from gongtu.registers.skills.models import Certificate
from tests.cast import DAY
from tests.factories.skills import certificate, insured
from tests.registers.offers.conftest import KEY, Offering

NEXT = date(2026, 9, 2)


def told_of(offer: Offer) -> tuple[str, str, int | None]:
    return offer.state, offer.subject, offer.amount


def test_what_is_owed_is_offered_with_its_amount_and_digest(offering: Offering) -> None:
    run = offering.run()

    offer = Offer.objects.get()
    assert told_of(offer) == ("told", offering.number, 200_000)
    assert (offer.person_id, offer.division) == (offering.cast.wang.person, "370202")
    assert len(offer.explanation) == 64
    run.refresh_from_db()
    assert (run.state, run.owed[KEY], run.engine) == ("done", 1, "one-by-one")
    assert run.outcome[KEY]["made"] == 1


def test_offers_made_are_counted_and_opened_one_by_one(offering: Offering) -> None:
    offering.run()
    here, there = (Within(DAY, NEXT, division) for division in ("370202", "370203"))
    made = offers_made()

    (one,) = made.behind(here, limit=9)

    assert (made.tally(here), made.tally(there)) == ({"": 1}, {"": 0})
    assert (one.title, one.on) == (get_benefit(KEY).title, DAY)
    assert made.behind(here, limit=9, after=one.key) == made.behind(there, limit=9) == []


def test_the_same_run_again_makes_nothing_new(offering: Offering) -> None:
    offering.run()
    again = offering.run(on=NEXT)

    assert Offer.objects.count() == 1
    again.refresh_from_db()
    assert again.outcome[KEY] == {
        "made": 0, "kept": 1, "lapsed": 0, "claimed": 0, "declined": 0, "unconfirmed": 0,
    }  # fmt: skip


def test_what_is_no_longer_owed_lapses_and_may_be_offered_anew(offering: Offering) -> None:
    offering.run()
    Certificate.objects.update(status="superseded")
    offering.run(on=NEXT)
    lapsed = Offer.objects.get()
    assert (lapsed.state, lapsed.because, lapsed.ended_on) == ("lapsed", "no-longer-owed", NEXT)

    Certificate.objects.update(status="valid")
    offering.run(on=date(2026, 9, 3))

    assert list(Offer.objects.order_by("id").values_list("state", flat=True)) == ["lapsed", "told"]


def test_an_amount_that_changed_is_shown_as_it_is_now(offering: Offering) -> None:
    offering.run()
    run = services.begin_run(by=offering.cast.liu, on=NEXT)
    from gongtu.base.money import Yuan
    from gongtu.engines.entitlement.registry import get_benefit

    found = Found(KEY, offering.wang, offering.number, Yuan(1800))
    services.write_offers(get_benefit(KEY), [found], run=run, on=NEXT)

    assert Offer.objects.get().amount == 180_000


def test_nothing_is_offered_that_asking_singly_denies(offering: Offering) -> None:
    """A fast run that errs is caught before anybody is told."""
    insured(offering.cast, months=1)
    from gongtu.base.money import Yuan

    wrong = Asked("wrong", {KEY: [Found(KEY, offering.wang, offering.number, Yuan(9))]})
    before = services.use_source(lambda _on, _progress: wrong)
    try:
        run = offering.run()
    finally:
        services.use_source(before)

    run.refresh_from_db()
    assert (Offer.objects.count(), run.outcome[KEY]["unconfirmed"]) == (0, 1)


def test_everybody_is_told_once_a_run_and_nothing_twice(offering: Offering) -> None:
    certificate(offering.cast, 2, grade="intermediate")
    offering.run()
    offering.run(on=NEXT)

    notices = Message.objects.filter(subject="您有应得的待遇")
    assert [notice.to for notice in notices] == [str(offering.cast.wang.account)]
    assert "技能提升补贴" in notices.get().text


def test_one_tap_opens_the_case_filled_and_a_second_finds_it(offering: Offering) -> None:
    offering.run()

    first = services.take(KEY, offering.number, by=offering.cast.wang, on=DAY)
    second = services.take(KEY, offering.number, by=offering.cast.wang, on=DAY)

    assert first == second
    case = Case.objects.get()
    assert case.answers == {"certificate": offering.number}
    offer = Offer.objects.get()
    assert (offer.state, offer.taken_by, offer.case_number) == ("taken", "tap", first)


def test_what_was_claimed_by_oneself_counts_as_taken(offering: Offering) -> None:
    offering.run()
    case = casework.open_case(
        KEY, answers={"certificate": offering.number}, by=offering.cast.wang, on=DAY
    )
    offering.run(on=NEXT)

    offer = Offer.objects.get()
    assert (offer.state, offer.taken_by, offer.case_number) == ("taken", "own-claim", case.number)


def test_a_withdrawn_claim_is_offered_again(offering: Offering) -> None:
    offering.run()
    number = services.take(KEY, offering.number, by=offering.cast.wang, on=DAY)
    casework.withdraw(number, by=offering.cast.wang, on=DAY)
    offering.run(on=NEXT)

    assert list(Offer.objects.order_by("id").values_list("state", flat=True)) == ["taken", "told"]


def test_somebody_else_takes_nothing(offering: Offering) -> None:
    offering.run()

    with pytest.raises(Refused, match="没有这一编号的证书"):
        services.take(KEY, offering.number, by=offering.cast.li, on=DAY)
    with pytest.raises(WrongHands):
        services.take(KEY, offering.number, by=offering.cast.clerk, on=DAY)
    assert not Case.objects.exists()


def test_what_needs_a_form_is_not_taken_by_a_tap(offering: Offering) -> None:
    with pytest.raises(queries.OfferUnknown):
        services.take("no-such-benefit", "x", by=offering.cast.wang, on=DAY)


def test_what_is_declined_is_not_offered_until_that_is_revoked(offering: Offering) -> None:
    offering.run()
    no = services.decline(KEY, by=offering.cast.wang, on=DAY)
    assert services.decline(KEY, by=offering.cast.wang, on=DAY) == no
    offering.run(on=NEXT)
    assert list(Offer.objects.values_list("state", flat=True)) == ["declined"]

    services.revoke_decline(no.pk, by=offering.cast.wang, on=NEXT)
    offering.run(on=date(2026, 9, 3))

    states = list(Offer.objects.order_by("id").values_list("state", flat=True))
    assert states == ["declined", "told"]


def test_everything_may_be_declined_at_once(offering: Offering) -> None:
    services.decline("", by=offering.cast.wang, on=DAY)
    offering.run()

    assert not Offer.objects.exists()
    assert queries.declined_by(offering.wang) == {""}


def test_nobody_declines_or_revokes_for_another(offering: Offering) -> None:
    no = services.decline(KEY, by=offering.cast.wang, on=DAY)

    with pytest.raises(queries.OfferUnknown):
        services.revoke_decline(no.pk, by=offering.cast.li, on=DAY)
    with pytest.raises(queries.OfferUnknown):
        services.decline("no-such-benefit", by=offering.cast.wang, on=DAY)
    with pytest.raises(NotEntitled, match="不是给予您现在的身份"):
        services.decline(KEY, by=offering.cast.clerk, on=DAY)
    with pytest.raises(NotEntitled, match="不是给予您现在的身份"):
        services.decline("training-platform-grant", by=offering.cast.wang, on=DAY)


def agree(offering: Offering) -> None:
    wang = offering.cast.wang
    person = get_person(wang.person or "")
    parties.give_consent(person, "benefits-unasked", evidence="勾选", by=wang, on=DAY)


def test_with_standing_consent_the_run_claims_and_tells(offering: Offering) -> None:
    agree(offering)
    offering.run()

    offer = Offer.objects.get()
    assert (offer.state, offer.taken_by, offer.told_on) == ("taken", "standing", DAY)
    assert Case.objects.get().opener_person_id == offering.cast.wang.person
    told = Message.objects.filter(key__startswith="offers:").get()
    assert told.text.startswith("已按您的长期同意")


def test_standing_consent_taken_back_is_taken_back(offering: Offering) -> None:
    agree(offering)
    consent = list_consents(get_person(offering.cast.wang.person or "").pk).get()
    parties.withdraw_consent(consent, by=offering.cast.wang, on=DAY)
    offering.run(on=NEXT)

    assert Offer.objects.get().state == "told"
    assert not Case.objects.exists()


def test_why_it_was_not_taken_is_asked_once(offering: Offering) -> None:
    offering.run()
    offer = Offer.objects.get()
    with pytest.raises(Refused, match="不需要填写"):
        services.tell_why(offer.pk, why="too-hard", wish="", by=offering.cast.wang, on=DAY)
    services.decline(KEY, by=offering.cast.wang, on=DAY)
    assert list(queries.list_unanswered(offering.wang)) == [offer]
    with pytest.raises(Refused, match="选择"):
        services.tell_why(offer.pk, why="because", wish="", by=offering.cast.wang, on=DAY)
    with pytest.raises(queries.OfferUnknown):
        services.tell_why(offer.pk, why="other", wish="", by=offering.cast.li, on=DAY)

    services.tell_why(offer.pk, why="did-not-know", wish=" 发短信 ", by=offering.cast.wang, on=DAY)

    offer.refresh_from_db()
    assert (offer.answer.why, offer.answer.wish) == ("did-not-know", "发短信")
    with pytest.raises(Refused, match="已经填写"):
        services.tell_why(offer.pk, why="other", wish="", by=offering.cast.wang, on=DAY)


def test_who_lacks_one_condition_is_counted_and_kept_by_the_last_run(offering: Offering) -> None:
    Certificate.objects.update(status="superseded")
    first = offering.run()
    second = offering.run(on=NEXT)

    miss = NearMiss.objects.get()
    assert (miss.condition, miss.run, miss.division) == ("registered", second, "370202")
    first.refresh_from_db()
    assert first.near == {KEY: {"registered": 1}}


def test_a_second_run_at_once_says_so(offering: Offering) -> None:
    services.begin_run(by=offering.cast.liu, on=DAY)

    with pytest.raises(services.RunGoing, match="正在进行"):
        services.begin_run(by=offering.cast.sun, on=DAY)
    assert Run.objects.count() == 1


def test_a_run_is_started_from_a_page_and_done_in_the_background(offering: Offering) -> None:
    run = services.start_run(by=offering.cast.liu, on=DAY)

    run.refresh_from_db()
    assert (run.state, run.asked_account) == ("done", offering.cast.liu.account)
    assert queries.last_run() == run


def test_every_act_stands_in_the_persons_own_record(offering: Offering) -> None:
    offering.run()
    services.take(KEY, offering.number, by=offering.cast.wang, on=DAY)
    services.decline(KEY, by=offering.cast.wang, on=DAY)

    chain = JournalEntry.objects.filter(chain=offering.wang.chain).order_by("seq")
    kinds = list(chain.values_list("kind", flat=True))
    assert [k for k in kinds if "offer" in k] == ["offered", "offer-taken", "declined-offers"]


def test_officers_are_owed_nothing_themselves() -> None:
    from gongtu.parties.capacity import PUBLIC

    with pytest.raises(NotEntitled):
        queries.beneficiary_of(PUBLIC)
