"""The API against its own description: schemathesis makes the requests, nothing may break."""

import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from django.db.backends.base.base import BaseDatabaseWrapper
from django.test import Client
from hypothesis import HealthCheck, Phase, settings
from ninja import Schema
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from gongtu.api.interface import api
from tests.api.conftest import ROOT
from tests.cast import Cast

EXAMPLES = 8
CHECKS = (
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
)
schema = schemathesis.openapi.from_wsgi(f"{ROOT}/openapi.json", get_wsgi_application())
few = settings(
    max_examples=EXAMPLES,
    derandomize=True,
    database=None,
    deadline=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)


@schemathesis.serializer("application/x-ndjson")
def as_lines(_context, value):
    """Lines of JSON are sent as they are."""
    return str(value).encode()


@pytest.fixture(autouse=True)
def connection_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """A real request ends by closing the connection, in which the test's own writing is."""
    monkeypatch.setattr(BaseDatabaseWrapper, "close_if_unusable_or_obsolete", lambda _self: None)


@pytest.fixture
def session(cast: Cast) -> dict[str, str]:
    """王师傅's session and CSRF token."""
    return session_of(cast.client(cast.wang))


@pytest.fixture
def office(cast: Cast) -> dict[str, str]:
    """刘科长's."""
    return session_of(cast.client(cast.liu))


def session_of(client: Client) -> dict[str, str]:
    client.get("/account/sign-in/")
    cookies = {name: morsel.value for name, morsel in client.cookies.items()}
    return {"Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items())}


@schema.parametrize()
@few
def test_every_operation_keeps_its_word_to_strangers(db, case):
    case.call_and_validate(checks=CHECKS)


@schema.include(path_regex="/(cases|me|credentials)").parametrize()
@few
def test_every_operation_keeps_its_word_to_somebody_signed_in(session, case):
    case.call_and_validate(headers=session, checks=CHECKS)


@schema.include(path_regex="/workbench").parametrize()
@few
def test_workbench_keeps_its_word_to_an_office_that_decides(office, case):
    case.call_and_validate(headers=office, checks=CHECKS)


def test_no_two_shapes_share_a_name():
    """The description knows each by its name alone, and would give one for the other."""
    ours = {one for one in every_kind(Schema) if one.__module__.startswith("gongtu.")}
    shapes = [one.__name__ for one in ours]

    assert len(shapes) == len(set(shapes)), sorted(shapes)


def every_kind(shape):
    for kind in shape.__subclasses__():
        yield kind
        yield from every_kind(kind)


def test_every_operation_describes_what_it_refuses():
    paths = api.get_openapi_schema(path_prefix="api/v1/")["paths"]
    operations = [(path, name, told) for path in paths for name, told in paths[path].items()]

    assert len(operations) == 86
    for path, method, told in operations:
        answers = {int(status) for status in told["responses"]}
        assert 422 in answers, path
        assert "security" not in told or {401, 403} <= answers, path
        assert method == "get" or 400 in answers, path


def test_description_is_openapi_three_point_one(client, db):
    told = client.get(f"{ROOT}/openapi.json").json()

    assert told["openapi"].startswith("3.1")
    flow = told["components"]["securitySchemes"]["Bearer"]["flows"]["clientCredentials"]
    assert flow["tokenUrl"] == "/identity/o/api/token"
