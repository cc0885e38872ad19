"""`python -m bench.credentials.lookup.serving`: public look-ups a second, as in production.

`gongtu run` with its two web processes and its worker, in the settings of production and behind
what it takes for its proxy; limits are counted, and every look that found something is written
down for its holder.  wrk asks from the same machine, and takes its part of the processors.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, sleep
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from bench.machine import cpu_seconds, going_first, load, machine, versions
from tests import postgres

ROOT = Path(__file__).parents[3]
DISTRIBUTIONS = ("django", "django-ninja", "granian", "psycopg")
ON = ("sqlite", "postgresql")
ISSUED, SECONDS, WARMING, CONNECTIONS = 10_000, 20, 5, 8
ADDRESS, STARTS_WITHIN, WRITTEN_WITHIN, REFUSED = "/api/v1/certificates/check", 90, 1.0, 429
SECRET = "only for a benchmark, and long enough for service " * 2
AIM = 1200


def main() -> None:
    """The table or the JSON."""
    parser = ArgumentParser(prog="python -m bench.credentials.lookup.serving", description=__doc__)
    parser.add_argument("--size", type=int, default=ISSUED, help="how many certificates are issued")
    parser.add_argument("--seconds", type=int, default=SECONDS, help="how long it is asked")
    parser.add_argument("--on", nargs="+", default=ON, choices=ON, help="which databases")
    parser.add_argument("--json", action="store_true", help="for a machine")
    parser.add_argument("--issue", type=Path, metavar="FILE", help="only issue, and list them here")
    wanted = parser.parse_args()
    if wanted.issue:
        _issue(wanted.size, wanted.issue)
        return
    if shutil.which("wrk") is None:
        raise SystemExit("wrk is not installed (Debian: apt-get install wrk).")
    told = [_measured(on, wanted.size, wanted.seconds) for on in wanted.on]
    print(json.dumps(told, indent=1) if wanted.json else "\n".join(as_text(told)))


def as_text(told: list[dict[str, Any]]) -> Iterator[str]:
    """A line for each database."""
    yield told[0]["machine"] + ", shared with wrk and the database"
    yield ", ".join(f"{name} {number}" for name, number in told[0]["versions"].items())
    yield ""
    yield (
        f"{'on':12}{'look-ups/s':>12}{'aim':>7}{'p50 ms':>9}{'p99 ms':>9}{'valid':>9}"
        f"{'not found':>11}{'CPU ms':>8}{'other':>7}{'written':>9}{'let in':>8}{'load':>6}"
    )
    for one in told:
        yield (
            f"{one['on']:12}{one['a_second']:12,.0f}{AIM:7,}{one['p50_ms']:9.1f}"
            f"{one['p99_ms']:9.1f}{one['valid']:9,}{one['not_found']:11,}{one['server_cpu_ms_each']:8.2f}{one['other']:7}"
            f"{one['written']:9,}{one['let_in']:8}{one['load']:6.1f}"
        )


def _measured(on: str, issued: int, seconds: int) -> dict[str, Any]:
    where = TemporaryDirectory(prefix="gongtu-bench-")
    with going_first() as first, where as folder, _database(on) as address:
        port, data = _free_port(), Path(folder)
        environment = _environment(port, data, address)
        listed = data / "issued.tsv"
        command = [sys.executable, "-m", "bench.credentials.lookup.serving", "--issue", str(listed)]
        subprocess.run([*command, "--size", str(issued)], env=environment, cwd=ROOT, check=True)
        with _served(port, environment) as server:
            warm = _asked(port, listed, WARMING, 1)
            before = cpu_seconds(server.pid)
            told = _asked(port, listed, seconds, 2)
            spent, busy = cpu_seconds(server.pid) - before, load()
            let_in = _let_in(port, listed)
            sleep(WRITTEN_WITHIN)
            os.killpg(server.pid, signal.SIGKILL)
        answered = warm["valid"] + told["valid"] + let_in
        written = _written(environment)
    if told["other"] or told["timeouts"] or not 0 <= written - answered <= 2 * CONNECTIONS:
        raise SystemExit(f"Not as it should be: {warm}, {told}, {let_in} let in, {written} written")
    return {
        "machine": machine(), "versions": versions(*DISTRIBUTIONS), "on": on, **told,
        "a_second": round(told["answers"] / told["seconds"], 1), "aim_a_second": AIM,
        "server_cpu_ms_each": round(1000 * spent / told["answers"], 2), "first": first,
        "connections": CONNECTIONS, "answered_valid": answered, "written": written,
        "let_in": let_in, "load": round(busy, 2),
    }  # fmt: skip


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        port: int = asked.getsockname()[1]
    return port


@contextmanager
def _database(on: str) -> Iterator[str]:
    """An address, as production has it: what is committed is on the disk."""
    if on == "sqlite":
        yield ""
        return
    with postgres.server("-c max_connections=60") as address:
        yield address


def _environment(port: int, data: Path, address: str) -> dict[str, str]:
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "gongtu.ops.settings.prod",
        "GONGTU_DATABASE_URL": address,
        "GONGTU_DATA_DIR": str(data),
        "GONGTU_SECRET_KEY": SECRET,
        "GONGTU_FIELD_KEY": SECRET[::-1],
        "GONGTU_BASE_URL": f"https://127.0.0.1:{port}",
        "GONGTU_TRUSTED_PROXY": "true",
        "GONGTU_LOG_LEVEL": "WARNING",
    }


@contextmanager
def _served(port: int, environment: Mapping[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """The server in a group of its own, until it is killed as a power cut does."""
    command = [sys.executable, "-m", "gongtu.ops.cli", "run", "--prepared", "--port", str(port)]
    server = subprocess.Popen(
        command, env=environment, cwd=ROOT, stdout=subprocess.DEVNULL, start_new_session=True
    )
    try:
        _wait(port, server)
        yield server
    finally:
        if server.poll() is None:
            os.killpg(server.pid, signal.SIGKILL)
        server.wait()


def _wait(port: int, server: subprocess.Popen[bytes]) -> None:
    until = monotonic() + STARTS_WITHIN
    while monotonic() < until and server.poll() is None:
        try:
            with urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5):
                return
        except OSError:
            sleep(0.2)
    raise SystemExit("The server did not start.")


def _asked(port: int, listed: Path, seconds: int, seed: int) -> dict[str, Any]:
    """What wrk counted."""
    script = Path(__file__).with_name("questions.lua")
    address = f"http://127.0.0.1:{port}{ADDRESS}"
    size = ["-t1", f"-c{CONNECTIONS}", f"-d{seconds}s"]
    command = ["wrk", *size, "-s", str(script), address, "--", str(listed), str(seed)]
    ran = subprocess.run(command, check=True, capture_output=True, text=True)
    line = next(line for line in ran.stdout.splitlines() if line.startswith("told "))
    told: dict[str, Any] = json.loads(line.removeprefix("told "))
    return told


def _let_in(port: int, listed: Path) -> int:
    """How many of thirty look-ups in a row one visitor is let make."""
    number, name = listed.read_text().splitlines()[0].split("\t")
    asked = Request(
        f"http://127.0.0.1:{port}{ADDRESS}",
        json.dumps({"number": number, "name": name}).encode(),
        {"Content-Type": "application/json", "X-Forwarded-Proto": "https",
         "X-Forwarded-For": "10.2.0.1"},
    )  # fmt: skip
    let_in = 0
    for _ in range(30):
        try:
            with urlopen(asked):
                let_in += 1
        except HTTPError as refused:
            if refused.code != REFUSED:
                raise
    return let_in


def _written(environment: Mapping[str, str]) -> int:
    """How many looks stand in the journal, asked by a process that knows nothing else."""
    code = (
        "import django; django.setup()\n"
        "from gongtu.records.journal.queries import entries_of_kind\n"
        "print(entries_of_kind('looked-up').count())"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], env=dict(environment), cwd=ROOT, check=True,
        capture_output=True, text=True,
    )  # fmt: skip
    return int(ran.stdout)


def _issue(count: int, listed: Path) -> None:
    """Everything made ready, and a session issued by the product; numbers and names in a file."""
    import django

    django.setup()
    from django.core.management import call_command

    from gongtu.engines.credentials.models import Credential
    from gongtu.ops.messages import compile_catalogues
    from gongtu.registers.skills import services as skills
    from gongtu.registers.skills.models import AssessmentSession
    from tests.registers.skills.sitting import DAY, many_sit
    from tests.scenarios.town import found

    compile_catalogues()
    for step in (("collectstatic", "--no-input"), ("migrate",), ("createcachetable",)):
        call_command(*step, verbosity=0)
    town = found()
    many_sit(town, "20260000001", count)
    AssessmentSession.objects.update(state="issuing")
    skills.issue_all("20260000001", by=town.roles["enterprise"], on=DAY)
    named = Credential.objects.values_list("number", "document__credentialSubject__name")
    listed.write_text("".join(f"{number}\t{name}\n" for number, name in named.iterator()))


if __name__ == "__main__":
    main()
