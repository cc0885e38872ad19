"""The Django app of the parameter decisions."""

from django.apps import AppConfig

from gongtu.policy.providers import use_decisions


class InstrumentsConfig(AppConfig):
    """Registers the room, and lets the policy read its approved decisions."""

    name = "gongtu.registers.instruments"
    label = "instruments"

    def ready(self) -> None:
        # Models may be imported only once all apps are registered.
        from gongtu.registers.instruments.queries import list_decided

        use_decisions(list_decided)
