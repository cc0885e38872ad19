"""The register of professional titles as an app."""

from django.apps import AppConfig


class TitlesConfig(AppConfig):
    """Keeps the short label whatever the package is called."""

    name = "gongtu.registers.titles"
    label = "titles"
