"""One norm of the statute, as a frozen value."""

from dataclasses import dataclass, field
from pathlib import Path

from gongtu.law.obligations.bearers import Bearer, Force, Side
from gongtu.law.references import Article

ONCE_A_YEAR = "once-a-year"
"""The one period that is no parameter: the statute or a sourced fact says “every year”."""


@dataclass(frozen=True, slots=True)
class Obligation:
    """What one clause asks of whom.

    Attributes:
        article: 14, or "14-1" for 第十四条之一; `paragraph` counts from 1.
        quote: The words that carry the norm, verbatim from the corrected text.
        bearers: Who is to act.  Under encourage and support, the one who is encouraged or
            supported to act; under may, the one who has the right.
        co_bearers: Who helps to carry it: encourages, supports, pays, answers or takes part.
        bearers_inferred: The clause names nobody; the bearers are read from its context.
        period: The key of a parameter, or `ONCE_A_YEAR`; None where the statute sets none.
        period_note: Why there is no period although the statute speaks of one; with its English.
        nothing_because: Why the platform has nothing to do here; empty where it has.
    """

    key: str
    article: int | str
    paragraph: int
    quote: str
    force: Force
    bearers: tuple[Bearer, ...]
    beneficiary: Bearer
    what: str
    what_en: str
    co_bearers: tuple[Bearer, ...] = ()
    bearers_inferred: bool = False
    period: str | None = None
    period_note: str = ""
    period_note_en: str = ""
    nothing_because: str = ""
    nothing_because_en: str = ""
    path: Path = field(compare=False, default=Path())
    line: int = field(compare=False, default=0)

    @property
    def place(self) -> Article:
        """The paragraph it stands in."""
        number, _, suffix = str(self.article).partition("-")
        return Article(int(number), self.paragraph, int(suffix or 0))

    @property
    def sides(self) -> tuple[Side, ...]:
        """The parties of its bearers, each once, in the order named."""
        return tuple(dict.fromkeys(bearer.side for bearer in self.bearers))

    @property
    def concerns_platform(self) -> bool:
        """Whether there is something here for the platform to carry out."""
        return not self.nothing_because
