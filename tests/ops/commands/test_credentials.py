"""`gongtu credentials`: issue one for trying out, verify it, take it back."""

import json
from datetime import date
from pathlib import Path

import pytest

from gongtu.engines.credentials.choices import Status
from gongtu.engines.credentials.models import Credential
from gongtu.engines.credentials.qr import content
from gongtu.ops import cli
from gongtu.parties.models import Division, Organisation
from tests.engines.credentials.documents import jwt

pytestmark = pytest.mark.django_db


@pytest.fixture
def issued(tmp_path: Path) -> Path:
    division = Division.objects.create(
        code="370203", name="市北区", name_en="Shibei", level="district"
    )
    Organisation.objects.create(
        uscc="91370200264574251E", name="青岛某精密机械有限公司", kind="enterprise",
        division=division, registered_on=date(2020, 1, 1),
    )  # fmt: skip
    file = tmp_path / "certificate.json"
    assert cli.main(["credentials", "issue", "--demo", "--out", str(file)]) == 0
    return file


def test_an_issued_credential_is_valid(issued: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["credentials", "verify", str(issued)]) == 0
    told = capsys.readouterr().out
    assert told.startswith("有效\n✓ 文件结构：完整")
    assert "状态数据截至：20" in told


def test_a_changed_credential_is_not(issued: Path, capsys: pytest.CaptureFixture[str]) -> None:
    issued.write_text(issued.read_text("utf8").replace("三级/高级工", "一级/高级技师"), "utf8")

    assert cli.main(["credentials", "verify", str(issued), "--json"]) == 1

    told = json.loads(capsys.readouterr().out)
    assert told["verdict"] == "cannot-tell"


def test_a_revoked_credential_says_so(issued: Path, capsys: pytest.CaptureFixture[str]) -> None:
    revoke = ["credentials", "revoke", "DEMO-000001", "--class", "issued-in-error"]

    assert cli.main([*revoke, "--reason", "演示"]) == 0
    assert cli.main([*revoke, "--reason", "再来一次"]) == 1
    assert cli.main(["credentials", "verify", "DEMO-000001"]) == 1

    told = capsys.readouterr()
    assert "已撤销" in told.out
    assert "不能再次办理" in told.err


def test_what_a_register_keeps_is_not_revoked_past_its_holder(
    issued: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Credential.objects.update(kind="skill-certificate")
    revoke = ["credentials", "revoke", "DEMO-000001", "--class", "issued-in-error"]

    assert cli.main([*revoke, "--reason", "演示"]) == 1
    assert "听取持证人" in capsys.readouterr().err
    assert Credential.objects.get().status == Status.ISSUED


def test_what_is_no_json_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "broken.json"
    file.write_text('{"a":', "utf8")

    assert cli.main(["credentials", "verify", str(file)]) == 1
    assert "不是JSON" in capsys.readouterr().err


def test_without_an_enterprise_nothing_is_issued(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["credentials", "issue", "--demo"]) == 1
    assert "gongtu demo" in capsys.readouterr().err


def test_what_a_manifest_needs_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["credentials", "issuers"]) == 0

    told = {one["profile"]: one for one in json.loads(capsys.readouterr().out)}
    assert told["ecdsa-rdfc-2019-p384"]["address"].endswith(
        "/vc/ecdsa-rdfc-2019-p384/credentials/issue"
    )
    assert told["ecdsa-rdfc-2019-p384"]["issuers"][0].startswith("did:key:z82L")
    assert told["eddsa-jcs-2022"]["issuers"] == told["eddsa-rdfc-2022"]["issuers"]


def test_an_organisation_issues_under_its_address_and_its_key(
    issued: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    del issued
    organisation = Organisation.objects.get().pk
    capsys.readouterr()

    assert cli.main(["credentials", "issuers", "--organisation", str(organisation)]) == 0

    first, *_ = json.loads(capsys.readouterr().out)
    web, key = first["issuers"]
    assert web.endswith(f":issuers:{organisation}")
    assert key.startswith("did:key:z6Mk")


def test_text_of_a_code_is_verified_and_a_changed_digit_is_told(
    issued: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = content("https://gongtu.example/", json.loads(issued.read_text("utf8")))

    assert cli.main(["credentials", "verify", code]) == 0
    assert cli.main(["credentials", "verify", code[:-1] + str((int(code[-1]) + 1) % 10)]) == 1
    assert "改动过" in capsys.readouterr().out


def test_a_credential_may_be_pasted_instead(
    issued: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = issued.read_text("utf8")

    assert cli.main(["credentials", "verify", text]) == 0
    assert cli.main(["credentials", "verify", text.replace("三级", "一级")]) == 1
    assert "改动" in capsys.readouterr().out
    cli.main(["credentials", "verify", jwt()])
    assert "✓ 签名：与内容相符" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("what", "says"),
    [
        ("x" * 5_000, "没有这个编号的证书"),
        ("no/such/certificate.json", "没有这个文件"),
        ("eyJ" * 2_000, "普通文字"),
        ("\udcfa\udcfb", "认不出这个文件"),
        ("王\n建国", "普通文字"),
        ("{", "读不出来"),
    ],
    ids=["long", "no file", "half a token", "bytes", "words", "half an object"],
)
def test_text_that_is_nothing_is_refused_with_what_it_is(
    what: str, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["credentials", "verify", what]) == 1
    told = capsys.readouterr()
    assert says in told.out + told.err
