"""One verdict, through whichever door it is asked: page, code, link, presentation, API, command."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from gongtu.engines.credentials import services as credentials
from gongtu.engines.credentials.qr import content
from gongtu.engines.credentials.queries import find_credential
from gongtu.ops import cli
from gongtu.registers.skills import services as register
from gongtu.registers.skills.models import AssessorFiling
from gongtu.registers.skills.services import Said
from gongtu.registers.wallet.choices import Part
from gongtu.registers.wallet.services import present
from tests.cast import DAY, Cast, raise_curtain
from tests.factories.appointments import appointed
from tests.factories.wallet import shared, signed

VERDICTS = {
    "有效": "valid", "在聘": "valid", "聘期届满": "expired", "已过期": "expired",
    "已撤销": "revoked", "已换发新证": "superseded", "无法判断": "cannot-tell",
}  # fmt: skip
LABEL = re.compile(r'<p class="verdict \w+" role="status">(.*?)</p>')
NAME = "王师傅"


class Asked(NamedTuple):
    """A certificate, and what its holder gave away while it was valid."""

    number: str
    link: str
    presentation: str


@pytest.fixture
def cast(db: None, settings: Settings) -> Cast:
    settings.GONGTU_TODAY = DAY
    cache.clear()  # look-ups are counted there
    return raise_curtain()


def given_away(cast: Cast, number: str) -> Asked:
    link = reverse("public:show_share", args=[shared(cast, number, Part.NAME).token])
    shown = present(number, parts=(Part.NAME,), to=None, by=cast.wang, on=DAY)
    return Asked(number, link, shown)


def on_page(answer: Any) -> str:
    (label,) = LABEL.findall(answer.content.decode())
    return VERDICTS[label]


def by_api(path: str, told: dict[str, str]) -> str:
    answer = Client().post(f"/api/v1/certificates/{path}", told, content_type="application/json")
    return str(answer.json()["verdict"])


def by_command(what: str, settings: Settings, capsys: pytest.CaptureFixture[str]) -> str:
    cli.main(["credentials", "verify", what, "--json", "--on", f"{settings.GONGTU_TODAY}"])
    return str(json.loads(capsys.readouterr().out)["verdict"])


def revoke(cast: Cast, number: str) -> None:
    credentials.revoke(number, "issued-in-error", "重复核发", by=cast.clerk, on=DAY)


def correct(cast: Cast, number: str) -> None:
    register.correct_certificate(number, Said(name="汪师傅"), told="户口簿", by=cast.clerk, on=DAY)


def suspend(cast: Cast, number: str) -> None:
    credentials.suspend(number, "正在核实", by=cast.clerk, on=DAY)


def unfile(_cast: Cast, _number: str) -> None:
    AssessorFiling.objects.update(since=DAY.replace(year=DAY.year + 1), until=None)


BECAME: dict[str, tuple[str, Callable[[Cast, str], None] | None]] = {
    "nothing": ("valid", None),
    "revoked": ("revoked", revoke),
    "corrected": ("superseded", correct),
    "suspended": ("cannot-tell", suspend),
    "issued without a filing": ("cannot-tell", unfile),
}


@pytest.mark.parametrize("became", BECAME)
def test_every_door_tells_the_same(
    cast: Cast, became: str, settings: Settings, tmp_path: Path, capsys: Any
) -> None:
    verdict, happens = BECAME[became]
    asked = given_away(cast, signed(cast))
    if happens is not None:
        happens(cast, asked.number)

    assert told_by_doors(asked, settings, tmp_path, capsys) == {verdict}


def test_what_has_ended_is_expired_at_every_door(
    cast: Cast, settings: Settings, tmp_path: Path, capsys: Any
) -> None:
    until = DAY + timedelta(days=3)
    asked = given_away(cast, appointed(cast, until=until).number)
    assert told_by_doors(asked, settings, tmp_path, capsys) == {"valid"}

    settings.GONGTU_TODAY = until

    assert told_by_doors(asked, settings, tmp_path, capsys) == {"expired"}


def told_by_doors(asked: Asked, settings: Settings, folder: Path, capsys: Any) -> set[str]:
    credential = find_credential(asked.number)
    assert credential is not None
    file = folder / f"{next(FILES)}.json"
    file.write_text(json.dumps(credential.document), "utf8")
    code = content("https://gongtu.example/certificates/1/", credential.document)
    named = {"number": asked.number, "name": NAME}
    viewer = {"name": "乙公司 钱女士", "why": "核对"}
    pasted = {"pasted": asked.presentation}
    return {
        on_page(Client().post(reverse("public:check_certificate"), named)),
        on_page(Client().get(reverse("public:show_verdict", args=[asked.number]))),
        on_page(Client().post(asked.link, viewer)),
        on_page(Client().post(reverse("public:check_presentation"), pasted)),
        by_api("check", named),
        by_api("code", {"code": code}),
        by_command(asked.number, settings, capsys),
        by_command(code, settings, capsys),
        by_command(str(file), settings, capsys),
    }


FILES = count(1)
