"""Declared labels in the language of whoever is spoken to now."""

from __future__ import annotations

from django.utils.translation import get_language

from gongtu.engines.casework.registry import folder_of
from gongtu.engines.casework.texts import say
from gongtu.engines.entitlement.wording import Language
from gongtu.parties.roles import Role


def language() -> Language:
    """Chinese, unless English is spoken."""
    return "en" if (get_language() or "zh").startswith("en") else "zh"


def said(text: str, procedure: str) -> str:
    """A label of the procedure's provision, by the procedure's key."""
    return say(text, language(), folder_of(procedure))


def role_name(role: Role | str) -> str:
    """What a role is called."""
    known = Role(role)
    return known.label_en if language() == "en" else known.label
