"""The versions of what an enterprise publishes: which one a page shows, and the list of all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Generic

from gongtu.registers.careers.queries.versions import P, Versions
from gongtu.web.http import Request


@dataclass(frozen=True, slots=True)
class Shown(Generic[P]):
    """The version a page shows, and all of them, the latest first."""

    version: P | None
    every: list[P]

    @property
    def is_latest(self) -> bool:
        return self.version == (self.every[0] if self.every else None)

    @property
    def page(self) -> dict[str, Any]:
        """What the heading and the list of versions show."""
        return {
            "published": self.version and _told(self.version),
            "is_latest": self.is_latest,
            "versions": [_told(one) for one in self.every],
        }


def shown(versions: Versions[P], organisation: int, request: Request) -> Shown[P]:
    """That of `?version=2`, else the one in force; None before the first."""
    every = list(versions.of(organisation))
    asked = request.GET.get("version", "")
    found = (one for one in every if str(one.version) == asked)
    return Shown(next(found, every[0] if every else None), every)


def _told(one: P) -> dict[str, Any]:
    address = f"?version={one.version}"
    return {"version": one.version, "on": one.published_on, "address": address}
