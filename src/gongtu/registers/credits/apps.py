"""The credit bank as an app."""

from django.apps import AppConfig


class CreditsConfig(AppConfig):
    """Keeps the short label whatever the package is called."""

    name = "gongtu.registers.credits"
    label = "credits"
