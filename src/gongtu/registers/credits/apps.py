"""The credit bank as an app."""

from django.apps import AppConfig


class CreditsConfig(AppConfig):
    """Keeps the short label whatever the package is called."""

    name = "gongtu.registers.credits"
    label = "credits"

    def ready(self) -> None:
        """Tells whoever checks a transcript what it says, and whether the school could sign it."""
        from gongtu.engines.credentials.kinds import use_kind
        from gongtu.engines.credentials.verify import use_authority
        from gongtu.registers.credits.checks import kept_there
        from gongtu.registers.credits.describe import SIGNED_TRANSCRIPT

        use_authority(kept_there, told_by="transcript")
        use_kind(SIGNED_TRANSCRIPT)
