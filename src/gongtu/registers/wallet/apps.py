"""The holders' wallet as an app."""

from django.apps import AppConfig


class WalletConfig(AppConfig):
    """Keeps the short label whatever the package is called."""

    name = "gongtu.registers.wallet"
    label = "wallet"

    def ready(self) -> None:
        """Makes the nightly work known."""
        from gongtu.registers.wallet import chores  # noqa: F401 - declares work
