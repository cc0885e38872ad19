"""What must be in place before serving: catalogues, static files, tables, the city."""

from django.conf import settings
from django.core.management import call_command
from whitenoise.storage import CompressedManifestStaticFilesStorage

from gongtu.engines.pathways.atlas import compile_ahead
from gongtu.ops import cli, messages
from gongtu.ops.founding import found
from gongtu.ops.working import today
from gongtu.parties.models import Organisation
from gongtu.policy.city import active_city

HASHED = CompressedManifestStaticFilesStorage


def prepare() -> None:
    """Bring everything up to date, the city as its folder tells it, too; a demo is built once."""
    make_ready()
    if not settings.GONGTU_DEMO:
        found(active_city(), on=today())
    elif not Organisation.objects.exists():
        cli.main(["demo"])


def make_ready() -> None:
    """Catalogues, static files, tables and compiled code; nobody is put on record."""
    messages.compile_catalogues()
    if settings.STORAGES["staticfiles"]["BACKEND"] == f"{HASHED.__module__}.{HASHED.__name__}":
        call_command("collectstatic", interactive=False, verbosity=0)
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    compile_ahead()
