"""The register of sittings as an app."""

from django.apps import AppConfig


class SittingsConfig(AppConfig):
    """Keeps the short label whatever the package is called."""

    name = "gongtu.registers.sittings"
    label = "sittings"

    def ready(self) -> None:
        """Tells whoever takes in results by whom a session may be examined."""
        from gongtu.registers.sittings.services import why_not_by
        from gongtu.registers.skills.declare import register_bench

        register_bench(why_not_by)
