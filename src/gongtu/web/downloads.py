"""A kept file on its way out: always an attachment, never opened as part of a page."""

from __future__ import annotations

from typing import cast
from uuid import UUID

from django.http import FileResponse, HttpResponse

from gongtu.records.files.queries import get_file, open_file


def download(file_id: UUID | str, name: str = "") -> HttpResponse:
    """The bytes under a name; the browser must believe the kind we say."""
    file = get_file(file_id)
    answer = FileResponse(
        open_file(file_id),
        as_attachment=True,
        filename=name or file.name,
        content_type=file.media_type,
    )
    answer["X-Content-Type-Options"] = "nosniff"
    return cast(HttpResponse, answer)
