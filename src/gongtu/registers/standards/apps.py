"""The register of standards as an app."""

from django.apps import AppConfig


class StandardsConfig(AppConfig):
    """Keeps the short label whatever the package is called."""

    name = "gongtu.registers.standards"
    label = "standards"

    def ready(self) -> None:
        """Tells whoever checks a certificate of a special ability who was filed to examine it."""
        from gongtu.engines.credentials.offline import tell_of_issuers
        from gongtu.engines.credentials.verify import use_authority
        from gongtu.registers.standards.checks import ability_filings, filed_for_ability

        use_authority(filed_for_ability, told_by="abilityNumber")
        tell_of_issuers("abilities", ability_filings)
