"""`gongtu demo`: the synthetic city, built in one transaction, then asked what it owes."""

import argparse
import shutil
import time
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection

from gongtu.base.errors import Refused
from gongtu.ops.demo.building import build
from gongtu.parties.models import Organisation
from gongtu.policy.city import active_city
from gongtu.registers.offers import services as offers

NAME = "demo"
HELP = "Build the demo city: synthetic people, enterprises, certificates and cases."
NEEDS_DJANGO = True


class DemoRefused(Refused):
    """There is data already, or this is no demo."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--fresh", action="store_true", help="throw away what is there and begin anew"
    )


def run(args: argparse.Namespace) -> int:
    """Build it where there is nothing yet."""
    if not settings.GONGTU_DEMO:
        raise DemoRefused("演示数据只在演示模式（GONGTU_DEMO=true）下建立。")
    if args.fresh:
        _forget()
    call_command("migrate", verbosity=0)
    if Organisation.objects.exists():
        raise DemoRefused("已有数据；要重新开始，请用 gongtu demo --fresh。")
    began = time.monotonic()
    town = build(active_city(), _tell)
    _tell("全城应得的待遇 / what everybody is owed")
    offers.carry_out(offers.begin_run(by=town.builder, on=town.on), lambda _done, _total: None)
    print(f"演示城市已建成，用时 {time.monotonic() - began:.0f} 秒。")
    return 0


def _tell(says: str) -> None:
    print(f"  · {says}", flush=True)


def _forget() -> None:
    """Journal and ledger refuse to delete rows, so the whole database goes, and the files too."""
    if connection.vendor == "sqlite":
        path = Path(connection.settings_dict["NAME"])
        connection.close()
        for suffix in ("", "-wal", "-shm"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)
    else:
        with connection.cursor() as cursor:
            cursor.execute("DROP SCHEMA public CASCADE")
            cursor.execute("CREATE SCHEMA public")
    for folder in ("files", "snapshots"):
        shutil.rmtree(settings.GONGTU_DATA_DIR / folder, ignore_errors=True)
