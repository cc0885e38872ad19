"""What a benchmark ran on: the machine in general words, versions, memory at its highest."""

from __future__ import annotations

import os
import platform
import re
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_KILO, _FIRST = 1024, -20


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


@contextmanager
def going_first(*processes: int) -> Iterator[bool]:
    """Inside, these processes, or this one, and what they start go before all others.

    Only who may do so can; where it is False, others' work on the machine is measured too.
    """
    may = _put(_FIRST, processes)
    try:
        yield may
    finally:
        _put(0, processes)


def cpu_seconds(group: int) -> float:
    """What all processes of a group have had of the processors so far."""
    stats = (_read(f"/proc/{one}/stat").rpartition(")")[2].split() for one in _processes())
    ticks = sum(int(s[11]) + int(s[12]) for s in stats if s and int(s[2]) == group)
    return ticks / os.sysconf("SC_CLK_TCK")


def _put(place: int, processes: tuple[int, ...]) -> bool:
    try:
        for process in processes or (0,):
            os.setpriority(os.PRIO_PROCESS, process, place)
    except OSError:
        return False
    return True


def _processes() -> list[str]:
    return [name for name in os.listdir("/proc") if name.isdigit()]


def _read(path: str) -> str:
    try:
        return Path(path).read_text()
    except OSError:
        return ""
