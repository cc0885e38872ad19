"""Parameters as pages show them: value, since when, by which document, or 待核 and who decides."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from gongtu.base.money import Yuan
from gongtu.parties.roles import Role
from gongtu.policy import Parameter, Policy, all_parameters
from gongtu.policy.values import Valued
from gongtu.web.chain_page import label_of
from gongtu.web.wording import language, money, several, shown, told

CONFIDENCE = {
    "high": gettext_noop("可靠"),
    "medium": gettext_noop("较可靠"),
    "low": gettext_noop("仅供参考"),
    "unconfirmed": gettext_noop("待核"),
}


def groups_on(on: date) -> list[dict[str, Any]]:
    """Every parameter of the platform, grouped by the folder it lies in."""
    groups: dict[Path, list[Parameter]] = {}
    for parameter in all_parameters():
        groups.setdefault(parameter.policy.path.parent, []).append(parameter)
    return [
        {"title": group_title(folder), "values": [value_row(p, on) for p in parameters]}
        for folder, parameters in groups.items()
    ]


def rows_of(policy: Policy, on: date) -> list[dict[str, Any]]:
    """The parameters of one provision."""
    return [value_row(parameter, on) for parameter in policy]


def value_row(parameter: Parameter, on: date) -> dict[str, Any]:
    """One parameter as of the day."""
    valued, folder = parameter.value(on), parameter.policy.path.parent
    return {
        "key": parameter.key,
        "title": told(parameter.title, folder),
        "value": value_text(parameter, valued, folder),
        "unconfirmed": not valued.is_known,
        "decides": label_of(Role(parameter.decides)),
        "since": valued.since,
        "document": told(valued.document, folder),
        "original": valued.document if language() == "en" else "",
        "source": told(valued.source, folder),
        "confidence": _(CONFIDENCE.get(str(valued.confidence), "")),
        "note": told(valued.note, folder),
        "origin": valued.origin,
    }


def value_text(parameter: Parameter, valued: Valued, folder: Path) -> str:
    """A number with its unit, or each row of a table."""
    unit = told(parameter.unit, folder)
    if isinstance(valued.value, dict):
        cells = valued.value.items()
        return several(
            f"{told(parameter.row_title(row), folder)} {_amount(cell, unit)}" for row, cell in cells
        )
    return _amount(valued.value, unit)


def _amount(value: Any, unit: str) -> str:
    if isinstance(value, Yuan):
        return money(value)
    return "—" if value is None else f"{shown(value)} {unit}"


def group_title(folder: Path) -> str:
    """The name that the folder's own docstring begins with, else the folder's."""
    package = folder / "__init__.py"
    first = package.read_text("utf8").partition("\n")[0] if package.is_file() else ""
    zh, _dash, en = first.strip('"').partition(" — ")
    return (zh if language() == "zh" else en or zh) or folder.name
