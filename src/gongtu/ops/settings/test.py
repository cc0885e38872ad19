"""Under pytest: tasks run where they are started, and a misspelt template variable is a failure."""

import tempfile
from pathlib import Path

from gongtu.ops.settings.base import *
from gongtu.ops.settings.base import DATABASES, TEMPLATES
from gongtu.ops.settings.logs import configure


class UnknownVariable(str):
    """What Django puts in place of a variable that the template was not given."""

    __slots__ = ()

    def __contains__(self, part: object) -> bool:
        return part == "%s"

    def __mod__(self, name: object) -> str:
        raise LookupError(f"the template was not given {name!r}")


SECRET_KEY = GONGTU_FIELD_KEY = "a key for tests, long enough for service " * 2
GONGTU_DEMO = GONGTU_OPEN_VC_API = False
GONGTU_ASKS_AT_ONCE = False  # nobody outside sees what a test has not committed
GONGTU_LOOKS_WRITTEN_AT_ONCE = True  # in the test's own transaction
GONGTU_TODAY = None
GONGTU_BASE_URL = "http://testserver"
GONGTU_DATA_DIR = Path(tempfile.mkdtemp(prefix="gongtu-test-"))
GONGTU_FILES_DIR = GONGTU_DATA_DIR / "files"
STATIC_ROOT = GONGTU_DATA_DIR / "static"
ALLOWED_HOSTS = ["*"]
DATABASES["default"]["CONN_MAX_AGE"] = 0
IN_MEMORY = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
# One memory: cleared together.
CACHES = {
    "default": IN_MEMORY,
    "counts": {"BACKEND": "gongtu.records.counts.CountsInMemory"},
}
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend", "QUEUES": []}}
TEMPLATES[0]["OPTIONS"]["string_if_invalid"] = UnknownVariable("%s")
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
LOGGING = configure(level="ERROR", as_json=False)
