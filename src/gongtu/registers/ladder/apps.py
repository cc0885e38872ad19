"""The register of the ladder as an app."""

from django.apps import AppConfig


class LadderConfig(AppConfig):
    """Keeps the short label whatever the package is called."""

    name = "gongtu.registers.ladder"
    label = "ladder"

    def ready(self) -> None:
        """Tells whoever takes in results who may be assessed for which grade, and of its work."""
        from gongtu.registers.ladder import chores  # noqa: F401 - declares work
        from gongtu.registers.ladder.services import find_barred
        from gongtu.registers.skills.declare import register_gate

        register_gate(find_barred)
