"""What is shown on the case of a session: who drew up its plan, and who approves it."""

from __future__ import annotations

from datetime import date
from typing import Any

from gongtu.web.cases.sections import section
from gongtu.web.sitting_page import plan_page


@section("grade-assessment", "cases/sections/session.html")
def session_page(case: Any, _on: date) -> dict[str, Any]:
    """How far the approval of the plan is."""
    return {"plan": plan_page(case), "waits": case.stage == "draft"}
