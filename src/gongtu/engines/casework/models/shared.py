"""What the tables of a case share: how they link, and why they may hold what they hold."""

from __future__ import annotations

from typing import Any

from django.db import models

BASIS = "《个人信息保护法》第十三条第一款第三项：为履行法定职责所必需"
FOR_THE_CASE = "办理本事项"
PARTIES_AND_OFFICES = "案件各方、承办机关、声明的监督方"
TEN_YEARS = "结案后十年"


def keys_to(model: str, *, null: bool = False) -> models.ForeignKey[Any, Any]:
    """A link that keeps what it points at from being deleted."""
    return models.ForeignKey(model, models.PROTECT, related_name="+", null=null, blank=null)
