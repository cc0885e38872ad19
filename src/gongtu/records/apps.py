"""The Django app of the records."""

from django.apps import AppConfig


class Records(AppConfig):
    name = "gongtu.records"
    label = "records"
    verbose_name = "记录"
