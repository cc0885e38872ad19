"""The register of transformed results as an app."""

from django.apps import AppConfig


class InnovationConfig(AppConfig):
    """Keeps the short label whatever the package is called."""

    name = "gongtu.registers.innovation"
    label = "innovation"
