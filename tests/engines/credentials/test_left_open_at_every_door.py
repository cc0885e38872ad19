"""What cannot be told from a wrong clock, or from a list, at every door: left open, with why."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from gongtu.engines.credentials.models import IssuerDocument, IssuerList
from gongtu.ops import cli
from gongtu.records.context import instant_of
from gongtu.registers.wallet.models import Elsewhere
from tests.cast import DAY, Cast, raise_curtain
from tests.engines.credentials.documents import Signatory
from tests.engines.credentials.school import School, believed
from tests.engines.credentials.test_sdjwt import by_stranger

NOW, HOLDER, STRANGER = instant_of(DAY), Signatory(), Signatory()
# What a door tells of a certificate of this school with these members.
Door = Callable[[School, dict[str, Any], dict[str, Any]], str]


@pytest.fixture
def cast(db: None) -> Cast:
    cache.clear()
    return raise_curtain()


@pytest.fixture
def school(cast: Cast, settings: Settings) -> Iterator[School]:
    settings.GONGTU_TODAY, settings.GONGTU_OPEN_VC_API = DAY, True
    school = School()
    told = {"document": school.document(), "fetched_at": NOW, "tried_at": NOW}
    IssuerDocument.objects.create(did=school.did, **told)
    with believed(school):
        yield school


def certificate(school: School, said: dict[str, Any], proof: dict[str, Any]) -> dict[str, Any]:
    return school.signs(school.credential(name="证书", **said), **proof)


def asked(address: str, body: dict[str, Any]) -> str:
    answer = Client().post(f"/{address}/verify", json.dumps(body), content_type="application/json")
    assert (answer.status_code, answer.json()["verified"]) == (400, False)
    return str(answer.json())


def by_vc_api(school: School, said: dict[str, Any], proof: dict[str, Any]) -> str:
    return asked("credentials", {"verifiableCredential": certificate(school, said, proof)})


def by_presentation(school: School, said: dict[str, Any], proof: dict[str, Any]) -> str:
    shown = HOLDER.shows(certificate(school, said, proof))
    return asked("presentations", {"verifiablePresentation": shown})


def by_page(school: School, said: dict[str, Any], proof: dict[str, Any]) -> str:
    signed = {"signedAt": proof["created"]} if proof else {}
    shown = by_stranger(b'["salt", "name", "Wang"]', school, **said, **signed)
    page = Client().post(reverse("public:check_presentation"), {"pasted": shown}).content.decode()
    assert '<p class="verdict wait" role="status">无法判断</p>' in page
    return page


@pytest.fixture
def by_wallet(cast: Cast) -> Door:
    """Kept and shown where the signature is right; else told why it is not kept."""

    def keep(school: School, said: dict[str, Any], proof: dict[str, Any]) -> str:
        content = json.dumps(certificate(school, said, proof)).encode()
        holder = cast.client(cast.wang)
        told = {"file": ContentFile(content, "certificate.json")}
        page = holder.post(reverse("wallet:keep_elsewhere"), told, follow=True).content.decode()
        assert "无法判断" in page
        return page

    return keep


@pytest.fixture
def by_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Door:
    def verify(school: School, said: dict[str, Any], proof: dict[str, Any]) -> str:
        file = tmp_path / "certificate.json"
        file.write_text(json.dumps(certificate(school, said, proof)), "utf8")
        assert cli.main(["credentials", "verify", str(file)]) == 1
        told = capsys.readouterr().out
        assert told.startswith("无法判断")
        return told

    return verify


def publish(school: School, how: str) -> None:
    """What is kept of its list."""
    good = school.signs(school.status_list())
    kept: dict[str, Any] = {
        "never had": {"failure": "HTTP 404"},
        "stale": {"document": good, "fetched_at": NOW - timedelta(days=5)},
        "of another": {
            "document": STRANGER.signs(school.status_list(issuer=STRANGER.did)),
            "fetched_at": NOW,
        },
        "forged": {"document": {**good, "name": "another"}, "fetched_at": NOW},
    }[how]
    IssuerList.objects.create(did=school.did, address=school.list_address, **kept)


LISTS = {
    "never had": "还没有取到：HTTP 404",
    "stale": "已经超过3天",
    "of another": "由另一单位签发",
    "forged": "状态列表的签名核验不过",
}


@pytest.mark.parametrize("how", LISTS)
def test_a_list_that_tells_nothing_leaves_it_open(
    how: str, school: School, by_wallet: Door, by_command: Door
) -> None:
    publish(school, how)
    for door in (by_vc_api, by_presentation, by_page, by_wallet, by_command):
        assert LISTS[how] in door(school, {"credentialStatus": school.entry()}, {}), door


def test_a_list_elsewhere_leaves_it_open(school: School, by_wallet: Door, by_command: Door) -> None:
    said = {"credentialStatus": school.entry(statusListCredential=school.address_elsewhere)}
    for door in (by_vc_api, by_presentation, by_page, by_wallet, by_command):
        assert "不是本市为这个签发单位认可的网址" in door(school, said, {}), door


def test_a_clock_an_hour_ahead_leaves_it_open(
    school: School, by_wallet: Door, by_command: Door, settings: Settings
) -> None:
    settings.GONGTU_TODAY = None
    now = datetime.now(UTC)
    IssuerDocument.objects.update(fetched_at=now)
    proof = {"created": (now + timedelta(hours=1)).isoformat(timespec="seconds")}
    for door in (by_vc_api, by_presentation, by_page, by_command):
        assert "时钟不准，无法判断" in door(school, {}, proof), door
    assert "时间还没有到" in by_wallet(school, {}, proof)
    assert not Elsewhere.objects.exists()
