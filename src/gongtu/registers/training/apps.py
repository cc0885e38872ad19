"""The register of training courses as an app."""

from django.apps import AppConfig


class TrainingConfig(AppConfig):
    """Keeps the short label whatever the package is called."""

    name = "gongtu.registers.training"
    label = "training"
