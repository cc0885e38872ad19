"""Everything in a wallet as one archive that tells what is in it."""

import hashlib
import json
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from django.test import Client
from django.urls import reverse

from gongtu.engines.credentials.sdjwt import verify_disclosed
from gongtu.engines.credentials.verify import verify
from gongtu.registers.skills.models import AbilityCertificate as Ability
from tests.cast import DAY, Cast
from tests.factories.appointments import appointed
from tests.factories.skills import certificate
from tests.factories.wallet import kept, shared, signed


def exported(cast: Cast, capacity: Any = None) -> ZipFile:
    answer = cast.client(capacity or cast.wang).post(reverse("wallet:export_everything"))
    return ZipFile(BytesIO(b"".join(answer.streaming_content)))


def test_archive_holds_everything_and_its_manifest_agrees(cast: Cast) -> None:
    number = signed(cast)
    link, other, post = shared(cast, number), kept(cast), appointed(cast)
    told = {"name": "钱女士", "why": "核对"}
    Client().post(reverse("public:show_share", args=[link.token]), told)

    archive = exported(cast)

    folder = f"certificates/{number}"
    manifest = json.loads(archive.read("manifest.json"))
    listed = {line["name"]: line["sha256"] for line in manifest["files"]}
    assert listed == {
        name: hashlib.sha256(archive.read(name)).hexdigest()
        for name in archive.namelist()
        if name != "manifest.json"
    }
    assert {
        "readme.zh.md", "readme.en.md", "shares.json", f"elsewhere/{other.pk}.json",
        *(f"appointments/{post.number}/{name}" for name in ("credential.json", "certificate.pdf")),
        *(f"{folder}/{name}" for name in (
            "credential.json", "certificate.pdf", "certificate.sd-jwt", "history.json",
        )),
    } < listed.keys()  # fmt: skip
    assert verify(json.loads(archive.read(f"{folder}/credential.json")), on=DAY).verdict == "valid"
    shown = archive.read(f"{folder}/certificate.sd-jwt").decode()
    assert verify_disclosed(shown, on=DAY).claims["certificateNumber"] == number
    assert archive.read(f"{folder}/certificate.pdf").startswith(b"%PDF")
    assert json.loads(archive.read("shares.json"))[0]["views"][0]["told"] == ["钱女士", "核对"]
    assert "issuers/" in str(archive.namelist())


def test_what_was_never_signed_here_is_in_it_as_it_stands_on_record(cast: Cast) -> None:
    held = certificate(cast)
    Ability.objects.create(
        number="N-W1", person=cast.person(cast.wang), name="新能源汽车充电设施维护",
        issuer=cast.bodies["works"], issued_on=DAY,
    )  # fmt: skip

    archive = exported(cast)

    record = json.loads(archive.read(f"certificates/{held.number}/record.json"))
    assert (record["title"], record["issuer"]) == ("装配钳工 · 高级工", "甲公司")
    assert json.loads(archive.read("abilities/N-W1/record.json")) == {
        "number": "N-W1", "title": "新能源汽车充电设施维护", "issuer": "甲公司",
        "issued_on": DAY.isoformat(),
    }  # fmt: skip


def test_page_says_what_is_in_it_before(cast: Cast) -> None:
    page = cast.client(cast.wang).get(reverse("wallet:export_everything"))

    assert "下载压缩包" in page.content.decode()


def test_empty_wallet_is_exported_too(cast: Cast) -> None:
    archive = exported(cast, cast.li)

    assert "readme.en.md" in archive.namelist()
    assert archive.testzip() is None


def test_nobody_exports_for_a_body(cast: Cast) -> None:
    answer = cast.client(cast.clerk).post(reverse("wallet:export_everything"))

    assert answer.status_code == 403
