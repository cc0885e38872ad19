"""The register's facts about appointments, ready for rules."""

from __future__ import annotations

from datetime import date

from gongtu.engines.entitlement.declare import Known
from gongtu.registers.appointments import facts
from gongtu.registers.appointments.queries import appointed_since, term_of
from gongtu.registers.appointments.services import Post, filled


def appointed_known(post: Post, *, case_number: str, on: date) -> dict[str, Known]:
    """Whether the person is special-grade technician there, and how many hold the post already."""
    since = appointed_since(post.person, post.organisation, post.occupation, on=on)
    term = term_of(case_number)
    return facts.Appointed.recorded(
        as_of=on,
        special=since is not None,
        special_since=since,
        filled=filled(post, on=on),
        until=None if term is None else term.until,
    )
