"""The holders' wallet as an app."""

from django.apps import AppConfig


class WalletConfig(AppConfig):
    """Keeps the short label whatever the package is called."""

    name = "gongtu.registers.wallet"
    label = "wallet"
