"""The register of recognition as an app."""

from django.apps import AppConfig


class RecognitionConfig(AppConfig):
    """Keeps the short label whatever the package is called."""

    name = "gongtu.registers.recognition"
    label = "recognition"
