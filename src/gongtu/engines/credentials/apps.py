"""The Django app of the credentials."""

from django.apps import AppConfig


class Credentials(AppConfig):
    name = "gongtu.engines.credentials"
    label = "credentials"
    verbose_name = "凭证"

    def ready(self) -> None:
        # A worker must know how the keys of issuers elsewhere are fetched.
        from gongtu.engines.credentials import chores  # noqa: F401 - read for its chores
