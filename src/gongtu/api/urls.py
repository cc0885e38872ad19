"""/api/v1/: everything the API answers, and its description at openapi.json."""

from gongtu.api.interface import api

app_name = "api"
urlpatterns = api.urls[0]
