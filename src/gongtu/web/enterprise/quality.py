"""What an enterprise that assesses sees of how it is watched over."""

from __future__ import annotations

from typing import Any

from gongtu.parties.models import Organisation
from gongtu.registers.quality import queries as quality
from gongtu.web.http import Request
from gongtu.web.quality_page import check_rows, comment_rows, figure_rows, measure_row


def quality_page(body: Organisation, request: Request) -> dict[str, Any]:
    """Its own figures, the checks it was told of, measures, and what it said."""
    if quality.find_body(body.pk) is None:
        return {"filed": False}
    assessor = quality.require_reader(body.pk, by=request.capacity, on=request.on)
    return {
        "filed": True,
        "figures": figure_rows(assessor, on=request.on),
        "checks": check_rows(body.pk, told=True),
        "measures": [measure_row(one) for one in quality.list_measures(body.pk)],
        "comments": comment_rows(body.pk),
    }
