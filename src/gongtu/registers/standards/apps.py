"""The register of standards as an app."""

from django.apps import AppConfig


class StandardsConfig(AppConfig):
    """Keeps the short label whatever the package is called."""

    name = "gongtu.registers.standards"
    label = "standards"
