"""Funds with budgets, and parameter decisions: some approved for the demo, one left to a visitor.

What the statute leaves open stays 待核 until an office decides.  So that limits can run out in the
demo, a few terms are decided here by a document that says it is synthetic.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from gongtu.base.money import Yuan
from gongtu.engines.ledger import services as ledger
from gongtu.ops.demo.town import Town
from gongtu.parties import queries
from gongtu.parties.capacity import Capacity
from gongtu.parties.roles import Role
from gongtu.policy import get_parameter
from gongtu.registers.funds import services as funds
from gongtu.registers.funds.choices import FundType
from gongtu.registers.instruments import services as instruments
from gongtu.registers.instruments.choices import Instrument

DECIDED_ON = date(2026, 3, 2)
YEARS = (2025, 2026)
SYNTHETIC = "演示用文件（合成，不具有效力）"
SUBSIDY = "c2_skills/skill_upgrade_subsidy"
POSTS = "c3_careers/chief_technician_appointment"
LETTERS = "c5_rights/union_supervision"
BUDGET = Yuan(30_000_000)
DECIDED: tuple[tuple[str, Any], ...] = (
    (f"{LETTERS}:reminder_answer_days", 15),
    (f"{LETTERS}:opinion_answer_days", 15),
    (f"{LETTERS}:proposal_filing_days", 5),
    (f"{LETTERS}:feedback_days", 60),
    (f"{SUBSIDY}:review_days", 20),
    (f"{SUBSIDY}:promised_review_days", 10),
    (f"{SUBSIDY}:payment_days", 15),
    ("c3_careers/assessor_filing:acceptance_days", 20),
    ("c3_careers/grade_assessment:result_days", 30),
    (f"{POSTS}:quota", {"special_technician": 3, "chief_technician": 1}),
    (f"{POSTS}:months_before", {"special_technician": 12, "chief_technician": 24}),
    (f"{POSTS}:review_days", 20),
    ("c5_rights/legal_aid:acceptance_days", 7),
    ("c2_skills/apprenticeship_subsidy:review_days", 20),
    ("c2_skills/apprenticeship_subsidy:per_apprentice_year", "5000"),
    ("c4_incentives/craftsman_selection:review_days", 30),
)
PENDING = ((f"{SUBSIDY}:amount", {"junior": "1000", "intermediate": "1500", "senior": "2000"}),)


def endow(town: Town) -> None:
    """Every fund that documents name, with a budget of each year."""
    for fund in funds.open_funds():
        if fund.key == FundType.UNCONFIRMED:
            continue
        for year in YEARS:
            ledger.allot(
                fund.key,
                year=year,
                amount=BUDGET,
                instrument=f"{SYNTHETIC}〔{year}〕1号",
                by=town.builder,
                on=date(year, 1, 4),
            )


def decide(town: Town) -> None:
    """Two officers of the deciding role; the subsidy's 2026 rate waits for its second officer."""
    for number, (key, value) in enumerate(DECIDED, start=2):
        proposer, approver = _two(town, key)
        proposal = instruments.propose(
            key,
            value=value,
            valid_from=DECIDED_ON,
            instrument=_instrument(number),
            by=proposer,
            on=DECIDED_ON,
        )
        instruments.approve(proposal.pk, by=approver, on=DECIDED_ON)


def leave_pending(town: Town) -> None:
    """The 2026 rate of the subsidy, proposed by one of the cast, to be approved by another."""
    for key, value in PENDING:
        instruments.propose(
            key,
            value=value,
            valid_from=date(2026, 1, 1),
            instrument=_instrument(1),
            by=town.member("liu"),
            on=town.on,
        )


def _two(town: Town, key: str) -> tuple[Capacity, Capacity]:
    role = Role(get_parameter(key).decides)
    body = queries.body_for(role, town.city.division, "city")
    return town.officer(body.pk), town.officer(body.pk, 1)


def _instrument(number: int) -> Instrument:
    return Instrument(
        title=SYNTHETIC,
        number=f"演示〔2026〕{number}号",
        issued_on=DECIDED_ON,
        note="合成数据，仅供演示",
    )
