"""Time worked in an occupation, from the record of employments, ready for rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from gongtu.engines.entitlement.declare import Known
from gongtu.parties.choices import MembershipKind
from gongtu.parties.models import Membership
from gongtu.registers.ladder import facts
from gongtu.registers.ladder.queries import minor_group

Span = tuple[date, date]  # the end excluded


@dataclass(frozen=True, slots=True)
class Worked:
    """Spans of work up to a day, in order and apart."""

    spans: tuple[Span, ...]
    on: date

    @classmethod
    def of(cls, spans: Iterable[Span], on: date) -> Worked:
        """Overlaps are counted once; what has not begun is left out."""
        apart: list[Span] = []
        for since, until in sorted(spans):
            end = min(until, on)
            if since >= end:
                continue
            if apart and since <= apart[-1][1]:
                apart[-1] = (apart[-1][0], max(apart[-1][1], end))
            else:
                apart.append((since, end))
        return cls(tuple(apart), on)

    @property
    def until(self) -> date:
        """The last day of work; today for who never worked."""
        return self.spans[-1][1] if self.spans else self.on

    def counted_from(self, event: date = date.min) -> date:
        """When the time worked since the event would have begun, had it run without a gap."""
        since_then = (max(until - max(since, event), timedelta()) for since, until in self.spans)
        return self.until - sum(since_then, timedelta())


def worked_known(
    memberships: Iterable[Membership], occupation: str, events: Mapping[str, date], *, on: date
) -> dict[str, Known]:
    """Work in the occupation since each event, surely counted and possibly counted."""
    own, other = _spans_of(memberships, occupation, on)
    sure = _told(Worked.of(own, on), _goes_on(own, on), events)
    maybe = _told(Worked.of([*own, *other], on), _goes_on([*own, *other], on), events)
    count = None if other else False
    return {
        **facts.Counted.recorded(as_of=on, **sure),
        **facts.Possible.recorded(as_of=on, count=count, **maybe),
    }


def _told(worked: Worked, now: bool, events: Mapping[str, date]) -> dict[str, Any]:
    since = {f"after_{name}": worked.counted_from(day) for name, day in events.items()}
    return {"now": now, "until": worked.until, "since": worked.counted_from(), **since}


def _spans_of(
    memberships: Iterable[Membership], occupation: str, on: date
) -> tuple[list[Span], list[Span]]:
    """Jobs in the occupation, and jobs that may count besides."""
    own: list[Span] = []
    other: list[Span] = []
    for job in memberships:
        if job.kind != MembershipKind.EMPLOYMENT or job.since > on:
            continue
        span = (job.since, job.until or date.max)
        if job.occupation == occupation:
            own.append(span)
        elif not job.occupation or _is_related(job.occupation, occupation):
            other.append(span)
    return own, other


def _is_related(one: str, other: str) -> bool:
    return minor_group(one) == minor_group(other)


def _goes_on(spans: Iterable[Span], on: date) -> bool:
    return any(since <= on < until for since, until in spans)
