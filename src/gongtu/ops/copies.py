"""Backup and restore: the database as of one instant, with every kept file, in one folder."""

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection, connections

from gongtu.base.errors import Refused

SQLITE = "gongtu.sqlite3"
POSTGRESQL = "gongtu.dump"
FILES = "files"


class NotACopy(Refused):
    """The folder holds no backup of this kind of database."""


class WouldOverwrite(Refused):
    """Something is there already, and nobody said that it may go."""


def back_up(target: Path, at: datetime) -> Path:
    """Copy everything into a new folder below `target`, named after the instant.

    Users go on working. The database comes first: a file without its row is harmless.
    """
    folder = target / f"gongtu-{at:%Y%m%d-%H%M%S}"
    folder.mkdir(parents=True)
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(folder / SQLITE)])
    else:
        postgresql("pg_dump", "--format=custom", f"--file={folder / POSTGRESQL}")
    if settings.GONGTU_FILES_DIR.exists():
        shutil.copytree(settings.GONGTU_FILES_DIR, folder / FILES)
    return folder


def restore(folder: Path, *, overwrite: bool) -> None:
    """Put a backup in the place of what is there.

    Raises:
        NotACopy: The folder holds no backup made from this kind of database.
        WouldOverwrite: There are data already, and `overwrite` was not said.
    """
    name = SQLITE if connection.vendor == "sqlite" else POSTGRESQL
    if not (folder / name).is_file():
        raise NotACopy(f"{folder} 中没有 {name}，不是本类数据库的备份。")
    if not overwrite and connection.introspection.table_names():
        raise WouldOverwrite("数据库中已有数据。确认替换请加 --overwrite。")
    if connection.vendor == "sqlite":
        into_sqlite(folder / SQLITE)
    else:
        connections.close_all()
        postgresql("pg_restore", "--clean", "--if-exists", "--no-owner", str(folder / POSTGRESQL))
    if (folder / FILES).exists():
        shutil.rmtree(settings.GONGTU_FILES_DIR, ignore_errors=True)
        shutil.copytree(folder / FILES, settings.GONGTU_FILES_DIR)


def into_sqlite(copy: Path) -> None:
    """Page by page through SQLite itself, so that open readers and the log stay right."""
    connection.ensure_connection()
    with sqlite3.connect(copy) as source:
        source.backup(connection.connection)


def postgresql(program: str, *arguments: str) -> None:
    """PostgreSQL's own program on the platform's database; the password goes by the environment."""
    place: Mapping[str, Any] = connection.settings_dict
    variables = {
        "PGHOST": place["HOST"] or str(place["OPTIONS"].get("host", "")),
        "PGPORT": str(place["PORT"]),
        "PGUSER": place["USER"],
        "PGPASSWORD": place["PASSWORD"],
        "PGDATABASE": place["NAME"],
    }
    known = {name: value for name, value in variables.items() if value}
    database = [f"--dbname={place['NAME']}"]
    command = [program, *database, *arguments]
    subprocess.run(command, env={**os.environ, **known}, check=True)  # noqa: S603 - the database's own programs
