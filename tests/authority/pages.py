"""Every address of the URLconf, and asking one of them without leaving a trace."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from django.db import transaction
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse

from tests.authority.scene import Scene


@dataclass(frozen=True, slots=True)
class Page:
    """One named address of an area."""

    area: str
    name: str
    asks: tuple[str, ...]

    @property
    def key(self) -> str:
        return f"{self.area}:{self.name}" if self.area else self.name


def pages(resolver: Any = None, area: str = "") -> Iterator[Page]:
    """Every address that has a name; those without are aliases of allauth's."""
    for entry in (resolver or get_resolver()).url_patterns:
        if not isinstance(entry, URLPattern):
            yield from pages(entry, entry.app_name or area)
        elif entry.name:
            yield Page(area, entry.name, tuple(entry.pattern.converters))


def path_of(page: Page, scene: Scene) -> str:
    """The address with what the scene has for it."""
    known = {**scene.places.get(page.area, {}), **scene.places.get(page.key, {})}
    return reverse(page.key, kwargs={name: known[name] for name in page.asks})


def status(method: str, page: Page, role: str, scene: Scene) -> int:
    """What the role is answered; whatever it did is undone."""
    client, path = Client(), path_of(page, scene)
    client.cookies = deepcopy(scene.clients[role].cookies)
    told: dict[str, Any] = (
        {} if method == "get" else {"data": deepcopy(scene.told.get(page.key, {}))}
    )
    if method == "post" and page.area == "api":
        told["content_type"] = "application/json"
        told["headers"] = {"Idempotency-Key": uuid4().hex}
    with transaction.atomic():
        response = getattr(client, method)(path, **told)
        if response.streaming:  # read to its end, a file closes itself
            b"".join(response.streaming_content)
        transaction.set_rollback(True)
    return int(response.status_code)
