"""The register of vocational qualifications as an app."""

from django.apps import AppConfig


class QualificationsConfig(AppConfig):
    """Keeps the short label whatever the package is called."""

    name = "gongtu.registers.qualifications"
    label = "qualifications"
