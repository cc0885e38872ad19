"""What is read of a table as a whole, and whose its rows are; no Django."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from gongtu.base.errors import Broken
from gongtu.base.money import Yuan

WHOLE_TABLE = "*"  # in place of an owner: everything may have changed
KINDS = (str, int, bool, date, UUID, Yuan)
_NAME = re.compile(r"[a-z][a-z0-9_]{0,59}\Z")


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """Columns of one table, as a snapshot keeps them under `name`.

    All rows of one `owner` are read anew together when one of them changes; `key` tells them
    apart.  Money is a column of whole fen.

    Raises:
        Broken: It names no column for owner or key, or a kind that no column has.
    """

    name: str
    table: str
    columns: Mapping[str, type[Any]]
    owner: str = "id"
    key: str = "id"

    def __post_init__(self) -> None:
        if bad := [
            name for name in (self.name, self.table, *self.columns) if not _NAME.match(name)
        ]:
            raise Broken(f"Source {self.name!r}: no name for a table or column: {', '.join(bad)}.")
        if lacking := {self.owner, self.key} - set(self.columns):
            raise Broken(f"Source {self.name!r} does not read {', '.join(sorted(lacking))}.")
        if strange := [name for name, kind in self.columns.items() if kind not in KINDS]:
            raise Broken(f"Source {self.name!r}: no kind of column: {', '.join(strange)}.")
        if self.columns[self.owner] not in (str, int, UUID):
            raise Broken(f"Source {self.name!r}: nobody is told by {self.owner!r}.")
