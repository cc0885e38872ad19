"""The page of explanations that is the same for everybody on a day, with gaps for what is not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any, NamedTuple

from gongtu.engines.entitlement import expressions as e
from gongtu.engines.entitlement import told
from gongtu.engines.entitlement.declare import Condition
from gongtu.engines.entitlement.explaining import Missing
from gongtu.engines.entitlement.kinds import stored
from gongtu.engines.entitlement.nearest import outlook_of
from gongtu.engines.entitlement.ready import Asked, Day, Ready, Values, Verdicts, picking
from gongtu.engines.entitlement.written_facts import NEXT, Key, Pair, as_json

Layout = Callable[[Sequence[bytes]], Iterable[bytes]]  # the pieces in order
AMOUNT, MISSING, NEAREST, END = range(4)  # parts of what is told of the benefit itself
FIRST, LATER, VERDICT, PARAMETER, OWN, SUBJECT = range(6)  # kinds of gaps
_VERDICTS = {True: b'"holds"', False: b'"fails"', None: b'"unknown"'}


class Gap(NamedTuple):
    """Room for what differs: `of` is a place among the rules, or a benefit and one `part` of it."""

    kind: int
    of: int = 0
    part: int = 0


Piece = bytes | Gap  # as it stands, or what goes there


class Standing(NamedTuple):
    """How it stands with one benefit; `nearest` is empty where time has to be asked."""

    amount: bytes
    missing: bytes
    nearest: bytes


class Own(NamedTuple):
    """Where in `pieces` stands what is told of a benefit itself."""

    amount: int
    missing: int
    nearest: int
    end: int


class Told(NamedTuple):
    """One condition: where its verdict stands, and what is told where it does not hold."""

    place: int
    failed: bytes
    remedy: str
    stays: bool  # time alone never changes it


class FactTold(NamedTuple):
    """One fact, and what some values of it came to."""

    place: int  # among the rules
    fact: e.FactOf[Any]
    kept: dict[Key, Pair]


@dataclass(slots=True)
class Page:
    """What is the same for everybody on one day, with gaps for what is not.

    First come the conditions up to their grounds, then each fact twice, as the first ground of a
    list and as a later one, then `rest`.
    """

    says: list[dict[bool | None, bytes]]  # by condition
    verdicts: Callable[[Values], Verdicts]  # of all these conditions
    facts: list[FactTold]
    rest: list[bytes]
    subject: int  # where it stands in all of them
    parameters: list[tuple[int, int]]
    own: list[Own]  # by benefit
    layout: list[Layout | None]  # by benefit; None for the long way
    whole: Layout | None  # of all benefits, one after another
    conditions: list[list[Told]]  # by benefit
    kept: list[dict[Verdicts, Standing]]  # by benefit: what some verdicts come to, for everybody


def page_of(asked: Asked) -> Page:
    """Laid out once for each day."""
    page: Page | None = asked.day.page
    if page is None:
        page = asked.day.page = _Laying(asked.ready, asked.day).page()
    return page


class _Laying:
    """Lays the page out for one day."""

    def __init__(self, ready: Ready, day: Day) -> None:
        self.ready, self.day = ready, day
        self.pieces: list[bytes] = []
        self.gaps: dict[Gap, int] = {}

    def page(self) -> Page:
        numbers = range(len(self.ready.benefits))
        conditions = list(self._all_conditions())
        facts = [FactTold(place, fact, {}) for place, fact in self.ready.facts.items()]
        first = [self._at(gap) for gap in self._first()]
        layouts = [self._layout(number) for number in numbers]
        whole = itemgetter(*map(self._at, self._all())) if all(layouts) else None
        own = [Own(*(self._at(Gap(OWN, n, part)) for part in range(END + 1))) for n in numbers]
        subject = self._at(Gap(SUBJECT))
        return Page(
            [_says(condition) for condition, _ in conditions],
            picking(tuple(place for _, place in conditions)),
            facts,
            self.pieces[len(first) :],
            subject,
            [(at, gap.of) for gap, at in self.gaps.items() if gap.kind == PARAMETER],
            own,
            layouts,
            whole,
            [self._conditions(number) for number in numbers],
            [{} for _ in numbers],
        )

    def _first(self) -> Iterator[Gap]:
        """The gaps of every subject, in the order in which they are filled."""
        for number, places in enumerate(self.ready.conditions):
            yield from (Gap(VERDICT, number, part) for part in range(len(places)))
        for place in self.ready.facts:
            yield from (Gap(FIRST, place), Gap(LATER, place))

    def _all_conditions(self) -> Iterator[tuple[Condition, int]]:
        """Those of every benefit, each with its place among the rules."""
        for benefit, places in zip(self.ready.benefits, self.ready.conditions, strict=True):
            yield from zip(benefit.conditions, places, strict=True)

    def _all(self) -> Iterator[Piece]:
        """The list of every benefit, each closed by what is told besides."""
        return _merged(
            piece
            for number in range(len(self.ready.benefits))
            for piece in (
                b"," if number else b"[",
                *self._benefit(number),
                Gap(OWN, number, END),
                *([b"]"] if number == len(self.ready.benefits) - 1 else []),
            )
        )

    def _layout(self, number: int) -> Layout | None:
        roots = [*self.ready.conditions[number], self.ready.amounts[number]]
        if not all(self._is_regular(root) for root in roots if root is not None):
            return None
        return itemgetter(*map(self._at, _merged(self._benefit(number))))

    def _conditions(self, number: int) -> list[Told]:
        places, benefit = self.ready.conditions[number], self.ready.benefits[number]
        staying = outlook_of(self.ready, self.day, number).staying
        return [
            Told(place, _gap(condition), condition.remedy, place in staying)
            for place, condition in zip(places, benefit.conditions, strict=True)
        ]

    def _is_regular(self, root: int) -> bool:
        """Each ground is there once, and only a parameter after its facts may be missing."""
        nodes = [self.ready.nodes[place][0] for place in self.ready.leaves[root]]
        named = [node.name for node in nodes if isinstance(node, e.Parameter)]
        return len(named) == len(set(named)) and all(
            isinstance(node, e.FactOf | e.Parameter) for node in nodes
        )

    def _at(self, piece: Piece) -> int:
        if isinstance(piece, bytes):
            self.pieces.append(piece)
            return len(self.pieces) - 1
        if piece not in self.gaps:
            self.pieces.append(b"")
            self.gaps[piece] = len(self.pieces) - 1
        return self.gaps[piece]

    def _benefit(self, number: int) -> Iterator[Piece]:
        benefit = self.ready.benefits[number]
        yield _opened(
            benefit=benefit.key, title=benefit.title, basis=[str(a) for a in benefit.basis]
        )
        yield b', "subject": '
        yield Gap(SUBJECT)
        yield b', "on": %s, ' % as_json(stored(self.day.on))
        yield Gap(OWN, number, AMOUNT)
        yield (
            NEXT
            + _opened(fund=benefit.fund, gives=benefit.gives, rule=benefit.version)[1:]
            + b', "conditions": ['
        )
        for count, root in enumerate(self.ready.conditions[number]):
            yield NEXT * bool(count)
            yield Gap(VERDICT, number, count)
            yield from self._grounds(root)
            yield b"]}"
        yield b'], "amount_grounds": ['
        amount = self.ready.amounts[number]
        yield from () if amount is None else self._grounds(amount)
        yield b'], "missing": ['
        yield Gap(OWN, number, MISSING)
        yield b'], "nearest": '
        yield Gap(OWN, number, NEAREST)
        yield b', "claim": ' + as_json(benefit.claim)

    def _grounds(self, root: int) -> Iterator[Piece]:
        for count, place in enumerate(self.ready.leaves[root]):
            if place in self.ready.facts:
                yield Gap(LATER if count else FIRST, place)
            elif (ground := self.day.seen[place]) is not None:
                yield NEXT * bool(count) + as_json(told.ground(ground))
            else:
                yield Gap(PARAMETER, place)


def _says(condition: Condition) -> dict[bool | None, bytes]:
    """A condition up to its grounds, by how it came out."""
    opened = _opened(key=condition.key, says=condition.says, basis=str(condition.basis))
    closed = b', "remedy": ' + as_json(condition.remedy) + b', "grounds": ['
    return {
        verdict: opened + b', "verdict": ' + word + closed for verdict, word in _VERDICTS.items()
    }


def _gap(condition: Condition) -> bytes:
    return as_json(told.gap(Missing(condition.says, remedy=condition.remedy)))


def _opened(**parts: Any) -> bytes:
    return as_json(parts)[:-1]


def _merged(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Pieces that stand side by side and never differ become one."""
    standing = b""
    for piece in pieces:
        if isinstance(piece, bytes):
            standing += piece
            continue
        if standing:
            yield standing
        yield piece
        standing = b""
    yield standing
