"""A table of results: a workbook, text with a header, or one JSON object a line."""

from __future__ import annotations

import json
from collections.abc import Iterator

from gongtu.base.errors import Refused
from gongtu.parties.roster.columns import Column, Header
from gongtu.parties.roster.reading import Row
from gongtu.parties.roster.reading import read_rows as read_table

COLUMNS = (
    Column("name", ("姓名", "考生姓名", "职工姓名")),
    Column("id_number", ("身份证号", "身份证号码", "公民身份号码", "证件号码")),
    Column("occupation", ("职业编码", "职业代码", "职业（工种）编码")),
    Column("grade", ("等级", "技能等级", "职业技能等级", "级别")),
    Column("assessed_on", ("评价日期", "考核日期", "鉴定日期", "评价时间")),
    Column("place", ("评价地点", "考核地点", "考点", "地点")),
    Column("theory", ("理论成绩", "理论", "理论知识")),
    Column("practice", ("技能成绩", "技能", "实操成绩", "操作技能")),
    Column("declared", ("申报条件声明", "声明"), required=False),
)
TITLES = {column.key: column.title for column in COLUMNS}
KEYS = tuple(TITLES)
LONGEST_LINE = 4096


class LineUnreadable(Refused):
    """A line is no JSON object of a result."""


def read_rows(content: bytes) -> tuple[Header, Iterator[tuple[int, Row]]]:
    """Where the columns lie, and every row that is not blank with its number.

    Raises:
        FileUnreadable, HeadersUnfit, LineUnreadable: Saying what was found.
    """
    if content.lstrip()[:1] == b"{":
        header = Header(0, {key: place for place, key in enumerate(KEYS)})
        return header, _json_rows(content)
    return read_table(content, COLUMNS)


def _json_rows(content: bytes) -> Iterator[tuple[int, Row]]:
    for number, line in enumerate(content.splitlines(), 1):
        if line.strip():
            yield number, _json_row(number, line)


def _json_row(number: int, line: bytes) -> Row:
    try:
        told = json.loads(line) if len(line) <= LONGEST_LINE else None
    except (ValueError, RecursionError):
        told = None
    if not isinstance(told, dict) or not told.keys() <= TITLES.keys():
        names = "、".join(KEYS)
        raise LineUnreadable(f"第{number}行不是一条结果：应为一个JSON对象，只含{names}。")
    return [told.get(key) for key in KEYS]
