"""/api/v1/: everything the API answers, and its description at openapi.json."""

from django.urls import re_path
from django.views.decorators.csrf import csrf_exempt

from gongtu.api.interface import api
from gongtu.api.problems import nothing_here

app_name = "api"
# Addresses are compared one by one; this is asked more often than all others together.
FIRST = "certificates/check"
answered = sorted(api.urls[0], key=lambda one: str(one.pattern) != FIRST)
# Where nothing is, nothing can be changed: a POST is told so, too, and not that a token is missing.
urlpatterns = [*answered, re_path("", csrf_exempt(nothing_here), name="nothing_here")]
