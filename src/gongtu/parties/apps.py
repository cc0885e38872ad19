"""The Django app of the parties."""

from django.apps import AppConfig
from django.conf import settings

from gongtu.parties import crypto


class PartiesConfig(AppConfig):
    """Registers the room, and tells it where the secret of its ciphers lies."""

    name = "gongtu.parties"
    label = "parties"

    def ready(self) -> None:
        crypto.use_keyring(
            lambda: crypto.Keyring.parse(settings.GONGTU_FIELD_KEY, settings.GONGTU_FIELD_CIPHER)
        )
        # A worker must know how a roster is imported.
        from gongtu.parties.roster import services  # noqa: F401 - read for its chores
