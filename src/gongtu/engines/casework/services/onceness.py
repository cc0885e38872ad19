"""A second click is the first click: one key of one account carries out one thing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from django.db import IntegrityError

from gongtu.engines.casework.models import Case, OnceKey
from gongtu.parties.capacity import Capacity


def once_only(key: str | None, do: Callable[[], Case], *, by: Capacity) -> Case:
    """What `do` brought about the first time this account used the key.

    `do` must call `remember` inside its transaction, so that of two requests racing with one
    key the second fails on it as a whole.
    """
    return found_or_done(lambda: _found(key, by), do)


def found_or_done(found: Callable[[], Case | None], do: Callable[[], Case]) -> Case:
    """What is found, else what `do` brings about; of two racing, the second finds the first's."""
    if (case := found()) is not None:
        return case
    try:
        return do()
    except IntegrityError:
        if (case := found()) is None:
            raise
        return case


def remember(key: str | None, case: Case, *, by: Capacity, on: date) -> None:
    """Note that the key is used up; inside the transaction of what it stands for."""
    if key and by.account is not None:
        OnceKey.objects.create(account_id=by.account, key=key, case=case, used_on=on)


def _found(key: str | None, by: Capacity) -> Case | None:
    if not key or by.account is None:
        return None
    used = OnceKey.objects.filter(account_id=by.account, key=key).select_related("case").first()
    return used.case if used else None
