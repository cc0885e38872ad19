"""Who asks: a machine with its token, a person with their session, or the public.

A machine's client belongs to an account and acts as that account: in the capacity the header
`Gongtu-Capacity` names, which must be one of the account's own, else in its first one.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from allauth.idp.oidc.contrib.ninja.security import TokenAuth
from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja.errors import AuthenticationError
from ninja.security import APIKeyCookie

from gongtu.parties import queries as parties
from gongtu.parties.access import NotEntitled
from gongtu.parties.capacity import PUBLIC, Capacity

SCOPE, SIGNING = "cases", "credentials"
TOKEN_ADDRESS = "/identity/o/api/token"  # noqa: S105 - an address
CAPACITY_HEADER = "Gongtu-Capacity"


class Request(HttpRequest):
    """A request as the middleware hands it over; `auth` is what an operation's door let in."""

    capacity: Capacity
    on: date
    auth: Capacity


class NotOneOfYours(NotEntitled):
    """The header names a capacity that the account does not have."""


class Bearer(TokenAuth):  # type: ignore[misc]  # allauth tells no types
    """An OAuth 2.0 access token with a scope: `cases`, unless another is said."""

    openapi_type = "oauth2"
    openapi_description = "Client credentials of a registered client; scope `cases`."
    openapi_flows = {
        "clientCredentials": {
            "tokenUrl": TOKEN_ADDRESS,
            "scopes": {SCOPE: "Read and move the cases of the client's owner."},
        }
    }

    def __init__(self, scope: str = SCOPE) -> None:
        super().__init__(scope=scope)

    def __call__(self, request: HttpRequest) -> Capacity | None:
        if not request.headers.get("Authorization"):
            return None
        token = super().__call__(request)
        owner = token.client.owner if token else None
        return None if owner is None or not owner.is_active else _chosen(owner, request)


class Session(APIKeyCookie):
    """The session of somebody signed in on the pages; changes need the CSRF token."""

    param_name = settings.SESSION_COOKIE_NAME
    openapi_description = "The session of the pages; POST with the header `X-CSRFToken`."

    def authenticate(self, request: Any, key: str | None) -> Capacity | None:
        del key
        if not request.user.is_authenticated:
            return None
        if CAPACITY_HEADER in request.headers:
            return _chosen(request.user, request)
        capacity: Capacity = request.capacity
        return capacity


BEARER, SIGNER = Bearer(), Bearer(SIGNING)
KNOWN = [BEARER, Session()]


def reader(request: HttpRequest) -> Capacity:
    """As whom somebody reads what everybody may read; the public where nobody is signed in.

    Raises:
        AuthenticationError: A token was shown, and it is none of ours.
    """
    if request.headers.get("Authorization"):
        found: Capacity | None = BEARER(request)
        if found is None:
            raise AuthenticationError
        return found
    capacity: Capacity = getattr(request, "capacity", PUBLIC)
    return capacity


def _chosen(account: Any, request: Any) -> Capacity:
    key = request.headers.get(CAPACITY_HEADER)
    if not key:
        return parties.default_capacity(account, request.on)
    try:
        return parties.get_capacity(account, key, request.on)
    except parties.CapacityUnknown:
        raise NotOneOfYours(_("“%(key)s”不是这个账户的身份。") % {"key": key}) from None
