"""The register of careers in enterprises as an app."""

from django.apps import AppConfig


class CareersConfig(AppConfig):
    """Keeps the short label whatever the package is called."""

    name = "gongtu.registers.careers"
    label = "careers"

    def ready(self) -> None:
        """Makes the daily work known."""
        from gongtu.registers.careers import chores  # noqa: F401 - declares work
