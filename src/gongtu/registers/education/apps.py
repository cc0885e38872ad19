"""The education register as an app."""

from django.apps import AppConfig


class EducationConfig(AppConfig):
    """Keeps the short label whatever the package is called."""

    name = "gongtu.registers.education"
    label = "education"
