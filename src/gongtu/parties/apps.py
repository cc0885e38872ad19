"""The Django app of the parties."""

from django.apps import AppConfig


class PartiesConfig(AppConfig):
    """Registers the room and the consents' vocabulary under one label."""

    name = "gongtu.parties"
    label = "parties"
