"""The register of equivalence as an app."""

from django.apps import AppConfig


class EquivalenceConfig(AppConfig):
    """Keeps the short label whatever the package is called."""

    name = "gongtu.registers.equivalence"
    label = "equivalence"
