"""Finding and opening what was kept."""

from typing import IO
from uuid import UUID

from gongtu.records.files.models import StoredFile
from gongtu.records.files.services import path_of


def get_file(file_id: UUID | str) -> StoredFile:
    """Raises `StoredFile.DoesNotExist` when there is none."""
    return StoredFile.objects.get(pk=file_id)


def find_file(file_id: UUID | str) -> StoredFile | None:
    """The file, where it is still kept."""
    return StoredFile.objects.filter(pk=file_id).first()


def open_file(file_id: UUID | str) -> IO[bytes]:
    """The bytes of a kept file, to be closed by the caller.

    A door sends them as an attachment with `nosniff`, under `get_file(id).name` and `.media_type`.
    """
    return path_of(get_file(file_id).sha256).open("rb")
