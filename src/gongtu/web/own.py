"""Whose pages are read: the organisation the reader acts for."""

from __future__ import annotations

from gongtu.parties import queries as parties
from gongtu.parties.access import NotEntitled
from gongtu.parties.capacity import Capacity
from gongtu.parties.models import Organisation
from gongtu.parties.roles import Role


def own_body(by: Capacity, *kinds: Role, refusal: str) -> Organisation:
    """The organisation of one of these kinds that the reader acts for.

    Raises:
        NotEntitled: The reader acts in another capacity; with the words given.
    """
    if by.role not in kinds or by.organisation is None:
        raise NotEntitled(refusal)
    return parties.get_organisation(by.organisation)
