"""What is shown on the cases by which standards are made: where their drafts are read."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.urls import reverse

from gongtu.registers.standards import queries as standards
from gongtu.web.cases.sections import section


@section(standards.DRAFTING, "cases/sections/draft.html")
def draft_page(case: Any, _on: date) -> dict[str, Any] | None:
    """Where everybody reads the draft; nothing before its comment round begins."""
    found = standards.list_public().filter(case_number=case.number).first()
    return {"address": reverse("public:show_standard", args=[found.pk])} if found else None
