"""Services the statute provides as a page alone: nothing to apply for, nobody to wait for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from gongtu.base.errors import Broken
from gongtu.law import Article


@dataclass(frozen=True, slots=True)
class Service:
    """A page that carries out a norm by being there; `page` is its address name."""

    key: str
    title: str
    basis: tuple[Article, ...]
    fulfils: tuple[str, ...]
    page: str


_services: dict[str, Service] = {}
_folders: dict[str, Path] = {}


def register_service(service: Service, folder: Path) -> None:
    """Make a service known; `folder` is its provision's, with its English.

    Raises:
        Broken: Another service has the key.
    """
    if _services.get(service.key, service) != service:
        raise Broken(f"Two services are called {service.key!r}.")
    _services[service.key], _folders[service.key] = service, folder


def folder_of(key: str) -> Path:
    """The folder of the provision that declares the service."""
    return _folders[key]


def services() -> tuple[Service, ...]:
    """Every service, in the order of their keys."""
    return tuple(_services[key] for key in sorted(_services))
