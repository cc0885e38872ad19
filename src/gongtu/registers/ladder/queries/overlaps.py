"""Two jobs at once on the record: a question that is put, and a key to open its case with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from uuid import UUID

from gongtu.base.errors import Refused
from gongtu.base.speech import gettext as _
from gongtu.parties.choices import MembershipKind
from gongtu.parties.models import Membership
from gongtu.parties.queries import list_memberships

OPEN, DASHES, PAIR = "open", 3, 2


class OverlapGone(Refused):
    """These jobs are not the person's, or do not overlap as they did when the question was put."""


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two employments whose periods overlap; the earlier began first, or was recorded first."""

    earlier: Membership
    later: Membership

    @property
    def until(self) -> date | None:
        """The first day without an overlap; None while both go on."""
        ends = [job.until for job in (self.earlier, self.later) if job.until is not None]
        return min(ends, default=None)

    @property
    def key(self) -> str:
        """Names the jobs and the days of the overlap: other days are another question."""
        until = f"{self.until:%Y%m%d}" if self.until else OPEN
        return f"{self.earlier.pk}-{self.later.pk}-{self.later.since:%Y%m%d}-{until}"

    @property
    def title(self) -> str:
        """Both employers and the day from which the jobs overlap."""
        return _titled(self.earlier, self.later, self.later.since.isoformat())


def overlaps_of(person: UUID) -> list[Overlap]:
    """Every two of the person's employments of which both held on some day."""
    jobs = list_memberships(person).filter(kind=MembershipKind.EMPLOYMENT)
    in_order = sorted(jobs, key=lambda job: (job.since, job.pk))
    return [Overlap(*pair) for pair in combinations(in_order, 2) if _overlap(pair)]


def get_overlap(person: UUID, key: str) -> Overlap:
    """The overlap of that key among the person's own.

    Raises:
        OverlapGone: There is none, or none any more.
    """
    found = next((one for one in overlaps_of(person) if one.key == key), None)
    if found is None:
        raise OverlapGone(_("登记里没有这两份时间重叠的工作，或者登记已经更正。"))
    return found


def title_of_overlap(key: str) -> str:
    """The title of an overlap, also of one since put right; a key of no jobs as it is."""
    if not (jobs := jobs_of_overlap(key)):
        return key
    _first, _second, since, _until = key.split("-")
    return _titled(*jobs, f"{since[:4]}-{since[4:6]}-{since[6:]}")


def jobs_of_overlap(key: str) -> tuple[Membership, Membership] | tuple[()]:
    """Both jobs as they stand on record now, the earlier first; nothing for a key of no jobs."""
    pair = [int(told) for told in key.split("-")[:2] if told.isdecimal()]
    jobs = Membership.objects.select_related("organisation").in_bulk(pair)
    if len(jobs) != PAIR or key.count("-") != DASHES:
        return ()
    return jobs[pair[0]], jobs[pair[1]]


def _titled(one: Membership, other: Membership, since: str) -> str:
    names = {"one": one.organisation.name, "other": other.organisation.name}
    return _("%(one)s、%(other)s，自%(since)s起重叠") % {**names, "since": since}


def _overlap(pair: Sequence[Membership]) -> bool:
    earlier, later = pair
    return later.since < (earlier.until or date.max)
