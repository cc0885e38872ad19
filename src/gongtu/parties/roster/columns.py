"""The columns of a roster, under whatever header an enterprise gave them, in any order."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gongtu.base.errors import Refused
from gongtu.base.speech import gettext as _

HEADER_WITHIN = 10


@dataclass(frozen=True, slots=True)
class Column:
    """One thing a row tells; the label comes first among its names."""

    key: str
    label_en: str
    names: tuple[str, ...]
    required: bool = True

    @property
    def label(self) -> str:
        return self.names[0]


NAME = Column("name", "Name", ("姓名", "职工姓名", "员工姓名", "名字"))
COLUMNS = (
    NAME,
    Column(
        "id_number",
        "ID number",
        ("身份证号", "身份证号码", "身份证", "公民身份号码", "证件号码", "居民身份证号码"),
    ),
    Column(
        "phone",
        "Mobile number",
        ("手机号", "手机号码", "手机", "联系电话", "电话", "移动电话"),
        required=False,
    ),
    Column("post", "Post", ("岗位", "岗位名称", "职务岗位", "工种", "职位")),
    Column(
        "occupation",
        "Occupation code",
        ("职业编码", "职业代码", "职业（工种）编码"),
        required=False,
    ),
    Column(
        "since",
        "Employed since",
        ("入职日期", "入职时间", "入厂日期", "参加工作日期", "合同开始日期"),
    ),
)


class HeadersUnfit(Refused):
    """The first rows are no header of a roster."""


@dataclass(frozen=True, slots=True)
class Header:
    """In which row the header stands, and where each column lies (counted from 0)."""

    row: int
    places: dict[str, int]


def find_header(rows: Sequence[Sequence[object]], columns: Sequence[Column] = COLUMNS) -> Header:
    """Recognise the header among the first rows.

    Raises:
        HeadersUnfit: Naming what was found and what is missing or stands twice.
    """
    keys = _keys(columns)
    candidates = [(_recognise(row, keys), number, row) for number, row in enumerate(rows, 1)]
    best, number, row = max(candidates, key=lambda c: len(c[0]), default=({}, 1, ()))
    missing = [column for column in columns if column.required and column.key not in best]
    twice = [column for column in columns if len(best.get(column.key, ())) > 1]
    if missing or twice:
        found = [str(cell) for cell in row if str(cell or "").strip()] or _("空白")
        reasons = [_("表头缺少“%(title)s”一列。") % {"title": column} for column in missing]
        reasons += [_("表头“%(title)s”出现了不止一次。") % {"title": column} for column in twice]
        raise HeadersUnfit(*reasons, _("读到的表头是：%(found)s。") % {"found": found})
    return Header(number, {key: places[0] for key, places in best.items()})


def _recognise(row: Sequence[object], keys: Mapping[str, str]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for place, cell in enumerate(row):
        key = keys.get(_plain(str(cell or "")))
        if key is not None:
            places.setdefault(key, []).append(place)
    return places


def _plain(header: str) -> str:
    """Without blanks, stars, and what stands in brackets as a hint; letters small.

    >>> _plain("* 入职日期（年-月-日）"), _plain("职业（工种）编码")
    ('入职日期', '职业编码')
    """
    return re.sub(r"[（(][^）)]*[）)]|[\s*:：]", "", header).lower()


def _keys(columns: Sequence[Column]) -> dict[str, str]:
    return {
        _plain(name): column.key for column in columns for name in (*column.names, column.label_en)
    }
