"""The register of the ladder as an app."""

from django.apps import AppConfig


class LadderConfig(AppConfig):
    """Keeps the short label whatever the package is called."""

    name = "gongtu.registers.ladder"
    label = "ladder"
