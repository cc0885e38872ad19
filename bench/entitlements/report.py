"""What was measured, as a table for people and as JSON for programs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from bench.entitlements.racing import Checks, Timed


@dataclass(slots=True)
class Report:
    """One run of the benchmark; times in seconds."""

    machine: str
    versions: dict[str, str]
    size: int
    unknown_percent: float
    rules: int
    conditions: int
    load: float
    ours: Timed
    peers: list[Timed] = field(default_factory=list)
    oracle: Timed | None = None
    measured: dict[str, Any] = field(default_factory=dict)  # limit, cold start, one worker, growth

    @property
    def ratios(self) -> dict[str, float]:
        """Peer → how many times as fast ours is."""
        return {peer.name: round(peer.ratio, 1) for peer in self.peers if not peer.missing}

    @property
    def differing(self) -> dict[str, list[str]]:
        """Who found otherwise, and of which rules."""
        found = {peer.name: _differing(self.ours.checks, peer.checks) for peer in self._others}
        return {name: rules for name, rules in found.items() if rules}

    @property
    def _others(self) -> list[Timed]:
        others = [*self.peers, *([self.oracle] if self.oracle else [])]
        return [each for each in others if not each.missing]

    def as_json(self) -> dict[str, Any]:
        return {
            "machine": self.machine,
            "versions": self.versions,
            "workers": self.size,
            "unknown_percent": self.unknown_percent,
            "rules": self.rules,
            "conditions": self.conditions,
            "load_average": round(self.load, 2),
            "ours": {**_timed(self.ours), "checksum": _summed(self.ours.checks)},
            "peers": {peer.name: _beside(peer) for peer in [*self.peers, *self._oracle]},
            "ratios": self.ratios,
            "differing": self.differing,
            **self.measured,
        }

    @property
    def _oracle(self) -> list[Timed]:
        return [self.oracle] if self.oracle else []

    def as_text(self) -> str:
        return "\n".join(self._lines())

    def as_markdown(self) -> str:
        """The table as `docs/explain/speed.md` carries it."""
        known = f", {self.unknown_percent:g} % of facts unknown" if self.unknown_percent else ""
        rows = [
            f"{self.machine}; {self.size:,} workers × {self.rules} rules{known}",
            "",
            "| engine | median s | CPU s | peak MiB | ours is |",
            "|---|--:|--:|--:|--:|",
            *(_markdown(each) for each in (self.ours, *self._others)),
            "",
        ]
        told = (f"- {name.replace('_', ' ')}: {_told(at)}" for name, at in self.measured.items())
        return "\n".join([*rows, *told])

    def _lines(self) -> Iterator[str]:
        yield f"{self.machine}; load {self.load:.1f}"
        yield ", ".join(f"{name} {number}" for name, number in self.versions.items())
        known = f", {self.unknown_percent:g} % of facts unknown" if self.unknown_percent else ""
        yield f"{self.size:,} workers × {self.rules} rules, {self.conditions} conditions{known}"
        found = _summed(self.ours.checks)
        yield "found " + ", ".join(f"{name} {number:,}" for name, number in found.items())
        yield ""
        heads = ("median s", "best s", "CPU s", "first s", "peak MiB", "ours is")
        yield f"{'engine':20}" + "".join(f"{head:>10}" for head in heads)
        yield _row(self.ours, "")
        for peer in [*self._oracle, *self.peers]:
            if peer.missing:
                yield f"{peer.name:20}  skipped: {peer.missing} is not installed"
            else:
                yield _row(peer, f"{peer.ratio:.1f}×" if peer.beside else "")
        yield ""
        for name, told in self.measured.items():
            yield f"{name.replace('_', ' ')}: {_told(told)}"
        for name, rules in self.differing.items():
            yield f"{name} differs: {', '.join(rules)}"


def _row(timed: Timed, ratio: str) -> str:
    best = min(timed.seconds)
    return (
        f"{timed.name:20}{timed.median:10.4f}{best:10.4f}{timed.median_cpu:10.4f}{timed.first:10.4f}"
        f"{timed.peak_mib:10,}{ratio:>10}"
    )


def _markdown(timed: Timed) -> str:
    ratio = f"{timed.ratio:.1f}×" if timed.beside else ""
    cells = (f"{timed.median:.3f}", f"{timed.median_cpu:.2f}", f"{timed.peak_mib:,}", ratio)
    return f"| {timed.name} | {' | '.join(cells)} |"


def _told(told: Any) -> str:
    if isinstance(told, dict):
        return ", ".join(f"{name.replace('_', ' ')} {_told(each)}" for name, each in told.items())
    return f"{told:,.4g}" if isinstance(told, float) else f"{told:,}"


def _timed(timed: Timed) -> dict[str, Any]:
    return {
        "name": timed.name,
        "median": timed.median,
        "median_cpu": timed.median_cpu,
        "best": min(timed.seconds),
        "first": timed.first,
        "seconds": timed.seconds,
        "peak_mib": timed.peak_mib,
    }


def _beside(timed: Timed) -> dict[str, Any]:
    if timed.missing:
        return {"skipped": f"{timed.missing} is not installed"}
    return {**_timed(timed), "beside": timed.beside, "checksum": _summed(timed.checks)}


def _differing(ours: Checks, theirs: Checks) -> list[str]:
    keys = ours.keys() | theirs.keys()
    return sorted(key for key in keys if ours.get(key) != theirs.get(key))


def _summed(checks: Checks) -> dict[str, int]:
    """All rules together, each figure by itself."""
    found: dict[str, int] = {}
    for check in checks.values():
        for name, number in check.items():
            found[name] = found.get(name, 0) + number
    return found
