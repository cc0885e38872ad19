"""The skills register as an app."""

from django.apps import AppConfig


class SkillsConfig(AppConfig):
    """Keeps the short label whatever the package is called."""

    name = "gongtu.registers.skills"
    label = "skills"
