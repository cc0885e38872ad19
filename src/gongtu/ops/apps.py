"""The last thing Django does before serving: the city, its law and its policy are loaded."""

from django.apps import AppConfig

from gongtu.ops.start import start


class OpsConfig(AppConfig):
    """Starts the platform when all tables are known."""

    name = "gongtu.ops"
    label = "ops"

    def ready(self) -> None:
        start()
