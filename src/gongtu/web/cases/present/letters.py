"""Letters of a case: as lines beside it, and as they were issued."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from gongtu.engines.casework import queries as cases
from gongtu.engines.casework.choices import ServedHow
from gongtu.engines.casework.letters import addressee_of
from gongtu.engines.casework.registry import folder_of
from gongtu.parties.capacity import Capacity
from gongtu.web.cases.present.rows import case_title
from gongtu.web.wording import language, name_of, told

BY_HAND = (ServedHow.COUNTER, ServedHow.POST)


def letter_rows(case: Any) -> list[dict[str, Any]]:
    """Every letter with how far it got: issued, served, read."""
    return [letter_row(letter, case) for letter in cases.letters_of(case)]


def letter_row(letter: Any, case: Any) -> dict[str, Any]:
    """One letter as a line."""
    mood, service = _service(letter)
    return {
        "title": told(letter.title, folder_of(case.procedure)),
        "number": letter.number,
        "address": reverse("cases:show_letter", args=[case.number, letter.pk]),
        "issued_on": letter.issued_on,
        "mood": mood,
        "service": service,
    }


def letter_told(letter: Any) -> dict[str, Any]:
    """The letter in the reader's language, as it was issued."""
    english = language() == "en"
    return {
        "title": told(letter.title, folder_of(letter.case.procedure)),
        "number": letter.number,
        "body": name_of(letter.issuer),
        "addressee": addressee_of(letter, language()),
        "html": letter.en if english else letter.zh,
        "issued_on": letter.issued_on,
    }


def letter_page(letter: Any, by: Capacity) -> dict[str, Any]:
    """The letter as issued, with its service; the issuing body may note how it was handed over."""
    case = letter.case
    place = [case.number, letter.pk]
    unserved = letter.served_on is None and by.organisation == letter.issuer_id
    return {
        "letter": {
            **letter_told(letter),
            "basis": letter.basis,
            "served_on": letter.served_on,
            "served_how": _how()[letter.served_how] if letter.served_on else "",
            "served_proof": letter.served_proof,
            "read_at": letter.read_at,
            "case_address": reverse("cases:show_case", args=[case.number]),
            "case_title": case_title(case),
            "pdf": reverse("cases:download_letter", args=place),
            "serve": reverse("cases:serve_letter", args=place) if unserved else "",
        },
        "ways": [{"key": way.value, "label": _how()[way.value]} for way in BY_HAND],
    }


def _service(letter: Any) -> tuple[str, str]:
    if letter.read_at is not None:
        return "good", _("已阅读")
    if letter.served_on is not None:
        return "good", _("已送达")
    return "wait", _("待送达")


def _how() -> dict[str, str]:
    return {
        "electronic": _("电子送达"),
        "counter": _("直接送达"),
        "post": _("邮寄送达"),
    }
