"""Enciphering anew what was enciphered by an old key, or by another cipher than is wanted now."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from django.db import models, transaction

from gongtu.parties.crypto import keyring
from gongtu.parties.identity import about_id_number, about_phone
from gongtu.parties.models import Account, Person

AT_ONCE = 500
# A row's key, what its cipher is bound by, and the cipher.
Row = tuple[Any, Any, bytes]


def renew_ciphers() -> int:
    """Every number and phone, as it would be enciphered today; how many were not.

    Some hundred at a time, each only if nobody changed it meanwhile: begun again, it goes on
    where it was stopped.

    Raises:
        Broken: One was enciphered under a secret that is not ours; those before it are done.
    """
    return (
        renew_column(Person, "id_number_cipher", about_id_number)
        + renew_column(Person, "phone_cipher", lambda person: about_phone(f"person:{person}"))
        + renew_column(Account, "phone_cipher", lambda _account: about_phone("account"))
    )


def renew_column(
    model: type[models.Model], column: str, about: Callable[[Any], str], name: str = "pk"
) -> int:
    """One column of ciphers, each bound to what `about` makes of the row's `name`."""
    return sum(_renew(model, column, about, rows) for rows in _batches(model, column, name))


def _batches(model: type[models.Model], column: str, name: str) -> Iterator[list[Row]]:
    rows = model._default_manager.order_by("pk").values_list("pk", name, column)
    some = list(rows[:AT_ONCE])
    while some:
        yield some
        some = list(rows.filter(pk__gt=some[-1][0])[:AT_ONCE])


@transaction.atomic
def _renew(
    model: type[models.Model], column: str, about: Callable[[Any], str], rows: list[Row]
) -> int:
    done = 0
    for key, named, cipher in rows:
        if not keyring().is_current(bytes(cipher)):
            renewed = keyring().renew(bytes(cipher), about=about(named))
            same = model._default_manager.filter(pk=key, **{column: cipher})
            done += same.update(**{column: renewed})
    return done
