"""Forms half filled in: saved step by step, gone once handed in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from gongtu.engines.casework.answers import as_json
from gongtu.engines.casework.models import Draft
from gongtu.engines.casework.refusals import WrongHands
from gongtu.engines.casework.registry import get_procedure
from gongtu.parties.capacity import Capacity


def save_draft(
    procedure_key: str,
    answers: Mapping[str, Any],
    *,
    by: Capacity,
    on: date,
    about: str = "",
    move: str = "",
) -> Draft:
    """Keep what is filled in so far, unchecked; later steps add to earlier ones.

    `about` and `move` tell the case and the move whose form it is; both empty for the opening.

    Raises:
        WrongHands: Nobody is signed in, so there is nowhere to keep it.
    """
    get_procedure(procedure_key)
    if by.account is None:
        raise WrongHands(_("请先登录，填写的内容才能保存。"))
    draft, _new = Draft.objects.get_or_create(
        account_id=by.account,
        capacity=by.key,
        procedure=procedure_key,
        about=about,
        move=move,
        defaults={"saved_on": on},
    )
    draft.answers = {**draft.answers, **as_json(answers)}
    draft.saved_on = on
    draft.save()
    return draft


def discard_draft(procedure_key: str, *, by: Capacity, about: str = "", move: str = "") -> None:
    """Throw the draft away; nothing of it remains."""
    if by.account is None:
        return
    Draft.objects.filter(
        account_id=by.account, capacity=by.key, procedure=procedure_key, about=about, move=move
    ).delete()
