"""In service: keys of its own, HTTPS only, hashed static files."""

from gongtu.base.errors import Broken
from gongtu.ops.settings.base import *
from gongtu.ops.settings.base import GONGTU, SECRET_KEY
from gongtu.ops.settings.environment import DEVELOPMENT_KEY

SHORTEST_KEY = 50
for name, key in (("GONGTU_SECRET_KEY", SECRET_KEY), ("GONGTU_FIELD_KEY", GONGTU.field_key)):
    if key == DEVELOPMENT_KEY or len(key) < SHORTEST_KEY:
        raise Broken(f"{name}: a secret of at least {SHORTEST_KEY} characters is needed in service")

if GONGTU.open_vc_api:
    raise Broken("GONGTU_OPEN_VC_API: in service nobody signs without being known")

DEBUG = False
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
SECURE_SSL_REDIRECT = True
# Probes ask each process by its own address, without the proxy.
SECURE_REDIRECT_EXEMPT = ["^healthz$", "^readyz$", "^metrics$"]
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
LANGUAGE_COOKIE_SECURE = True
