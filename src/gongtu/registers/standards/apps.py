"""The register of standards as an app."""

from django.apps import AppConfig


class StandardsConfig(AppConfig):
    """Keeps the short label whatever the package is called."""

    name = "gongtu.registers.standards"
    label = "standards"

    def ready(self) -> None:
        """Tells whoever checks a certificate of a special ability who was filed to examine it."""
        from gongtu.registers.skills.declare import register_authority
        from gongtu.registers.standards.checks import filed_for_ability

        register_authority("abilityNumber", filed_for_ability)
