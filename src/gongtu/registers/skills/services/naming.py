"""Whom a list of candidates names: an employer's own staff, or anybody by a number of theirs."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from gongtu.base.errors import Refused
from gongtu.base.identifiers import IdNumber, mask_numbers
from gongtu.base.speech import gettext as _
from gongtu.engines.credentials.queries import is_same_name
from gongtu.parties.identity import index_id_number
from gongtu.parties.queries import index_known
from gongtu.registers.skills import rows
from gongtu.registers.skills.models import Assessor, Certificate
from gongtu.registers.skills.rows import PARTS, RowsWrong

Holders = dict[str, tuple[UUID, str]]


def people_in(text: str, body: Assessor, *, on: date) -> list[UUID]:
    """Whom the text names, one a line.

    An employer assesses its staff: a name, among namesakes with the day of birth.  A social body
    assesses anybody: a name, with the ID number or the number of a certificate.

    Raises:
        RowsWrong: With every line that names nobody, or more than one person.
    """
    if not body.is_social:
        return rows.read_names(text, rows.staff_of(body.organisation_id, on=on))
    holders = _holders(rows.each_line(text, _number))
    return rows.each_line(text, lambda words: _found(words, holders))


def _number(words: list[str]) -> str:
    if len(words) != PARTS:
        raise RowsWrong(_("应写明姓名，再写身份证号码或者证书编号"))
    return words[1]


def _found(words: list[str], holders: Holders) -> UUID:
    """Whether a number is on record at all is not told: a list is no way to find that out."""
    person, name = holders.get(words[1], (None, ""))
    if person is None or not is_same_name(name, words[0]):
        raise RowsWrong(
            _("没有姓名和号码都相符的登记，请核对；还没有登记的，先请所在单位或者人社部门登记")
        )
    return person


def _holders(numbers: Iterable[str]) -> Holders:
    """Who is on record under each of these numbers; two queries."""
    by_index = {index: text for text in numbers if (index := _index(text))}
    found = {by_index[index]: who for index, who in index_known(list(by_index)).items()}
    certified = Certificate.objects.filter(number__in={text.upper() for text in numbers})
    held = {
        number: (person, name)
        for number, person, name in certified.values_list("number", "person", "person__name")
    }
    return found | {text: held[text.upper()] for text in numbers if text.upper() in held}


def _index(text: str) -> str:
    """Of an ID number as a case keeps it masked; empty for anything else."""
    if mask_numbers(text) == text:
        return ""
    try:
        return index_id_number(IdNumber.parse(text))
    except Refused:
        return ""
