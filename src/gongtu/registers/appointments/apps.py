"""The register of appointments as an app."""

from django.apps import AppConfig


class AppointmentsConfig(AppConfig):
    """Keeps the short label whatever the package is called."""

    name = "gongtu.registers.appointments"
    label = "appointments"
