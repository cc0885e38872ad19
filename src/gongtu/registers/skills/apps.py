"""The skills register as an app."""

from django.apps import AppConfig


class SkillsConfig(AppConfig):
    """Keeps the short label whatever the package is called."""

    name = "gongtu.registers.skills"
    label = "skills"

    def ready(self) -> None:
        """Tells whoever checks a credential which assessor was filed for what."""
        from gongtu.engines.credentials.kinds import use_kind
        from gongtu.engines.credentials.verify import use_authority
        from gongtu.registers.skills import chores  # noqa: F401 - declares work
        from gongtu.registers.skills.checks import filed_on
        from gongtu.registers.skills.describe import CERTIFICATE, PAPER_CERTIFICATE, SPECIAL_ABILITY
        from gongtu.registers.skills.services import issuing, issuing_together  # noqa: F401 - read for their work

        # A worker must know how results are entered and sessions issued.
        from gongtu.registers.skills.services.papers import handing_in as papers  # noqa: F401 - read for its work
        from gongtu.registers.skills.services.papers.showing import entitled_then
        from gongtu.registers.skills.services.results import handing_in  # noqa: F401 - read for its work

        use_authority(filed_on)
        use_authority(entitled_then, told_by="archiveMark")
        use_kind(CERTIFICATE)
        use_kind(PAPER_CERTIFICATE)
        use_kind(SPECIAL_ABILITY)
