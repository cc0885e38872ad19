"""Statements of treatment as an app."""

from django.apps import AppConfig


class TreatmentsConfig(AppConfig):
    """Keeps the short label whatever the package is called."""

    name = "gongtu.registers.treatments"
    label = "treatments"
