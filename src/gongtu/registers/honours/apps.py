"""The register of honours as an app."""

from django.apps import AppConfig


class HonoursConfig(AppConfig):
    """Keeps the short label whatever the package is called."""

    name = "gongtu.registers.honours"
    label = "honours"
