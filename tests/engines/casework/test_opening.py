"""Opening a case: seats, answers, numbers, once."""

from datetime import date

import pytest
from django.db.models.functions import Now
from django.utils.translation import override

from gongtu.engines.casework.models import Case, CaseParty, Draft
from gongtu.engines.casework.refusals import AnswersWrong, WrongHands
from gongtu.engines.casework.services import Handed, open_case, save_draft
from gongtu.engines.casework.services.telling import tell_holder
from gongtu.records.journal.models import JournalEntry
from gongtu.records.outbox.models import Message
from tests.engines.casework.conftest import DAY, City


def test_a_case_begins_on_its_first_stage_with_everybody_seated(city: City) -> None:
    case = city.claim()
    assert (case.number, case.title, case.stage) == ("20260000001", "小件工具补贴", "review")
    assert case.holder_organisation == city.office
    assert (case.legal_due, case.promised_due) == (date(2026, 9, 29), date(2026, 9, 21))
    assert case.due_order == date(2026, 9, 21)
    seats = {p.role: p.organisation_id or p.person_id for p in CaseParty.objects.all()}
    assert seats == {"worker": city.worker.person, "hrss": city.office.pk}


def test_the_opening_is_journaled_and_the_office_is_told(city: City) -> None:
    case = city.claim()
    entry = JournalEntry.objects.get(chain=f"case:{case.number}")
    assert (entry.kind, entry.actor_account) == ("opened", city.worker.account)
    told = set(Message.objects.values_list("to", flat=True))
    assert told == {str(city.officer.account), str(city.colleague.account)}


def test_whose_turn_it_is_is_told_once_until_it_is_read_and_never_to_who_brought_it_there(
    city: City,
) -> None:
    case = city.claim()
    case.turn += 1
    to_officer = Message.objects.filter(to=str(city.officer.account))
    to_colleague = Message.objects.filter(to=str(city.colleague.account))

    tell_holder(case, by=city.colleague, on=DAY)
    assert (to_officer.count(), to_colleague.count()) == (1, 1)

    Message.objects.update(read_at=Now())
    tell_holder(case, by=city.colleague, on=DAY)
    assert (to_officer.count(), to_colleague.count()) == (2, 1)


def test_numbers_have_no_gaps_even_where_an_opening_failed(city: City) -> None:
    city.claim()
    with pytest.raises(AnswersWrong):
        city.claim(answers={"months": "many"})
    assert city.claim(answers={"tool": "large"}).number == "20260000002"
    assert city.claim(on=date(2027, 1, 4), answers={"tool": "large"}).number == "20270000001"


def test_every_field_at_fault_is_told_at_once(city: City) -> None:
    with pytest.raises(AnswersWrong) as refused:
        city.claim(answers={"months": "", "tool": "huge", "colour": "red"})
    assert refused.value.errors == {
        "colour": ["表单中没有这一项。"],
        "months": ["“参保月数”尚未填写。"],
        "tool": ["“工具”：请从所列选项中选择。"],
    }
    assert not Case.objects.exists()


def test_who_may_not_open_is_refused_and_journaled(city: City) -> None:
    with pytest.raises(WrongHands, match="产业工人"):
        city.claim(by=city.officer)
    entry = JournalEntry.objects.get(kind="refused")
    assert (entry.procedure, entry.actor_account) == ("tool-subsidy", city.officer.account)


def test_a_second_click_gets_the_same_case(city: City) -> None:
    first = city.claim(once="k1")
    assert city.claim(once="k1") == first
    assert city.claim(once="k2", answers={"tool": "large"}) != first
    assert Case.objects.count() == 2


def test_the_enterprise_named_in_the_form_takes_its_seat(city: City) -> None:
    case = open_case(
        "union-letter", answers={"enterprise": str(city.works.pk)}, by=city.union, on=DAY
    )
    assert case.parties.get(role="enterprise").organisation == city.works
    assert case.legal_due is None


def test_a_named_organisation_must_be_on_record(city: City) -> None:
    with pytest.raises(AnswersWrong) as refused:
        open_case("union-letter", answers={"enterprise": "999"}, by=city.union, on=DAY)
    assert refused.value.errors == {"enterprise": ["没有登记这个单位。"]}


def test_files_are_kept_with_the_case(city: City) -> None:
    case = city.claim(files=[Handed("receipt", "发票.pdf", b"%PDF-1.7 receipt")])
    attachment = case.attachments.get()
    assert (attachment.material, attachment.name) == ("receipt", "发票.pdf")


def test_a_draft_survives_steps_and_goes_with_the_opening(city: City) -> None:
    save_draft("tool-subsidy", {"months": 12}, by=city.worker, on=DAY)
    draft = save_draft("tool-subsidy", {"tool": "small"}, by=city.worker, on=DAY)
    assert draft.answers == {"months": 12, "tool": "small"}
    city.claim()
    assert not Draft.objects.exists()


def test_a_message_is_written_in_the_source_language_whoever_caused_it(city: City) -> None:
    with override("en"):
        city.claim()
    assert set(Message.objects.values_list("subject", flat=True)) == {"轮到您办理：小件工具补贴"}


def test_a_refusal_is_said_in_the_readers_language(city: City) -> None:
    with override("en"), pytest.raises(WrongHands, match="is opened by: worker"):
        city.claim(by=city.officer)
