"""What a benchmark ran on: the machine in general words, versions, memory at its highest."""

from __future__ import annotations

import os
import platform
import re
import resource
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_KILO = 1024


def machine() -> str:
    """As people speak of it.

    "2 vCPU AMD EPYC, 24 GiB"
    """
    told = _read("/proc/cpuinfo")
    found = re.search(r"^model name\s*:\s*(.+)$", told, re.MULTILINE)
    model = found.group(1) if found else platform.processor() or platform.machine()
    memory = re.search(r"^MemTotal:\s*(\d+)", _read("/proc/meminfo"), re.MULTILINE)
    size = f", {round(int(memory.group(1)) / _KILO**2)} GiB" if memory else ""
    return f"{os.cpu_count()} vCPU {' '.join(model.split())}{size}"


def versions(*distributions: str) -> dict[str, str]:
    """Python's, and those of what is installed of these."""
    found = {"python": platform.python_version()}
    for name in distributions:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found


def peak_mib() -> int:
    """The most memory this process ever held, in MiB.

    Linux tells it apart from what the process that began this one held.
    """
    found = re.search(r"^VmHWM:\s*(\d+)", _read("/proc/self/status"), re.MULTILINE)
    kib = int(found.group(1)) if found else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return kib // _KILO


def load() -> float:
    """How many processes wanted the machine in the last minute; above its cores all is slower."""
    return os.getloadavg()[0]


def _read(path: str) -> str:
    try:
        return Path(path).read_text()
    except OSError:
        return ""
