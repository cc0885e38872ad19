"""/api/v1/: everything the API answers, and its description at openapi.json."""

from django.urls import re_path
from django.views.decorators.csrf import csrf_exempt

from gongtu.api.interface import api
from gongtu.api.problems import nothing_here

app_name = "api"
# Where nothing is, nothing can be changed: a POST is told so, too, and not that a token is missing.
urlpatterns = [*api.urls[0], re_path("", csrf_exempt(nothing_here), name="nothing_here")]
