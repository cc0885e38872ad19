"""A decided case in the hands of the body that decides it, one writer at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date

from gongtu.engines.casework import authority
from gongtu.engines.casework.authority import Docket
from gongtu.engines.casework.queries.corrections import corrects
from gongtu.engines.casework.refusals import CaseUnknown
from gongtu.engines.casework.services.locking import lock, refusals_journaled
from gongtu.parties.capacity import Capacity


@contextmanager
def held_to_correct(
    number: str, act: str, *, unknown: Callable[[], CaseUnknown], by: Capacity, on: date
) -> Iterator[Docket]:
    """The case, locked until the end: of two officers at once one waits.

    Raises:
        CaseUnknown: `by` does not act for the body that decides it; in the words of `unknown`.
        InConflict: They are concerned in the matter; journaled.
    """
    with refusals_journaled(number, act, by=by, on=on):
        docket = authority.docket_of(lock(number))
        if not corrects(docket, by):
            raise unknown()
        if (concerned := authority.concern_of(docket, by, on=on)) is not None:
            raise concerned
        yield docket
