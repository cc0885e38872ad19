"""Statements of treatment as an app."""

from django.apps import AppConfig


class TreatmentsConfig(AppConfig):
    """Keeps the short label whatever the package is called."""

    name = "gongtu.registers.treatments"
    label = "treatments"

    def ready(self) -> None:
        """Tells whoever checks a statement whether what it rests on still counts."""
        from gongtu.engines.credentials.kinds import use_kind
        from gongtu.engines.credentials.verify import use_authority
        from gongtu.registers.treatments.checks import still_treated
        from gongtu.registers.treatments.describe import TREATMENT

        use_authority(still_treated, told_by="treatedAs")
        use_kind(TREATMENT)
