"""The register of appointments as an app."""

from django.apps import AppConfig


class AppointmentsConfig(AppConfig):
    """Keeps the short label whatever the package is called."""

    name = "gongtu.registers.appointments"
    label = "appointments"

    def ready(self) -> None:
        """Tells whoever checks an appointment that no filing stands behind it."""
        from gongtu.engines.credentials.kinds import use_kind
        from gongtu.engines.credentials.verify import use_authority
        from gongtu.registers.appointments.checks import appointed_of_its_own
        from gongtu.registers.appointments.describe import APPOINTMENT

        use_authority(appointed_of_its_own, told_by="appointedAs")
        use_kind(APPOINTMENT)
