"""What a document says of itself: its address, the days and bodies that made it."""

import re
from dataclasses import dataclass
from datetime import date

from gongtu.law.numerals import find_int
from gongtu.law.parse import Parsed
from gongtu.law.register import Act, Version

_DAY = re.compile(
    r"([\d〇零○一二三四五六七八九]{4})\s*年\s*([\d一二三四五六七八九十]{1,3})\s*月\s*([\d一二三四五六七八九十]{1,3})\s*日"
)


@dataclass(frozen=True, slots=True)
class About:
    """`uri` is the work's; `since` the day this version came into force; `made_on` the file's."""

    uri: str
    title: str
    since: date
    adopted_on: date
    made_on: date
    acts: tuple[Act, ...] = ()
    language: str = "zho"
    country: str = "cn"

    @property
    def expression(self) -> str:
        """The address of this version in its language."""
        return f"{self.uri}/{self.language}@{self.since}"


def about_version(version: Version, made_on: date) -> About:
    """A registered version: everything is on record."""
    return About(
        version.uri,
        version.title,
        version.since,
        version.adopted_on,
        made_on,
        version.acts,
        version.language,
    )


def about_text(parsed: Parsed, made_on: date) -> About:
    """A text from anywhere: the first day its notices name, or the day of the file."""
    notices = " ".join(text.text for text in parsed.statute.preface)
    adopted = _first_day(notices) or made_on
    title = parsed.statute.title or "未名法规"
    name = re.sub(r"\W+", "-", title).strip("-")
    return About(f"/akn/cn/act/{adopted}/{name}", title, adopted, adopted, made_on)


def _first_day(text: str) -> date | None:
    for found in _DAY.finditer(text):
        year, month, day = (find_int(group) or 0 for group in found.groups())
        try:
            return date(year, month, day)
        except ValueError:
            continue
    return None
