"""The register of offers as an app."""

from django.apps import AppConfig


class OffersConfig(AppConfig):
    """Keeps the short label whatever the package is called."""

    name = "gongtu.registers.offers"
    label = "offers"

    def ready(self) -> None:
        """Makes the nightly work known."""
        from gongtu.registers.offers import chores  # noqa: F401 - declares work
