"""A city of workers, a standard that is decided, and a draft to try on them."""

from collections.abc import Iterator
from contextlib import contextmanager

from gongtu.oversight import towns
from gongtu.oversight.towns import Loaded
from gongtu.registers.instruments import services as instruments
from gongtu.registers.insurance import services as insurance
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.models import Certificate
from tests.cast import DAY, FITTER, FOUNDED, Cast, hire
from tests.snapshots import town

MONTHS = "c2_skills/skill_upgrade_subsidy:base_months"
AMOUNT = "c2_skills/skill_upgrade_subsidy:amount"
ROWS = {"junior": "1000", "intermediate": "1500", "senior": "2000"}


@contextmanager
def town_at_hand() -> Iterator[None]:
    """The test's own database, in columns."""
    before = towns.use_towns(lambda day, today: Loaded(town(day), today))
    yield
    towns.use_towns(before)


def workers(cast: Cast, *, insured: int, many: int, serial: int = 100) -> None:
    """So many seniors of 甲公司 who have paid so many months."""
    for number in range(serial, serial + many):
        person = hire(f"工人{number}", number, cast.bodies["works"])
        Certificate.objects.create(
            number=f"Y000037020001263{number:06d}", person=person, occupation_id=FITTER,
            grade=Grade.SENIOR, issuer=cast.bodies["works"], issued_on=DAY,
        )  # fmt: skip
        insurance.record([(person.pk, insured)], as_of=FOUNDED, source="社保经办机构")


def drafted(cast: Cast, **values: object) -> int:
    """A draft of 刘科长's: the standard, and the months that have to be paid."""
    draft = instruments.begin_draft(MONTHS, by=cast.liu, on=DAY)
    changed = {MONTHS: values.get("months", "36"), AMOUNT: values.get("amount", ROWS)}
    instruments.change_draft(
        draft.pk, title="降低门槛", valid_from=DAY, values=changed, by=cast.liu, on=DAY
    )
    return int(draft.pk)


def decide(cast: Cast) -> None:
    """The standard is decided, so that only the months are in question."""
    notice = instruments.Instrument(title="通知")
    proposal = instruments.propose(
        AMOUNT, value=ROWS, valid_from=DAY, instrument=notice, by=cast.liu, on=DAY
    )
    instruments.approve(proposal.pk, by=cast.zheng, on=DAY)
