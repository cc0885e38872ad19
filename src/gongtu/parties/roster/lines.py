"""A table by a person or a machine: a workbook, text with a header, or a JSON object a line."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from gongtu.base.errors import Refused
from gongtu.base.speech import gettext as _
from gongtu.parties.roster.columns import Column, Header
from gongtu.parties.roster.reading import Row, read_rows

LONGEST_LINE = 4096


class LineUnreadable(Refused):
    """A line is no JSON object of a row."""


def read_rows_or_lines(
    content: bytes, columns: Sequence[Column]
) -> tuple[Header, Iterator[tuple[int, Row]]]:
    """Where the columns lie, and every row that is not blank with its number.

    Raises:
        FileUnreadable, HeadersUnfit, LineUnreadable: Saying what was found.
    """
    if content.lstrip()[:1] != b"{":
        return read_rows(content, columns)
    keys = [column.key for column in columns]
    header = Header(0, {key: place for place, key in enumerate(keys)})
    lines = enumerate(content.splitlines(), 1)
    return header, ((number, _row(number, line, keys)) for number, line in lines if line.strip())


def _row(number: int, line: bytes, keys: Sequence[str]) -> Row:
    try:
        told = json.loads(line) if len(line) <= LONGEST_LINE else None
    except (ValueError, RecursionError):
        told = None
    if not isinstance(told, dict) or not told.keys() <= set(keys):
        told = {"row": number, "names": keys}
        raise LineUnreadable(_("第%(row)s行应为一个JSON对象，只含%(names)s。") % told)
    return [told.get(key) for key in keys]
