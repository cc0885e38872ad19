"""Keys and ciphers from the terminal."""

from datetime import date

import pytest

from gongtu.engines.credentials.keys import identity
from gongtu.engines.credentials.models import Compromise, IssuerKey, ProofChoice
from gongtu.ops import cli

pytestmark = pytest.mark.django_db
ISSUER = 7


def told(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert cli.main(list(words)) == 0
    return capsys.readouterr().out


def test_keys_are_rotated_decided_on_and_listed(capsys: pytest.CaptureFixture[str]) -> None:
    old = identity(ISSUER, on=date(2020, 1, 1)).signer.public
    new = told(capsys, "keys", "rotate", "--organisation", f"{ISSUER}").strip()

    told(
        capsys, "keys", "compromised", old, "--after", "2020-06-01", "--effect", "revoked",
        "--reason", "被盗",
    )  # fmt: skip
    listed = told(capsys, "keys", "list", "--organisation", f"{ISSUER}")

    assert old != new
    assert [line.split("\t")[1] for line in listed.splitlines() if line.startswith("Ed25519")] == [
        new,
        old,
    ]
    assert "revoked\tafter 2020-06-01\t被盗" in listed
    assert Compromise.objects.get().key.public == old


def test_proofs_are_chosen(capsys: pytest.CaptureFixture[str]) -> None:
    told(capsys, "keys", "proofs", "gongtu-sm2-jcs-2026", "--organisation", f"{ISSUER}")

    assert ProofChoice.objects.get().profiles == "gongtu-sm2-jcs-2026"


def test_a_refusal_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    words = ["keys", "compromised", "z6MkNobody", "--after", "2020-06-01", "--effect", "revoked"]

    assert cli.main([*words, "--reason", "被盗"]) == 1
    assert "没有这把密钥" in capsys.readouterr().err


def test_reencipher_counts_what_it_renewed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    identity(ISSUER, on=date(2020, 1, 1))
    IssuerKey.objects.get()

    out = told(capsys, "reencipher")

    assert out.splitlines() == ["by aes-256-gcm", "numbers and phones: 0", "signing keys: 0"]
