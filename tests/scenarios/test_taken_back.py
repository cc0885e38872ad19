"""What a payment marks in the registers goes when it falls away: the same may be claimed anew."""

from datetime import date
from typing import Any

import pytest

from gongtu.base.money import Yuan
from gongtu.engines.casework import services as casework
from gongtu.engines.casework.declare import Procedure
from gongtu.engines.casework.models import Case, Correction
from gongtu.engines.casework.refusals import ConditionsUnmet
from gongtu.engines.ledger import services as ledger
from gongtu.parties.capacity import CLOCK
from gongtu.provisions import discover
from gongtu.records.journal.models import JournalEntry
from gongtu.registers.employers.models import ApprenticeClass
from tests.scenarios.play import decided, play, stories
from tests.scenarios.town import FOUNDED, Town, found

PAID = [
    pytest.param(
        procedure,
        next(story for story in stories(provision) if "paid" in story["then"]),
        id=procedure.key,
    )
    for provision in discover()
    for procedure in provision.procedures
    if any(move.pays for move in procedure.moves)
]


@pytest.mark.django_db
@pytest.mark.parametrize(("procedure", "story"), PAID)
def test_what_was_paid_and_falls_away_may_be_claimed_anew(
    procedure: Procedure, story: dict[str, Any]
) -> None:
    town, on = found(), story["moves"][-1]["day"]
    case = play(procedure, story, town).case
    once_more = {**story, "given": {}}
    _endow(procedure)
    with pytest.raises(ConditionsUnmet):
        play(procedure, once_more, town)

    if procedure.reconsideration:
        _refused_after_all(case, town, on)
    else:
        with decided(procedure.policy, story["decided"]):
            _corrected_to_nothing(case, town, on)

    assert play(procedure, once_more, town).case.stage == "paid"
    kinds = JournalEntry.objects.filter(chain=f"case:{case.number}").values_list("kind", flat=True)
    assert "records-undone" in kinds


def _endow(procedure: Procedure) -> None:
    """Enough for paying twice."""
    for fund in {commitment.fund for commitment in procedure.commitments}:
        more = {"amount": Yuan(200_000), "instrument": "追加", "by": CLOCK, "on": FOUNDED}
        ledger.allot(fund, year=2026, **more)


def _refused_after_all(case: Case, town: Town, on: date) -> None:
    casework.ask_reconsideration(case.number, reason="请复核。", by=town.roles["opener"], on=on)
    casework.make_move(case.number, "refuse", by=town.roles["hrss"], on=on, reason="不符合。")


def _corrected_to_nothing(case: Case, town: Town, on: date) -> None:
    """What was on record of the class turns out wrong; afterwards it is put right."""
    ApprenticeClass.objects.update(two_mentors=False)
    assert casework.propose_corrections(on=on) == 1
    correction = Correction.objects.get(case=case).pk
    casework.tell_correction(correction, by=town.roles["hrss"], on=on)
    casework.remark(case.number, "有异议。", by=town.roles["opener"], on=on)
    casework.settle_correction(
        correction, confirm=True, reason="没有双师。", by=town.roles["hrss-colleague"], on=on
    )
    ApprenticeClass.objects.update(two_mentors=True)
