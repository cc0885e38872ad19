"""By which editions of standards a session is held, for its page and its certificates'."""

from __future__ import annotations

from django.urls import reverse

from gongtu.registers.standards import queries as standards


def standards_used(session: int | None) -> list[dict[str, str]]:
    """Each edition with its address; nothing for what was certified without a session."""
    found = standards.used_in([session]).get(session, []) if session else []
    return [
        {
            "title": f"{one.title} {one.number}",
            "address": reverse("public:show_standard", args=[one.pk]),
        }
        for one in found
    ]
