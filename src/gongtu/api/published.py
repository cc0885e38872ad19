"""What must stand at the root of the public address: tokens, status lists, issuers' keys."""

from allauth.idp.oidc import views as identity
from django.urls import path

from gongtu.api import credentials

app_name = "published"
urlpatterns = [
    path("identity/o/api/token", identity.token, name="token"),
    path("identity/o/api/revoke", identity.revoke, name="revoke"),
    path(
        "credentials/status/<int:status_list>/<str:purpose>",
        credentials.show_status_list,
        name="show_status_list",
    ),
    path("issuers/<int:organisation>/did.json", credentials.show_issuer, name="show_issuer"),
]
