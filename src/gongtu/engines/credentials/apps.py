"""The Django app of the credentials."""

from django.apps import AppConfig


class Credentials(AppConfig):
    name = "gongtu.engines.credentials"
    label = "credentials"
    verbose_name = "凭证"
