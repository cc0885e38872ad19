"""The register of quality as an app."""

from django.apps import AppConfig


class QualityConfig(AppConfig):
    """Keeps the short label whatever the package is called."""

    name = "gongtu.registers.quality"
    label = "quality"
