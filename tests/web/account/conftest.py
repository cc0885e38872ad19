"""The parties' small world, and a browserless visitor who can sign in."""

from collections.abc import Callable

import pytest
from django.core.cache import cache
from django.test import Client

from gongtu.parties.models import Account
from tests.parties.conftest import world

__all__ = ["world"]

Enter = Callable[..., Client]


@pytest.fixture(autouse=True)
def _nobody_signed_in() -> None:
    cache.clear()  # limits on sign-in are counted there


@pytest.fixture
def enter() -> Enter:
    """A visitor signed in as an account, acting in a capacity if one is named."""

    def enter(account: Account, capacity: str = "") -> Client:
        client = Client()
        client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
        if capacity:
            session = client.session
            session["capacity"] = capacity
            session.save()
        return client

    return enter
