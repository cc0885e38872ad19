"""`gongtu run`: the web server and a worker, after everything they need has been made ready."""

import argparse
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from urllib.parse import urlsplit, urlunsplit

from django.conf import settings
from granian import Granian
from granian.constants import Interfaces

from gongtu.base.errors import Refused
from gongtu.ops.settings.environment import Settings
from gongtu.ops.working import Worker

NAME = "run"
HELP = "Serve the platform: tables brought up to date, a web server and a worker for tasks."
NEEDS_DJANGO = True
GONGTU = (sys.executable, "-m", "gongtu.ops.cli")


class PortTaken(Refused):
    """Somebody else answers at this address."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on")
    parser.add_argument("--port", type=int, default=8000, help="port to listen on")
    parser.add_argument("--prepared", action="store_true", help="`gongtu prepare` was run already")


def run(args: argparse.Namespace) -> int:
    """Serve until stopped."""
    refuse_if_taken(args.host, args.port)
    if not args.prepared and (failed := prepared()):
        return failed
    if settings.GONGTU_DEMO:
        lead_links_to(args.port)
    print(
        f"\n工途 Gongtu  →  http://{args.host}:{args.port}\n(Ctrl+C 停止 / to stop)\n", flush=True
    )
    with worker():
        Granian(
            "gongtu.ops.wsgi:application",
            address=args.host,
            port=args.port,
            interface=Interfaces.WSGI,
            workers=settings.GONGTU.workers,
            blocking_threads=settings.GONGTU.threads,
            backpressure=64,
            websockets=False,
            log_enabled=False,
            respawn_failed_workers=True,
        ).serve()
    return 0


def prepared() -> int:
    """Run `gongtu prepare` in a process of its own; its exit code.

    Web processes are forks of this one, and threads do not outlive a fork: had this process set a
    document or read a table in many threads, whoever does so after the fork would wait for ever.
    """
    return subprocess.run([*GONGTU, "prepare"], check=False).returncode  # noqa: S603 - our own


def refuse_if_taken(host: str, port: int) -> None:
    """Raises `PortTaken` before minutes are spent on data that cannot be served."""
    with socket.socket() as attempt:
        attempt.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            attempt.bind((host, port))
        except OSError as taken:
            raise PortTaken(
                f"端口 {port} 已被占用，请换一个：make run PORT={port + 1}",
                f"Port {port} is taken; choose another: make run PORT={port + 1}",
            ) from taken


def lead_links_to(port: int) -> None:
    """Let links of a demo city that was given no address lead to the port it is served at.

    Its issuers keep the names under which they signed, so certificates stay good at any port.  Web
    processes and the worker, which are forks, read the settings; what they start, its environment.
    """
    address, usual = urlsplit(settings.GONGTU_BASE_URL), Settings.model_fields["base_url"].default
    if settings.GONGTU_LINK_URL or settings.GONGTU_BASE_URL != usual or address.port == port:
        return
    settings.GONGTU_LINK_URL = urlunsplit(address._replace(netloc=f"{address.hostname}:{port}"))
    os.environ["GONGTU_LINK_URL"] = settings.GONGTU_LINK_URL


@contextmanager
def worker() -> Iterator[None]:
    """A process beside the web server that does what was enqueued, as long as the server runs.

    It is a fork as the web processes are: what is loaded here is not loaded once more.
    """
    process = get_context("fork").Process(target=work)
    process.start()
    try:
        yield
    finally:
        process.terminate()
        process.join()


def work() -> None:
    Worker().work()
