"""What the register of recognition holds before a test begins."""

from __future__ import annotations

from datetime import date

from gongtu.parties import services as parties
from gongtu.parties.capacity import CLOCK
from gongtu.registers.recognition import services as recognition
from gongtu.registers.recognition.models import Agreement
from gongtu.registers.recognition.rows import Line
from gongtu.registers.recognition.services import Terms
from gongtu.registers.skills.choices import Grade
from tests.cast import DAY, FITTER, FOUNDED, Cast
from tests.factories.skills import certificate

NUMBER = "20260009001"
SCOPE = [Line(FITTER, Grade.INTERMEDIATE, Grade.TECHNICIAN)]
UNTIL = date(2028, 9, 1)


def agreement(cast: Cast, *, number: str = NUMBER, since: date = DAY, **more: int) -> Agreement:
    """甲公司 and 乙公司 recognise fitters from 中级工 to 技师; thirty days of notice."""
    terms = Terms(
        proposer=cast.bodies["works"].pk,
        partner=cast.bodies["other"].pk,
        since=since,
        until=UNTIL,
        notice_days=more.get("notice_days", 30),
    )
    return recognition.conclude(terms, SCOPE, case_number=number, by=cast.clerk, on=since)


def moved(cast: Cast, occupation: str = "") -> None:
    """王师傅, certified by 甲公司, has left it for 乙公司, which recognises what it certifies."""
    agreement(cast, since=FOUNDED)
    certificate(cast)
    person = cast.person(cast.wang)
    parties.end_membership(person.memberships.get(), by=CLOCK, on=DAY)
    parties.employ(person, cast.bodies["other"], occupation=occupation, by=CLOCK, on=DAY)


def ended(cast: Cast, number: str = NUMBER, *, on: date) -> Agreement:
    """乙公司 tells the end."""
    other = cast.bodies["other"].pk
    return recognition.end_agreement(number, other, by=cast.other_clerk, on=on)
