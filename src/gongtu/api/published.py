"""What must stand at the root of the public address: tokens, status lists, keys, the VC API."""

from allauth.idp.oidc import views as identity
from django.urls import path

from gongtu.api import credentials, vc

app_name = "published"
urlpatterns = [
    path("identity/o/api/token", identity.token, name="token"),
    path("identity/o/api/revoke", identity.revoke, name="revoke"),
    path(
        "credentials/status/<int:status_list>/<str:purpose>",
        credentials.show_status_list,
        name="show_status_list",
    ),
    path("credentials/issue", vc.issue_credential, name="issue_credential"),
    path("credentials/status", vc.update_credential_status, name="update_credential_status"),
    path("credentials/verify", vc.verify_credential, name="verify_credential"),
    path("presentations/verify", vc.verify_presentation, name="verify_presentation"),
    path(
        "vc/<str:profile>/credentials/issue",
        vc.issue_by_profile,
        name="issue_by_profile",
    ),
    path("issuers/<int:organisation>/did.json", credentials.show_issuer, name="show_issuer"),
]
