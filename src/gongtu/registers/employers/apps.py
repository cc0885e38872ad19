"""The register of employers as an app."""

from django.apps import AppConfig


class EmployersConfig(AppConfig):
    """Keeps the short label whatever the package is called."""

    name = "gongtu.registers.employers"
    label = "employers"
