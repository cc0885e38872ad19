"""Rows of an XLSX or CSV file as they stand there, numbered as a spreadsheet numbers them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from itertools import islice

from python_calamine import CalamineError, CalamineWorkbook

from gongtu.base.errors import Refused
from gongtu.base.speech import gettext as _
from gongtu.parties.roster.columns import (
    COLUMNS,
    HEADER_WITHIN,
    Column,
    Header,
    find_header,
)

ZIP = b"PK\x03\x04"
Row = Sequence[object]


class FileUnreadable(Refused):
    """Neither a workbook nor a table of text."""


def as_utf8(content: bytes) -> bytes:
    """A workbook as it is; text as UTF-8, also where it came as GB18030.

    Raises:
        FileUnreadable: It is neither.
    """
    return content if content.startswith(ZIP) else _text(content).encode()


def read_rows(
    content: bytes, columns: Sequence[Column] = COLUMNS
) -> tuple[Header, Iterator[tuple[int, Row]]]:
    """The header, and every row below it that is not blank with its number in the file.

    Raises:
        FileUnreadable: Neither a workbook nor a table of text.
        HeadersUnfit: No header of such a table.
    """
    header = find_header(list(islice(_rows(content), HEADER_WITHIN)), columns)
    below = enumerate(islice(_rows(content), header.row, None), header.row + 1)
    return header, ((number, row) for number, row in below if any(_told(cell) for cell in row))


def _rows(content: bytes) -> Iterator[Row]:
    return _sheet_rows(content) if content.startswith(ZIP) else _csv_rows(content)


def _sheet_rows(content: bytes) -> Iterator[Row]:
    try:
        sheet = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0)
    except CalamineError:
        raise FileUnreadable(_("工作簿打不开，请另存为XLSX格式后重新上传。")) from None
    # Rows above the first filled one are not given; their numbers must still count.
    first = sheet.start[0] if sheet.start else 0
    yield from ([] for _ in range(first))
    yield from sheet.iter_rows()


def _csv_rows(content: bytes) -> Iterator[Row]:
    text = _text(content)
    start = text[:4096]
    delimiter = max(",\t;", key=start.count)
    yield from (list(row) for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


def _text(content: bytes) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise FileUnreadable(_("文件既不是XLSX工作簿，也不是UTF-8或者GB18030编码的CSV文本。"))


def _told(cell: object) -> bool:
    return cell is not None and str(cell).strip() != ""
