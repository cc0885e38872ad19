"""A register of millions, filled past the product: one certificate is issued, the others copy it.

They differ in number, name, holder and place, so that rows have the size that rows have; nobody
looks at their signatures here.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from itertools import islice
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from gongtu.engines.credentials.models import Credential, StatusList
from gongtu.engines.credentials.services import COLUMNS
from gongtu.engines.credentials.statuslist import SIZE
from gongtu.registers.skills import services as skills
from gongtu.registers.skills.models import AssessmentSession
from tests.registers.skills.sitting import DAY, many_sit
from tests.scenarios.town import found

SESSION, TOGETHER = "20260000001", 1000
TABLE = Credential._meta.db_table
A_BODY, HELD_BY_ONE = 900_000, 3
FAMILY = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂"
REVOKED_EACH, MIXING = 250, 0x9E3779B97F4A7C15F39CC0605CEDC835
STANDING = (("issued", None, ""), ("revoked", DAY, "issued-in-error"))
# What the product keeps up while it writes; a register made up needs none of it.
FILLING = {
    "journal_mode": "OFF", "synchronous": "OFF", "foreign_keys": "OFF", "cache_size": "-500000",
    "ignore_check_constraints": "ON",
}  # fmt: skip
SERVING = {
    "journal_mode": "WAL", "synchronous": "FULL", "foreign_keys": "ON", "cache_size": "-2000",
    "ignore_check_constraints": "OFF",
}  # fmt: skip
INDEXES = {
    "sqlite": f"SELECT name, sql FROM sqlite_master WHERE tbl_name = '{TABLE}' AND type = 'index'"
    " AND sql IS NOT NULL",
    "postgresql": "SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index"
    f" WHERE indrelid = '{TABLE}'::regclass AND NOT indisunique",
}
Row = tuple[Any, ...]


def issue_first() -> Credential:
    """A town with one certificate, signed as its city signs."""
    town = found()
    many_sit(town, SESSION, 1)
    AssessmentSession.objects.update(state="issuing")
    skills.issue_all(SESSION, by=town.roles["enterprise"], on=DAY)
    return Credential.objects.get()


def number_of(place: int) -> str:
    """Bodies with nine hundred thousand certificates each, numbered through."""
    body, serial = divmod(place, A_BODY)
    return f"Y000137{body:06d}263{serial:06d}"


def name_of(place: int) -> str:
    """Of three characters, the same every time."""
    mixed = place * 2_654_435_761 % 2**32
    family, given = mixed % len(FAMILY), mixed // len(FAMILY)
    return FAMILY[family] + GIVEN[given % len(GIVEN)] + GIVEN[given // len(GIVEN) % len(GIVEN)]


def fill(first: Credential, after: int, upto: int) -> None:
    """The certificates of these places; plain indexes are taken away meanwhile."""
    lists = _lists_for(first.issuer_organisation, upto)
    rows = (_row(first, lists, place) for place in range(after, upto))
    with _without_indexes():
        {"sqlite": _into_sqlite, "postgresql": _into_postgresql}[connection.vendor](rows)


def _lists_for(issuer: int, upto: int) -> list[int]:
    lists = StatusList.objects.exclude(used__lt=SIZE).order_by("pk")
    missing = -(-upto // SIZE) - lists.count()
    StatusList.objects.bulk_create(
        StatusList(organisation=issuer, size=SIZE, used=SIZE) for _ in range(missing)
    )
    return list(lists.values_list("pk", flat=True))


def _row(first: Credential, lists: list[int], place: int) -> Row:
    """In the order of the register's own columns."""
    held_in, index = lists[place // SIZE], place % SIZE
    number, name = number_of(place), name_of(place)
    status, day, reason_class = STANDING[place % REVOKED_EACH == 0]
    holder = UUID(int=place // HELD_BY_ONE * MIXING % 2**128)
    return (
        number, first.kind, _document(first, number, name, index), first.issuer_organisation, DAY,
        None, str(holder), held_in, index, status, day, reason_class, "", "",
    )  # fmt: skip


def _document(first: Credential, number: str, name: str, index: int) -> str:
    pieces = _pieces(first)
    told = {"number": number, "name": name, "index": str(index)}
    return "".join(told.get(piece, piece) for piece in pieces)


@lru_cache
def _pieces(first: Credential) -> list[str]:
    """The first document as it was signed, cut where others differ from it."""
    text = json.dumps(first.document, ensure_ascii=False, separators=(",", ":"))
    name = json.dumps(first.document["credentialSubject"]["name"], ensure_ascii=False)
    marked = text.replace(first.number, "\0number\0").replace(name, '"\0name\0"')
    marked = marked.replace('#0"', '#\0index\0"').replace('Index":"0"', 'Index":"\0index\0"')
    return marked.split("\0")


@contextmanager
def _without_indexes() -> Iterator[None]:
    """Sorting an index at the end takes a fraction of keeping it up row by row."""
    question = INDEXES[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(question)
        indexes = dict(cursor.fetchall())
        for name in indexes:
            cursor.execute(f"DROP INDEX {name}")
        yield
        for made in indexes.values():
            cursor.execute(made)
        cursor.execute(f"ANALYZE {TABLE}")


def _into_sqlite(rows: Iterator[Row]) -> None:
    told = (tuple(one.isoformat() if one is DAY else one for one in row) for row in rows)
    places = ", ".join("?" * len(COLUMNS))
    _set(FILLING)
    with transaction.atomic():
        driver = connection.connection
        driver.executemany(f"INSERT INTO {TABLE} ({', '.join(COLUMNS)}) VALUES ({places})", told)
    _set(SERVING)


def _set(pragmas: dict[str, str]) -> None:
    with connection.cursor() as cursor:
        for name, value in pragmas.items():
            cursor.execute(f"PRAGMA {name}={value}")


def _into_postgresql(rows: Iterator[Row]) -> None:
    with connection.cursor() as cursor:
        with cursor.copy(f"COPY {TABLE} ({', '.join(COLUMNS)}) FROM STDIN") as copy:
            while some := list(islice(rows, TOGETHER)):
                copy.write("".join(map(_line, some)))
        cursor.execute(f"VACUUM {TABLE}")


def _line(row: Row) -> str:
    return "\t".join("\\N" if one is None else str(one) for one in row) + "\n"
