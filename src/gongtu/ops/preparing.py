"""What must be in place before serving: catalogues, static files, tables, compiled code."""

from django.conf import settings
from django.core.management import call_command
from whitenoise.storage import CompressedManifestStaticFilesStorage

from gongtu.engines.pathways.atlas import compile_ahead
from gongtu.ops import cli, messages
from gongtu.parties.models import Organisation

HASHED = CompressedManifestStaticFilesStorage


def prepare() -> None:
    """Bring everything up to date; in the demo build the city where there is nobody yet."""
    messages.compile_catalogues()
    if settings.STORAGES["staticfiles"]["BACKEND"] == f"{HASHED.__module__}.{HASHED.__name__}":
        call_command("collectstatic", interactive=False, verbosity=0)
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    compile_ahead()
    if settings.GONGTU_DEMO and not Organisation.objects.exists():
        cli.main(["demo"])
