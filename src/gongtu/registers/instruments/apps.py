"""The Django app of the parameter decisions."""

from django.apps import AppConfig


class InstrumentsConfig(AppConfig):
    """Registers the room; the door that serves plugs `deciding.decided_values` into the policy."""

    name = "gongtu.registers.instruments"
    label = "instruments"
