"""On a desk, and for the demo city: static files straight from the source, logs in words."""

from gongtu.ops.settings.base import *
from gongtu.ops.settings.base import GONGTU
from gongtu.ops.settings.logs import configure

WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
# A passkey may be tried on http://localhost.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
LOGGING = configure(level=GONGTU.log_level, as_json=False)
