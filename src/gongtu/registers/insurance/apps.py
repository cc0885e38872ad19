"""The insurance register as an app."""

from django.apps import AppConfig


class InsuranceConfig(AppConfig):
    """Keeps the short label whatever the package is called."""

    name = "gongtu.registers.insurance"
    label = "insurance"
