"""The door of the web server."""

import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gongtu.ops.settings.dev")
application = get_wsgi_application()
# All pages are read now, so that the first visitor does not wait for it.
get_resolver().url_patterns  # noqa: B018 - read for its effect
