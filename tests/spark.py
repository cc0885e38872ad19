"""`python -m tests.spark COMMAND …`: runs the command beside a Spark of its own.

The server is the one that comes with the `pyspark` wheel; it needs Java 17 or newer.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SERVER = "org.apache.spark.sql.connect.service.SparkConnectServer"
NO_JAVA = "no Java on this machine (Debian: apt-get install openjdk-17-jre-headless)"
PATIENCE = 120  # seconds
# Small tables: what is quick for a cluster's millions of rows is slow for a dozen.
SMALL = {
    "spark.ui.enabled": "false",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.sql.shuffle.partitions": "1",
    "spark.sql.codegen.wholeStage": "false",
    "spark.sql.codegen.factoryMode": "NO_CODEGEN",
    "spark.sql.adaptive.enabled": "false",
}


@contextmanager
def server() -> Iterator[str]:
    """The address of a Spark that only this machine reaches, stopped afterwards."""
    import pyspark

    if shutil.which("java") is None:
        sys.exit(NO_JAVA)
    home = Path(pyspark.__file__).parent
    port = free_port()
    with tempfile.TemporaryDirectory(prefix="gongtu-spark-") as folder:
        where = {
            "spark.connect.grpc.binding.address": "127.0.0.1",
            "spark.connect.grpc.binding.port": str(port),
            "spark.sql.warehouse.dir": f"{folder}/warehouse",
            "spark.local.dir": folder,
        }
        settings = [f"--conf={name}={value}" for name, value in (SMALL | where).items()]
        command = [home / "bin" / "spark-submit", "--master=local[2]", f"--class={SERVER}"]
        log = Path(folder, "log")
        with log.open("wb") as told:
            running = subprocess.Popen(
                [*command, *settings, "spark-internal"],
                env={**os.environ, "SPARK_HOME": str(home), "SPARK_LOCAL_IP": "127.0.0.1"},
                cwd=folder,
                stdout=told,
                stderr=subprocess.STDOUT,
            )
        try:
            wait_for(port, running, log)
            yield f"sc://127.0.0.1:{port}"
        finally:
            running.terminate()
            running.wait(30)


def free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        port: int = asked.getsockname()[1]
    return port


def wait_for(port: int, running: subprocess.Popen[bytes], log: Path) -> None:
    """Until it listens; what it said is told where it does not."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and running.poll() is None:
        with socket.socket() as asked:
            if asked.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)
    sys.exit(f"Spark did not start:\n{log.read_text('utf8', 'replace')[-4000:]}")


if __name__ == "__main__":
    with server() as address:
        print(f"Spark for the tests: {address}")
        run_with = {**os.environ, "GONGTU_TEST_SPARK": address}
        sys.exit(subprocess.run(sys.argv[1:], env=run_with, check=False).returncode)
