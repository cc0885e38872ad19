"""A workbook that gives a refused roster back: what to correct on top, everything else below."""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Sequence
from typing import Protocol

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from gongtu.base.speech import gettext as _
from gongtu.base.speech import said
from gongtu.parties.roster.columns import Column, Header
from gongtu.parties.roster.reading import Row
from gongtu.parties.roster.row import Problem


class Judged(Protocol):
    """A table read to its end: where its columns lie, its rows, and what is wrong with them."""

    @property
    def header(self) -> Header: ...
    @property
    def rows(self) -> dict[int, Row]: ...
    @property
    def problems(self) -> list[Problem]: ...


def write_wrong_rows(checked: Judged, columns: Sequence[Column], title: str) -> bytes:
    """The table as XLSX with the wrong rows first, and a second sheet that lists each mistake.

    It speaks the language of whoever reads now; the first sheet can be corrected and uploaded as
    it is.
    """
    target = io.BytesIO()
    # Nothing a worker's row holds may become a formula or a link when somebody opens the file.
    quiet = {"strings_to_formulas": False, "strings_to_urls": False, "constant_memory": True}
    with Workbook(target, {"in_memory": True, **quiet}) as workbook:
        bold = workbook.add_format({"bold": True, "text_wrap": True})
        _write_rows(workbook.add_worksheet(title), checked, columns, bold)
        _write_problems(workbook.add_worksheet(_("问题清单")), checked.problems, bold)
    return target.getvalue()


def _write_rows(sheet: Worksheet, checked: Judged, columns: Sequence[Column], bold: object) -> None:
    columns = [column for column in columns if column.key in checked.header.places]
    sheet.set_column(0, len(columns), 20)
    note = _("需要改正（改好后整份上传，这一列不用删除）")
    sheet.write_row(0, 0, [*map(said, columns), note], bold)
    blamed = defaultdict(list)
    for problem in checked.problems:
        blamed[problem.row].append(problem.says)
    in_order = sorted(checked.rows, key=lambda number: (number not in blamed, number))
    for line, number in enumerate(in_order, 1):
        row = checked.rows[number]
        places = (checked.header.places[column.key] for column in columns)
        cells = [_shown(row[place] if place < len(row) else None) for place in places]
        for place, cell in enumerate([*cells, "".join(blamed[number]) if number in blamed else ""]):
            sheet.write_string(line, place, cell)


def _write_problems(sheet: Worksheet, problems: list[Problem], bold: object) -> None:
    sheet.set_column(0, 4, 22)
    titles = (_("原文件行号"), _("列"), _("填写的内容"), _("哪里不对"), _("怎么改"))
    sheet.write_row(0, 0, titles, bold)
    for line, problem in enumerate(problems, 1):
        sheet.write_number(line, 0, problem.row)
        told = (problem.column, problem.found, problem.wrong, problem.remedy)
        for place, text in enumerate(map(said, told), 1):
            sheet.write_string(line, place, text)


def _shown(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell)
