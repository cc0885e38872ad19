"""Two officers and a document change a parameter; nobody and nothing less does."""

from datetime import date

import pytest
from django.db import IntegrityError

from gongtu.parties.capacity import Capacity
from gongtu.records.journal.queries import list_chain
from gongtu.registers.instruments import queries, services
from gongtu.registers.instruments.choices import Instrument, State
from gongtu.registers.instruments.models import ParameterDecision
from tests.registers.instruments.conftest import AMOUNT, DAY, MONTHS, NOTICE, POLICY

TABLE = {"junior": "1000", "senior": 2000}
AUTUMN = date(2026, 10, 1)


def propose(by: Capacity, parameter: str = MONTHS, value: object = 24) -> ParameterDecision:
    return services.propose(
        parameter, value=value, valid_from=AUTUMN, instrument=NOTICE, by=by, on=DAY
    )


def test_approved_decision_holds_from_its_day(liu: Capacity, chen: Capacity) -> None:
    proposal = propose(liu)
    assert POLICY.count("months", on=AUTUMN) == 12

    services.approve(proposal.pk, by=chen, on=DAY)

    assert POLICY.count("months", on=date(2026, 9, 30)) == 12
    assert POLICY.count("months", on=AUTUMN) == 24


def test_value_decided_carries_its_document(liu: Capacity, chen: Capacity) -> None:
    services.approve(propose(liu, AMOUNT, TABLE).pk, by=chen, on=DAY)

    valued = POLICY.value("amount", on=AUTUMN, row="senior")

    assert str(valued.value) == "2000.00"
    assert valued.origin == "decision"
    assert valued.document == "关于继续实施技能提升补贴的通知（青人社规[2026]1号）"
    assert (valued.issued_on, valued.confidence) == (date(2026, 8, 20), "high")


def test_nobody_approves_their_own_proposal(liu: Capacity) -> None:
    proposal = propose(liu)

    with pytest.raises(services.OwnProposal):
        services.approve(proposal.pk, by=liu, on=DAY)

    assert queries.get_decision(proposal.pk).state == State.PROPOSED


def test_database_keeps_four_eyes_too(liu: Capacity) -> None:
    proposal = propose(liu)

    with pytest.raises(IntegrityError, match="nobody_approves_their_own_proposal"):
        ParameterDecision.objects.filter(pk=proposal.pk).update(
            state=State.APPROVED, settled_by=liu.person, settled_on=DAY
        )


def test_database_keeps_settlement_whole(liu: Capacity) -> None:
    proposal = propose(liu)

    with pytest.raises(IntegrityError, match="settled_decision_says_by_whom_and_when"):
        ParameterDecision.objects.filter(pk=proposal.pk).update(state=State.REJECTED)


def test_other_office_may_neither_propose_nor_approve(liu: Capacity, treasurer: Capacity) -> None:
    with pytest.raises(services.WrongOffice):
        propose(treasurer)
    with pytest.raises(services.WrongOffice):
        services.approve(propose(liu).pk, by=treasurer, on=DAY)


def test_second_officer_to_settle_is_told(liu: Capacity, chen: Capacity) -> None:
    proposal = propose(liu)
    services.reject(proposal.pk, reason="文号有误。", by=chen, on=DAY)

    with pytest.raises(services.AlreadySettled, match="该参数决定已退回，不能再处理。"):
        services.approve(proposal.pk, by=chen, on=DAY)


def test_rejected_value_never_holds(liu: Capacity, chen: Capacity) -> None:
    services.reject(propose(liu).pk, reason="文号有误。", by=chen, on=DAY)

    assert POLICY.count("months", on=AUTUMN) == 12


def test_rejection_needs_its_reason(liu: Capacity, chen: Capacity) -> None:
    with pytest.raises(services.NotAcceptable, match="退回须说明理由。"):
        services.reject(propose(liu).pk, reason=" ", by=chen, on=DAY)


def test_only_the_proposer_withdraws(liu: Capacity, chen: Capacity) -> None:
    proposal = propose(liu)
    with pytest.raises(services.WrongOffice):
        services.withdraw(proposal.pk, by=chen, on=DAY)

    assert services.withdraw(proposal.pk, by=liu, on=DAY).state == State.WITHDRAWN


@pytest.mark.parametrize(
    ("parameter", "value", "told"),
    [
        (MONTHS, "十二", "“十二”不是以“月”计的值。"),
        (MONTHS, 1.5, "“1.5”不是以“月”计的值。"),
        (MONTHS, {"junior": 1}, "“样例月数”应填写一个值，而不是一张表。"),
        (AMOUNT, 1000, "“样例标准”应逐行填写：初级工、高级工。"),
        (AMOUNT, {"junior": 1000}, "“样例标准”应逐行填写：初级工、高级工。"),
        (AMOUNT, {"junior": 1000, "senior": "1.001"}, "“1.001”不是以“元”计的值。"),
    ],
)
def test_value_must_fit_the_parameter(
    liu: Capacity, parameter: str, value: object, told: str
) -> None:
    with pytest.raises(services.NotAcceptable) as refusal:
        propose(liu, parameter, value)

    assert str(refusal.value) == told


def test_no_document_no_decision(liu: Capacity) -> None:
    with pytest.raises(services.NotAcceptable, match="没有文件，参数不得改变"):
        services.propose(
            MONTHS, value=24, valid_from=AUTUMN, instrument=Instrument(title=" "), by=liu, on=DAY
        )


def test_decision_dated_back_says_so(liu: Capacity) -> None:
    back = services.propose(
        MONTHS, value=24, valid_from=date(2026, 1, 1), instrument=NOTICE, by=liu, on=DAY
    )

    assert back.is_backdated
    assert not propose(liu).is_backdated
    assert list_chain(f"parameter:{MONTHS}")[0].what["backdated"] is True


def test_every_step_is_in_the_journal(liu: Capacity, chen: Capacity) -> None:
    services.reject(propose(liu).pk, reason="文号有误。", by=chen, on=DAY)
    services.approve(propose(liu).pk, by=chen, on=DAY)

    kinds = [entry.kind for entry in list_chain(f"parameter:{MONTHS}")]
    assert kinds == ["proposed", "rejected", "proposed", "approved"]


def test_officer_sees_what_waits_for_them(
    liu: Capacity, chen: Capacity, treasurer: Capacity
) -> None:
    proposal = propose(liu)

    assert list(queries.list_pending_for(chen)) == [proposal]
    assert queries.count_pending_for(liu) == 0
    assert queries.count_pending_for(treasurer) == 0
    assert [each.state for each in queries.list_history(MONTHS)] == ["proposed"]
