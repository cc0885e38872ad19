"""Backup and restore."""

from datetime import UTC, datetime

import pytest
from django.contrib.sessions.models import Session
from django.db import connection

from gongtu.ops.copies import NotACopy, WouldOverwrite, back_up, restore

AT = datetime(2026, 9, 1, 8, 30, tzinfo=UTC)
END = datetime(2027, 1, 1, tzinfo=UTC)


@pytest.fixture
def files(settings, tmp_path):
    settings.GONGTU_FILES_DIR = tmp_path / "files"
    settings.GONGTU_FILES_DIR.mkdir()
    return settings.GONGTU_FILES_DIR


@pytest.fixture
def whole_database(transactional_db, settings):
    """PostgreSQL's programs must be those of the server, and speak to the test database."""


def test_restored_platform_is_as_it_was(whole_database, files, tmp_path):
    (files / "proof.pdf").write_bytes(b"%PDF")
    Session.objects.create(session_key="before", session_data="", expire_date=END)
    copy = back_up(tmp_path / "copies", AT)
    Session.objects.create(session_key="after", session_data="", expire_date=END)
    (files / "proof.pdf").unlink()

    restore(copy, overwrite=True)

    assert copy.name == "gongtu-20260901-083000"
    assert list(Session.objects.values_list("session_key", flat=True)) == ["before"]
    assert (files / "proof.pdf").read_bytes() == b"%PDF"
    Session.objects.all().delete()


def test_data_are_not_replaced_unasked(whole_database, files, tmp_path):
    copy = back_up(tmp_path, AT)

    with pytest.raises(WouldOverwrite):
        restore(copy, overwrite=False)


def test_folder_without_a_backup_is_refused(db, tmp_path):
    with pytest.raises(NotACopy, match="sqlite" if connection.vendor == "sqlite" else "dump"):
        restore(tmp_path, overwrite=True)
