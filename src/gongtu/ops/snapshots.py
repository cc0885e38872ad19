"""Where this machine keeps snapshots of the registers, and how it reads the database for them."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from django.conf import settings
from django.db import connection

from gongtu.engines.entitlement.snapshot.place import Place


def place() -> Place:
    """Under DATA_DIR/snapshots, through ADBC."""
    from gongtu.engines.entitlement.snapshot.reading import connected

    return Place(settings.GONGTU_DATA_DIR / "snapshots", lambda: connected(address()))


def address() -> str:
    """The platform's database as ADBC calls it: a PostgreSQL address, or the path of a file."""
    told = connection.settings_dict
    if connection.vendor == "sqlite":
        return str(told["NAME"])
    user = quote(told["USER"], safe="")
    password = f":{quote(told['PASSWORD'], safe='')}" if told["PASSWORD"] else ""
    who = f"{user}{password}@" if user else ""
    port = f":{told['PORT']}" if told["PORT"] else ""
    options = {name: value for name, value in told["OPTIONS"].items() if isinstance(value, str)}
    query = f"?{urlencode(options)}" if options else ""
    return f"postgresql://{who}{told['HOST']}{port}/{quote(told['NAME'], safe='')}{query}"
