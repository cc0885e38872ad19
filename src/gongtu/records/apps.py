"""The Django app of the records."""

from django.apps import AppConfig


class Records(AppConfig):
    name = "gongtu.records"
    label = "records"
    verbose_name = "记录"

    def ready(self) -> None:
        # A worker must know how its chores are done.
        from gongtu.records import chores  # noqa: F401 - read for its chores
