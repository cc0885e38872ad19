"""The register of sittings as an app."""

from django.apps import AppConfig


class SittingsConfig(AppConfig):
    """Keeps the short label whatever the package is called."""

    name = "gongtu.registers.sittings"
    label = "sittings"
