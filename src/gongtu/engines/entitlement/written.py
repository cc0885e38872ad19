"""An explanation as the bytes of its JSON, without building what they say first.

The bytes say what `told.explanation` says.  All that is the same for everybody on a day is
written once for that day; of one subject only the facts, the verdicts and what follows from them
are put between.  A benefit whose grounds differ in number from subject to subject goes the long
way round.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from operator import itemgetter
from typing import Any, NamedTuple

from gongtu.engines.entitlement import expressions as e
from gongtu.engines.entitlement import told
from gongtu.engines.entitlement.asking import FactGround, ParameterGround
from gongtu.engines.entitlement.declare import Condition
from gongtu.engines.entitlement.explaining import Explanation, Missing, Owed, gap_of, nearest_day
from gongtu.engines.entitlement.facts import Known
from gongtu.engines.entitlement.kinds import stored
from gongtu.engines.entitlement.nearest import outlook_of
from gongtu.engines.entitlement.ready import Asked, Day, Ready, Verdicts
from gongtu.engines.entitlement.wording import shown

_VERDICTS = {True: b'"holds"', False: b'"fails"', None: b'"unknown"'}
_NO_AMOUNT = {verdict: f'"verdict": "{verdict.value}", "amount": null'.encode() for verdict in Owed}
_encoded = json.JSONEncoder(ensure_ascii=False).encode
Piece = bytes | tuple[str, int]  # as it stands, or what goes there by kind and place
Layout = Callable[[Sequence[bytes]], Iterable[bytes]]  # the pieces in order
_GAPS_KEPT = 1 << 10  # of one benefit
_VALUES_KEPT = 1 << 10  # of one fact
AMOUNT, MISSING, NEAREST, END = range(4)  # places of what is told of the benefit itself


def written(
    explanations: Sequence[Explanation], besides: Iterable[Mapping[str, Any]] = ()
) -> bytes:
    """Several explanations, asked together or apart, as one JSON list.

    `besides` is what else is to stand in each, after what the explanation says.
    """
    ends = [b", " + _json(more)[1:] for more in besides] or [b"}"] * len(explanations)
    if (whole := _at_once(explanations, ends)) is not None:
        return whole
    parts = [b"["]
    for number, (pieces, end) in enumerate(zip(_all_written(explanations), ends, strict=True)):
        parts.append(b"," if number else b"")
        parts.extend(pieces)
        parts.append(end)
    parts.append(b"]")
    return b"".join(parts)


def _at_once(explanations: Sequence[Explanation], ends: Sequence[bytes]) -> bytes | None:
    """All benefits that were asked together, told in their order; None where it is otherwise."""
    if not _are_all(explanations):
        return None
    page = _page(explanations[0])
    if page.whole is None:
        return None
    pieces = _filled(page, explanations[0])
    for told_, own, tail in zip(explanations, page.own, ends, strict=True):
        amount, missing, nearest, end = own
        pieces[amount] = _verdict(told_)
        pieces[missing], pieces[nearest] = _missing(told_, page)
        pieces[end] = tail
    return b"".join(page.whole(pieces))


def _are_all(explanations: Sequence[Explanation]) -> bool:
    if not explanations or len(explanations) != len(explanations[0].asked.ready.benefits):
        return False
    asked = explanations[0].asked
    return all(told_.asked is asked and told_.number == n for n, told_ in enumerate(explanations))


class Gaps(NamedTuple):
    """What is missing of one benefit, and whether time alone never mends it."""

    told: bytes
    stuck: bool


class Told(NamedTuple):
    """One condition: where its verdict stands, and what is told where it does not hold."""

    place: int
    failed: bytes
    remedy: str
    stays: bool  # time alone never changes it


class FactTold(NamedTuple):
    """One fact: where it stands in `pieces`, and what some values of it came to, as bytes."""

    at: int
    place: int  # among the rules
    fact: e.FactOf[Any]
    kept: dict[tuple[Any, str, date | None], bytes]


@dataclass(slots=True)
class Page:
    """What is the same for everybody on one day, with gaps for what is not."""

    pieces: list[bytes]
    subject: int  # where it stands in `pieces`
    facts: list[FactTold]
    parameters: list[tuple[int, int]]
    verdicts: list[tuple[int, int]]
    own: list[tuple[int, ...]]  # by benefit: where AMOUNT, MISSING, NEAREST and END stand
    layout: list[Layout | None]  # by benefit; None for the long way
    whole: Layout | None  # of all benefits, one after another
    conditions: list[list[Told]]  # by benefit
    gaps: list[dict[Verdicts, Gaps]]  # by benefit: what some verdicts come to, for everybody


def _all_written(explanations: Sequence[Explanation]) -> Iterator[Iterable[bytes]]:
    """Each without the brace that closes it."""
    asked, page, pieces = None, None, list[bytes]()
    for told_ in explanations:
        if page is None or told_.asked is not asked:
            asked, page = told_.asked, _page(told_)
            pieces = _filled(page, told_)
        layout = page.layout[told_.number]
        if layout is None:
            yield (_json(told.explanation(told_))[:-1],)
            continue
        amount, missing, nearest, _end = page.own[told_.number]
        pieces[amount] = _verdict(told_)
        pieces[missing], pieces[nearest] = _missing(told_, page)
        yield layout(pieces)


def _page(told_: Explanation) -> Page:
    day = told_.asked.day
    if day.page is None:
        day.page = _Laying(told_.asked.ready, day).page()
    page: Page = day.page
    return page


def _filled(page: Page, told_: Explanation) -> list[bytes]:
    """The page with the facts, looked-up parameters and verdicts of one subject."""
    asked = told_.asked
    pieces, values, seen = page.pieces.copy(), asked.values, asked.seen
    for at, place, fact, kept in page.facts:
        known = seen[place]
        key = known.value, known.source, known.as_of
        pieces[at] = kept.get(key) or _fact(fact, known, kept)
    for at, place in page.parameters:
        pieces[at] = b"" if seen[place] is None else _looked_up(asked.day, seen[place])
    pieces[page.subject] = _head(told_)
    for at, place in page.verdicts:
        pieces[at] = _VERDICTS[values[place]]
    return pieces


def _head(told_: Explanation) -> bytes:
    return _json({"key": told_.subject.key, "title": told_.subject.title})


def _verdict(told_: Explanation) -> bytes:
    if told_.amount is None:
        return _NO_AMOUNT[told_.verdict]
    return f'"verdict": "{told_.verdict.value}", "amount": "{told_.amount}"'.encode()


def _missing(told_: Explanation, page: Page) -> tuple[bytes, bytes]:
    """What is missing, and from when it would be owed."""
    if told_.verdict is Owed.OWED:
        return b"", b"null"
    kept, verdicts = page.gaps[told_.number], told_.verdicts
    gaps = kept.get(verdicts)
    if gaps is None:
        gaps = _gaps(told_, page.conditions[told_.number])
        if told_.verdict is Owed.NOT_OWED and None not in verdicts and len(kept) < _GAPS_KEPT:
            kept[verdicts] = gaps
    day = None if gaps.stuck else nearest_day(told_)
    return gaps.told, b"null" if day is None else b'"%s"' % str(day).encode()


def _gaps(told_: Explanation, conditions: Sequence[Told]) -> Gaps:
    """Of each condition that does not hold, and of an amount that is not known."""
    asked, gaps, stuck = told_.asked, list[bytes](), False
    for verdict, (place, failed, remedy, stays) in zip(told_.verdicts, conditions, strict=True):
        if verdict is True:
            continue
        stuck = stuck or stays
        if verdict is False:
            gaps.append(failed)
        else:
            gaps.extend(_unknown(asked, place, remedy))
    amount = asked.ready.amounts[told_.number]
    open_ = told_.verdict is Owed.UNKNOWN and asked.amount(told_.number) is None
    if open_ and amount is not None:
        gaps.extend(_unknown(asked, amount, ""))
    return Gaps(b", ".join(dict.fromkeys(gaps)), stuck)


def _unknown(asked: Asked, root: int, remedy: str) -> Iterator[bytes]:
    """What is not known of the grounds of one rule."""
    for place in asked.ready.leaves[root]:
        seen = asked.seen[place]
        if asked.values[place] is None and isinstance(seen, Known):
            yield _not_known(asked.ready.facts[place], seen, remedy)
        elif asked.values[place] is None and seen is not None:
            yield _json(told.gap(gap_of(seen, remedy)))


@lru_cache(maxsize=1 << 12)
def _not_known(fact: e.FactOf[Any], known: Known, remedy: str) -> bytes:
    return _json(told.gap(gap_of(FactGround(fact, known), remedy)))


def _fact(fact: e.FactOf[Any], known: Known, kept: dict[Any, bytes]) -> bytes:
    before, after = _around(fact, known.source, known.as_of)
    value = stored(known.value)
    plain = str(value) if type(value) is int else _encoded(value)
    says = "null" if value is None else _encoded(shown(known.value, fact.unit))
    if len(kept) >= _VALUES_KEPT:
        kept.clear()
    told_ = f'{before}{plain}, "shown": {says}{after}'.encode()
    kept[known.value, known.source, known.as_of] = told_
    return told_


@lru_cache(maxsize=1 << 12)
def _around(fact: e.FactOf[Any], source: str, as_of: date | None) -> tuple[str, str]:
    """What `told.ground` says of a fact before and after its value."""
    plain = told.ground(FactGround(fact, Known(None, source, as_of)))
    return tuple(_encoded(plain).split('null, "shown": null', 1))  # type: ignore[return-value]


def _looked_up(day: Day, ground: ParameterGround) -> bytes:
    key = id(ground)  # the day keeps it
    found = day.written.get(key)
    if found is None:
        found = day.written[key] = (ground, b", " + _json(told.ground(ground)))
    return found[1]


def _json(plain: Any) -> bytes:
    return _encoded(plain).encode()


class _Laying:
    """Lays the page out for one day."""

    def __init__(self, ready: Ready, day: Day) -> None:
        self.ready, self.day = ready, day
        self.pieces: list[bytes] = []
        self.gaps: dict[tuple[str, int], int] = {}

    def page(self) -> Page:
        layouts = [self._layout(number) for number in range(len(self.ready.benefits))]
        own = [
            tuple(self._at((f"own{number}", each)) for each in (AMOUNT, MISSING, NEAREST, END))
            for number in range(len(self.ready.benefits))
        ]
        conditions = [self._conditions(number) for number in range(len(self.ready.benefits))]
        of = {
            kind: [(at, place) for (k, place), at in self.gaps.items() if k == kind]
            for kind in ("fact", "parameter", "verdict")
        }
        return Page(
            self.pieces,
            self._at(("subject", 0)),
            [FactTold(at, place, self.ready.facts[place], {}) for at, place in of["fact"]],
            of["parameter"],
            of["verdict"],
            own,
            layouts,
            itemgetter(*map(self._at, self._all())) if all(layouts) else None,
            conditions,
            [{} for _ in conditions],
        )

    def _all(self) -> Iterator[Piece]:
        """The list of every benefit, each closed by what is told besides."""
        return _merged(
            piece
            for number in range(len(self.ready.benefits))
            for piece in (
                b"," if number else b"[",
                *self._benefit(number),
                (f"own{number}", END),
                *([b"]"] if number == len(self.ready.benefits) - 1 else []),
            )
        )

    def _layout(self, number: int) -> Layout | None:
        roots = [*self.ready.conditions[number], self.ready.amounts[number]]
        if not all(self._is_regular(root) for root in roots if root is not None):
            return None
        places = [self._at(piece) for piece in _merged(self._benefit(number))]
        return itemgetter(*places)

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
        benefit, own = self.ready.benefits[number], f"own{number}"
        yield _opened(
            benefit=benefit.key, title=benefit.title, basis=[str(a) for a in benefit.basis]
        )
        yield b', "subject": '
        yield "subject", 0
        yield b', "on": %s, ' % _json(stored(self.day.on))
        yield own, AMOUNT
        yield (
            b", "
            + _opened(fund=benefit.fund, gives=benefit.gives, rule=benefit.version)[1:]
            + b', "conditions": ['
        )
        for count, condition in enumerate(benefit.conditions):
            yield b", " * bool(count)
            yield from self._condition(condition, self.ready.conditions[number][count])
        yield b'], "amount_grounds": ['
        amount = self.ready.amounts[number]
        yield from () if amount is None else self._grounds(amount)
        yield b'], "missing": ['
        yield own, MISSING
        yield b'], "nearest": '
        yield own, NEAREST
        yield b', "claim": ' + _json(benefit.claim)

    def _condition(self, condition: Condition, root: int) -> Iterator[Piece]:
        yield _opened(key=condition.key, says=condition.says, basis=str(condition.basis))
        yield b', "verdict": '
        yield "verdict", root
        yield b', "remedy": ' + _json(condition.remedy) + b', "grounds": ['
        yield from self._grounds(root)
        yield b"]}"

    def _grounds(self, root: int) -> Iterator[Piece]:
        for count, place in enumerate(self.ready.leaves[root]):
            if place in self.ready.facts:
                yield b", " * bool(count)
                yield "fact", place
            elif (ground := self.day.seen[place]) is not None:
                yield b", " * bool(count) + _json(told.ground(ground))
            else:
                yield "parameter", place


def _gap(condition: Condition) -> bytes:
    return _json(told.gap(Missing(condition.says, remedy=condition.remedy)))


def _opened(**parts: Any) -> bytes:
    return _json(parts)[:-1]


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
