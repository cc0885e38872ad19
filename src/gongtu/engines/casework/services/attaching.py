"""Adding files and remarks; an ended case still takes both."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.engines.casework.models import Attachment, Case
from gongtu.engines.casework.registry import get_procedure
from gongtu.engines.casework.services.locking import last_change, lock, refusals_journaled
from gongtu.engines.casework.services.recording import record
from gongtu.parties.capacity import Capacity
from gongtu.records.files.services import Upload, keep
from gongtu.records.journal.models import JournalEntry, JournalText

LIMIT = 20_000_000
"""Bytes of one file."""

KINDS = ("pdf", "image", "docx", "xlsx")
"""What is accepted where no material says otherwise."""

FAMILIES = {"sheet": ("xlsx",), "text": ("docx", "text")}
"""What a material's family of files stands for, where it is no kind of its own."""


def attach(
    case_number: str,
    content: Upload | bytes,
    name: str,
    *,
    by: Capacity,
    on: date,
    material: str = "",
) -> Attachment:
    """Add a file to a case that `by` may see.

    Raises:
        WrongHands: An outsider; journaled.
        TooBig, WrongKind: Before anything is stored.
    """
    with refusals_journaled(case_number, "attach", by=by, on=on):
        case = lock(case_number, by=by)
        return add_file(case, content, name, material=material, by=by, on=on)


def remark(case_number: str, text: str, *, by: Capacity, on: date) -> JournalEntry:
    """Add words to a case that `by` may see; they stand in its history.

    The same words again, before anything else happened, are the same remark.

    Raises:
        WrongHands: An outsider; journaled.
    """
    if not (words := text.strip()):
        raise Refused(_("请填写补充说明。"))
    with refusals_journaled(case_number, "remark", by=by, on=on):
        case = lock(case_number, by=by)
        if (before := last_change(case)) and _says(before, words, by=by):
            return before
        return record(case, "remarked", by=by, on=on, text=words)


def _says(entry: JournalEntry, words: str, *, by: Capacity) -> bool:
    if entry.kind != "remarked" or entry.actor_account != by.account:
        return False
    return JournalText.objects.filter(entry=entry, text=words).exists()


@transaction.atomic
def add_file(
    case: Case, content: Upload | bytes, name: str, *, material: str, by: Capacity, on: date
) -> Attachment:
    """Keep the file and note it on the case."""
    procedure = get_procedure(case.procedure, case.version)
    wanted = next((m for m in procedure.materials if m.key == material), None)
    families = wanted.kinds if wanted else KINDS
    kinds = [kind for family in families for kind in FAMILIES.get(family, (family,))]
    kept = keep(content, name, by=by, on=on, kinds=tuple(kinds), limit=LIMIT)
    attachment = Attachment.objects.create(
        case=case,
        material=material,
        file=kept,
        name=kept.name,
        added_on=on,
        added_role=str(by.role),
        added_by_id=by.account,
    )
    record(case, "attached", by=by, on=on, attachment=attachment.pk, material=material)
    return attachment
