"""What the register of employers holds of 甲公司."""

from __future__ import annotations

from datetime import date

from gongtu.parties.capacity import CLOCK
from gongtu.registers.employers import services as employers
from gongtu.registers.employers.choices import PlatformKind, Recogniser
from tests.cast import DAY, Cast


def platform(cast: Cast) -> str:
    """A base of national rank, recognised when the grant was decided; its key on record."""
    base = employers.Recognised(
        kind=PlatformKind.SKILL_BASE, name="培训基地", level=Recogniser.NATIONAL,
        recognised_on=date(2019, 5, 1), instrument="认定文件",
    )  # fmt: skip
    return employers.recognise_platform(cast.bodies["works"].pk, base, by=CLOCK, on=DAY).key
