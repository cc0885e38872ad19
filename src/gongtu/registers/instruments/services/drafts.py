"""Drafts of the policy: begun, changed and given up by one officer alone, or proposed at last."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.parties.capacity import Capacity
from gongtu.policy import Parameter, all_parameters, get_parameter
from gongtu.policy.units import stored
from gongtu.records.journal import services as journal
from gongtu.registers.instruments.choices import Instrument
from gongtu.registers.instruments.models import ParameterDecision, ParameterDraft
from gongtu.registers.instruments.queries.drafts import get_draft
from gongtu.registers.instruments.services.decisions import (
    NotAcceptable,
    fitting,
    propose,
    require_office,
)


class AlreadyProposed(Refused):
    """What was proposed stays as it was proposed."""


class ParameterUnknown(Refused):
    """No policy has such a parameter."""


class KeyUsed(Refused):
    """The key has begun a draft of something else before."""


@transaction.atomic
def begin_draft(parameter: str, *, by: Capacity, on: date, once: str = "") -> ParameterDraft:
    """Begin to try out another value of a parameter, by its full key; it begins with today's.

    `once` is a key that begins one draft, however often the same is asked.

    Raises:
        ParameterUnknown: There is none of that key.
        WrongOffice: The parameter is not this role's to decide.
        KeyUsed: The key has begun another draft.
    """
    about = _about(parameter)
    officer = require_office(about, by)
    told = {
        "title": about.title,
        "valid_from": on,
        "values": {parameter: _today(about, on)},
        "begun_on": on,
        "changed_on": on,
    }
    if not once:
        draft, fresh = ParameterDraft.objects.create(officer_id=officer, role=by.role, **told), True
    else:
        draft, fresh = ParameterDraft.objects.get_or_create(
            officer_id=officer, role=by.role, begun_with=once, defaults=told
        )
    if parameter not in draft.values:
        raise KeyUsed(_("这个去重键已经用于草案“%(title)s”。") % {"title": draft.title})
    if fresh:
        _write_down(draft, "draft-begun", by=by, on=on)
    return draft


@transaction.atomic
def change_draft(
    draft: int, *, title: str, valid_from: date, values: Mapping[str, Any], by: Capacity, on: date
) -> ParameterDraft:
    """Keep what is being tried out: all parameters, whole; None where none is thought of yet.

    Raises:
        DraftUnknown: It is somebody else's, or there is none.
        AlreadyProposed: It was proposed.
        ParameterUnknown: There is none of that key.
        WrongOffice: A parameter is not this role's to decide.
        NotAcceptable: A value does not fit its parameter, or nothing is left.
    """
    held = _held(draft, by)
    _require_open(held)
    for key in values:
        require_office(_about(key), by)
    if not values:
        raise NotAcceptable(_("草案至少要有一项参数；不再需要的，可以删除草案。"))
    kept = {key: _fitting(key, value) for key, value in values.items()}
    changes = {"title": title.strip() or held.title, "valid_from": valid_from, "values": kept}
    if any(getattr(held, name) != value for name, value in changes.items()):
        for name, value in changes.items():
            setattr(held, name, value)
        held.changed_on = on
        held.save()
        _write_down(held, "draft-changed", by=by, on=on)
    return held


@transaction.atomic
def delete_draft(draft: int, *, by: Capacity, on: date) -> None:
    """Give it up; nothing of it is kept but that it was.

    Raises:
        DraftUnknown: It is somebody else's, or there is none.
        AlreadyProposed: It was proposed.
    """
    held = _held(draft, by)
    _require_open(held)
    _write_down(held, "draft-deleted", by=by, on=on)
    held.delete()


@transaction.atomic
def propose_draft(
    draft: int, *, instrument: Instrument, by: Capacity, on: date, once: str = ""
) -> list[ParameterDecision]:
    """Propose every parameter of it, from its day on, by one document.

    `once` is a key that proposes it once, however often the same is asked.

    Raises:
        DraftUnknown: It is somebody else's, or there is none.
        AlreadyProposed: It was proposed.
        WrongOffice: A parameter is not this role's to decide.
        NotAcceptable: A value is not thought of yet, or no document is named.
    """
    held = _held(draft, by)
    if once and held.proposed_with == once:
        return list(ParameterDecision.objects.filter(draft=held).order_by("pk"))
    _require_open(held)
    if lacking := [key for key, value in held.values.items() if not _is_whole(value)]:
        told = "、".join(get_parameter(key).title for key in lacking)
        raise NotAcceptable(_("尚未填写：%s。") % told)
    proposals = [
        propose(key, value=value, valid_from=held.valid_from, instrument=instrument, by=by, on=on)
        for key, value in held.values.items()
    ]
    ParameterDecision.objects.filter(pk__in=[one.pk for one in proposals]).update(draft=held)
    held.proposed_on, held.proposed_with = on, once
    held.save()
    _write_down(held, "draft-proposed", by=by, on=on)
    return proposals


def _held(draft: int, by: Capacity) -> ParameterDraft:
    """One's own draft, locked: two requests do not both propose it."""
    return ParameterDraft.objects.select_for_update().get(pk=get_draft(draft, by).pk)


def _require_open(draft: ParameterDraft) -> None:
    if draft.proposed_on is not None:
        raise AlreadyProposed(_("这份草案已经提出，不能再改动；可以另起一份。"))


def _about(key: str) -> Parameter:
    found = next((each for each in all_parameters() if each.key == key), None)
    if found is None:
        raise ParameterUnknown(_("没有“%(key)s”这项标准。") % {"key": key})
    return found


def _today(about: Parameter, on: date) -> Any:
    """What holds today, as a draft keeps it; the rows of a table even where nobody decided them."""
    value = stored(about.value(on).value)
    if value is None and about.rows:
        return dict.fromkeys(about.rows)
    return value


def _fitting(key: str, value: Any) -> Any:
    return None if value is None else fitting(get_parameter(key), value)


def _is_whole(value: Any) -> bool:
    cells = value.values() if isinstance(value, Mapping) else [value]
    return all(cell is not None for cell in cells)


def _write_down(draft: ParameterDraft, kind: str, *, by: Capacity, on: date) -> None:
    what = {
        "draft": draft.pk,
        "values": draft.values,
        "valid_from": draft.valid_from.isoformat(),
    }
    journal.write(f"draft:{draft.pk}", kind, on=on, by=by, what=what)
