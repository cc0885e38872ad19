"""Whoever asks in English is refused in English, by every operation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client

from gongtu.api.interface import api
from gongtu.api.problems import MEDIA_TYPE
from tests.api.conftest import ROOT
from tests.cast import Cast
from tests.english import CHINESE

BODIES: tuple[Any, ...] = ({}, [], {"procedure": "none", "answers": {}, "turn": 0})
ENGLISH = {"accept-language": "en", "Idempotency-Key": "k"}


@pytest.mark.parametrize("who", ["", "wang", "clerk", "union", "liu"])
def test_every_refusal_is_english(cast: Cast, who: str) -> None:
    client = cast.client(getattr(cast, who)) if who else Client()

    told = list(refusals(client))

    assert len(told) > 82
    assert [one for one in told if CHINESE.search(one)] == []


def refusals(client: Client) -> Iterator[str]:
    """Every operation, asked for what is not there, and told what it cannot read."""
    for path, operations in api.get_openapi_schema(path_prefix="api/v1/")["paths"].items():
        for method, operation in operations.items():
            for asked in addresses(path):
                for body in BODIES if "requestBody" in operation else (None,):
                    answer = client.generic(
                        method.upper(),
                        asked,
                        "" if body is None else api.renderer.render(None, body, response_status=0),
                        content_type="application/json",
                        headers=ENGLISH,
                    )
                    if answer["Content-Type"] == MEDIA_TYPE:
                        yield f"{method} {asked} {answer.text}"


def addresses(path: str) -> list[str]:
    """Under each, what is not there: by a name, by a number, by a day."""
    here = path if path.startswith("/") else f"{ROOT}/{path}"
    return list(dict.fromkeys(re.sub(r"\{\w+\}", what, here) for what in ("none", "0")))
