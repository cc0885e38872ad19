"""/api/v1/: everything the API answers, and its description at openapi.json."""

from django.urls import re_path

from gongtu.api.interface import api
from gongtu.api.problems import nothing_here

app_name = "api"
urlpatterns = [*api.urls[0], re_path("", nothing_here, name="nothing_here")]
