"""An explanation as the bytes of its JSON, without building what they say first.

The bytes say what `told.explanation` says.  All that is the same for everybody on a day is
written once for that day; of one subject only the facts, the verdicts and what follows from them
are put between.  A benefit whose grounds differ in number from subject to subject goes the long
way round.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from gongtu.engines.entitlement import told
from gongtu.engines.entitlement.asking import ParameterGround
from gongtu.engines.entitlement.explaining import (
    Explanation,
    Explanations,
    Owed,
    gap_of,
    nearest_day,
)
from gongtu.engines.entitlement.facts import Known, Subject
from gongtu.engines.entitlement.ready import Asked, Day
from gongtu.engines.entitlement.written_facts import NEXT, as_json, not_known, write
from gongtu.engines.entitlement.written_page import Page, Standing, Told, page_of

_NO_AMOUNT = {verdict: f'"verdict": "{verdict.value}", "amount": null'.encode() for verdict in Owed}
_NEVER = b"null"
_KEPT = 1 << 10  # verdicts of one benefit


def written(
    explanations: Sequence[Explanation], besides: Iterable[Mapping[str, Any]] = ()
) -> bytes:
    """Several explanations, asked together or apart, as one JSON list.

    `besides` is what else is to stand in each, after what the explanation says.
    """
    ends = [NEXT + as_json(more)[1:] for more in besides] or [b"}"] * len(explanations)
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
    if not isinstance(explanations, Explanations):
        return None
    page = page_of(explanations.asked)
    if page.whole is None:
        return None
    pieces = _filled(page, explanations.asked, explanations.subject)
    values, verdicts = explanations.asked.values, explanations.asked.ready.verdicts
    for number, (kept, own) in enumerate(zip(page.kept, page.own, strict=True)):
        standing = kept.get(verdicts[number](values)) or _standing(explanations[number], page)
        pieces[own.amount], pieces[own.missing], nearest = standing
        pieces[own.nearest] = nearest or _nearest(explanations[number])
        pieces[own.end] = ends[number]
    return b"".join(page.whole(pieces))


def _all_written(explanations: Sequence[Explanation]) -> Iterator[Iterable[bytes]]:
    """Each without the brace that closes it."""
    asked, page, pieces = None, None, list[bytes]()
    for told_ in explanations:
        if page is None or told_.asked is not asked:
            asked, page = told_.asked, page_of(told_.asked)
            pieces = _filled(page, told_.asked, told_.subject)
        layout = page.layout[told_.number]
        if layout is None:
            yield (as_json(told.explanation(told_))[:-1],)
            continue
        own = page.own[told_.number]
        pieces[own.amount], pieces[own.missing], nearest = _standing(told_, page)
        pieces[own.nearest] = nearest or _nearest(told_)
        yield layout(pieces)


def _filled(page: Page, asked: Asked, subject: Subject) -> list[bytes]:
    """The page with the verdicts, facts and looked-up parameters of one subject."""
    values, seen = asked.values, asked.seen
    verdicts = zip(page.says, page.verdicts(values), strict=True)
    pieces = [says[verdict] for says, verdict in verdicts]
    for place, fact, kept in page.facts:
        known = seen[place]
        key = known.value, known.source, known.as_of
        pieces += kept.get(key) or write(fact, known, kept)
    pieces += page.rest
    for at, place in page.parameters:
        pieces[at] = b"" if seen[place] is None else _looked_up(asked.day, seen[place])
    pieces[page.subject] = as_json({"key": subject.key, "title": subject.title})
    return pieces


def _standing(told_: Explanation, page: Page) -> Standing:
    """How it stands with one benefit; kept where the verdicts of its conditions tell it all."""
    if told_.verdict is Owed.OWED:
        return Standing(_verdict(told_), b"", _NEVER)
    gaps, stuck = _gaps(told_, page.conditions[told_.number])
    standing = Standing(_verdict(told_), gaps, _NEVER if stuck else b"")
    kept = page.kept[told_.number]
    if told_.verdict is Owed.NOT_OWED and None not in told_.verdicts and len(kept) < _KEPT:
        kept[told_.verdicts] = standing
    return standing


def _verdict(told_: Explanation) -> bytes:
    if told_.amount is None:
        return _NO_AMOUNT[told_.verdict]
    return f'"verdict": "{told_.verdict.value}", "amount": "{told_.amount}"'.encode()


def _nearest(told_: Explanation) -> bytes:
    day = nearest_day(told_)
    return _NEVER if day is None else f'"{day}"'.encode()


def _gaps(told_: Explanation, conditions: Sequence[Told]) -> tuple[bytes, bool]:
    """What is missing, and whether time alone never mends it."""
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
    return NEXT.join(dict.fromkeys(gaps)), stuck


def _unknown(asked: Asked, root: int, remedy: str) -> Iterator[bytes]:
    """What is not known of the grounds of one rule."""
    values, seen, facts = asked.values, asked.seen, asked.ready.facts
    for place in asked.ready.leaves[root]:
        if values[place] is not None:
            continue
        ground = seen[place]
        if isinstance(ground, Known):
            yield not_known(facts[place], ground.source, remedy)
        elif ground is not None:
            yield as_json(told.gap(gap_of(ground, remedy)))


def _looked_up(day: Day, ground: ParameterGround) -> bytes:
    key = id(ground)  # the day keeps it
    found = day.written.get(key)
    if found is None:
        found = day.written[key] = (ground, NEXT + as_json(told.ground(ground)))
    return found[1]
