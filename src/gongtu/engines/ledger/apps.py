"""The Django app of the ledger."""

from django.apps import AppConfig


class Ledger(AppConfig):
    name = "gongtu.engines.ledger"
    label = "ledger"
    verbose_name = "资金账"

    def ready(self) -> None:
        # Workers must know how a payment run is done.
        from gongtu.engines.ledger.services import runs  # noqa: F401 - read for its chores
