"""The JavaScript reference libraries (`@digitalbazaar/vc`, its suites), in their own process.

They answer line by line, as `check.mjs` says; `make bench-setup` installs them by the lock.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
BY = "javascript"


@dataclass(frozen=True, slots=True)
class Papers:
    """Certificates as text, by one suite: those that must verify, and those that must not."""

    suite: str
    genuine: list[str]
    tampered: list[str]


def missing() -> str:
    """What they need and is not here; empty if nothing."""
    if shutil.which("node") is None:
        return "node"
    return "" if (FOLDER / "node_modules").is_dir() else "@digitalbazaar/vc"


def versions() -> dict[str, str]:
    """Node's and theirs, where they can be run."""
    if missing():
        return {}
    told = subprocess.run(["node", "--version"], capture_output=True, text=True, check=True)
    wanted: dict[str, str] = json.loads((FOLDER / "package.json").read_text())["dependencies"]
    return {"node": told.stdout.strip().removeprefix("v"), **wanted}


class Libraries:
    """The process: warm, and of one mind with us about all papers, once it answers."""

    def __init__(self, carried: dict[str, Any], papers: dict[str, Papers], now: str) -> None:
        """`carried` has contexts, issuers, keys and lists by their addresses: all to be had."""
        self._process = subprocess.Popen(
            ["node", "check.mjs"],
            cwd=FOLDER,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        told = {name: asdict(one) for name, one in papers.items()}
        self._ask({"carried": carried, "papers": told, "now": now})

    def __enter__(self) -> Libraries:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()

    def rate(self, name: str, seconds: float, *, full: bool) -> float:
        """How often a second papers of that name are checked, by the clock kinder to them.

        In full, the status list that a paper names is looked into; else a good word is enough.

        Compiler and collector have threads of their own: these count in the process' own time, and
        are free where a second processor idles.
        """
        told = self._ask({"name": name, "full": full, "milliseconds": round(seconds * 1000)})
        return float(max(told["own"], told["passed"]))

    def _ask(self, told: dict[str, Any]) -> Any:
        if self._process.stdin is None or self._process.stdout is None:
            raise SystemExit("The JavaScript libraries cannot be spoken to.")
        self._process.stdin.write(json.dumps(told) + "\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        if not answer:
            raise SystemExit("The JavaScript libraries gave up; what they said stands above.")
        return json.loads(answer)
