"""The Django app of casework."""

from django.apps import AppConfig


class Casework(AppConfig):
    name = "gongtu.engines.casework"
    label = "casework"
    verbose_name = "办件"

    def ready(self) -> None:
        # A worker must know how the nightly clock is run.
        from gongtu.engines.casework import chores  # noqa: F401 - read for its chores
