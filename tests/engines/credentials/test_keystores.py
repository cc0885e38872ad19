"""A key in a device signs as one in the database does, and never comes out of it."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from gongtu.base.errors import Broken
from gongtu.engines.credentials.choices import KeyKind, Store, Verdict
from gongtu.engines.credentials.custody import choose_proofs, rotate
from gongtu.engines.credentials.dataintegrity import is_signed, sign
from gongtu.engines.credentials.keys import identity
from gongtu.engines.credentials.keystores import key_store, pkcs11, store_for
from gongtu.engines.credentials.models import IssuerKey
from gongtu.engines.credentials.multikey import public_key
from gongtu.engines.credentials.services import issue
from gongtu.engines.credentials.suites import suite_for
from gongtu.engines.credentials.verify import verify

LIBRARY = next(
    (
        path
        for path in (
            Path("/usr/lib/softhsm/libsofthsm2.so"),
            Path("/usr/local/lib/softhsm/libsofthsm2.so"),
            Path("/opt/homebrew/lib/softhsm/libsofthsm2.so"),
        )
        if path.exists()
    ),
    None,
)
TOOL = shutil.which("softhsm2-util")
needs_device = pytest.mark.skipif(
    LIBRARY is None or TOOL is None, reason="SoftHSM is not installed: apt-get install softhsm2"
)
DAY, LATER = date(2026, 9, 1), date(2026, 12, 1)
IN_DEVICE = [KeyKind.ED25519, KeyKind.P256, KeyKind.P384]
PLAIN: dict[str, Any] = {
    "@context": ["https://www.w3.org/ns/credentials/v2"],
    "type": ["VerifiableCredential"],
    "issuer": "did:example:1",
    "credentialSubject": {"id": "did:example:2"},
}


class Clerk:
    role, account, organisation = "hrss", 7, None


@pytest.fixture(scope="module")
def token(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A token of this run's own; the library reads where it lies once in a process."""
    folder = tmp_path_factory.mktemp("softhsm")
    (folder / "tokens").mkdir()
    where = folder / "softhsm2.conf"
    where.write_text(f"directories.tokendir = {folder / 'tokens'}\nobjectstore.backend = file\n")
    before, os.environ["SOFTHSM2_CONF"] = os.environ.get("SOFTHSM2_CONF"), str(where)
    assert TOOL is not None
    made = [
        TOOL,
        "--init-token",
        "--free",
        "--label",
        "gongtu",
        "--pin",
        "1234",
        "--so-pin",
        "5678",
    ]
    subprocess.run(made, check=True, capture_output=True)
    pkcs11.device.cache_clear()
    yield folder
    del os.environ["SOFTHSM2_CONF"]
    if before is not None:
        os.environ["SOFTHSM2_CONF"] = before


@pytest.fixture
def device(token: Path, settings: Any) -> Iterator[Path]:
    settings.GONGTU_KEY_STORE = "pkcs11"
    settings.GONGTU_PKCS11_MODULE, settings.GONGTU_PKCS11_TOKEN = str(LIBRARY), "gongtu"
    settings.GONGTU_PKCS11_PIN = "1234"
    yield token
    _put_away()


@pytest.mark.parametrize("kind", list(KeyKind))
def test_the_database_signs_by_every_kind(kind: KeyKind) -> None:
    assert store_for(kind) == Store.DATABASE
    public, cipher = key_store(Store.DATABASE).make(kind)
    signer = key_store(Store.DATABASE).signer(public, cipher)

    signed = sign(PLAIN, signer, method=f"did:key:{public}#{public}", suite=suite_for(kind))

    assert (signer.kind, signer.public) == (kind, public)
    assert is_signed(signed, public_key(public))


@needs_device
@pytest.mark.parametrize("kind", IN_DEVICE)
def test_a_device_signs_what_anybody_can_check(device: Path, kind: KeyKind) -> None:
    store = key_store(store_for(kind))
    public, cipher = store.make(kind)
    signer = store.signer(public, cipher)

    signed = sign(PLAIN, signer, method=f"did:key:{public}#{public}", suite=suite_for(kind))

    assert (signer.kind, signer.public, cipher) == (kind, public, b"")
    assert is_signed(signed, public_key(public))
    assert not is_signed({**signed, "issuer": "did:example:3"}, public_key(public))


@needs_device
def test_a_key_in_the_device_cannot_be_taken_out(device: Path) -> None:
    here = pkcs11.device()
    public, _cipher = here.make(KeyKind.P256)
    attribute = here.pkcs11.Attribute
    secret = {attribute.CLASS: here.pkcs11.ObjectClass.PRIVATE_KEY, attribute.LABEL: public}
    (key,) = here.session.get_objects(secret)

    assert (key[attribute.SENSITIVE], key[attribute.EXTRACTABLE]) == (True, False)
    with pytest.raises(here.pkcs11.exceptions.PKCS11Error):
        _ = key[attribute.VALUE]


@needs_device
@pytest.mark.django_db
def test_certificates_are_issued_from_the_device_and_rotated_into_it(
    device: Path, factory: int, settings: Any
) -> None:
    settings.GONGTU_KEY_STORE = "database"
    before = _issued(factory, "1")
    settings.GONGTU_KEY_STORE = "pkcs11"
    rotate(factory, by=Clerk(), on=DAY)
    after = _issued(factory, "2")

    rows = IssuerKey.objects.filter(kind=KeyKind.ED25519).order_by("id")
    assert [(row.store, bool(row.cipher)) for row in rows] == [
        ("database", True),
        ("pkcs11", False),
    ]
    for document in (before, after):
        assert verify(document, on=LATER).verdict == Verdict.VALID


@needs_device
@pytest.mark.django_db
def test_a_device_without_sm2_leaves_it_where_it_is_told(
    device: Path, factory: int, settings: Any
) -> None:
    assert identity(factory, on=DAY, kind=KeyKind.SM2).signer.kind == KeyKind.SM2
    settings.GONGTU_KEY_STORE_SM2 = "pkcs11"

    with pytest.raises(Broken, match="makes no keys of SM2"):
        rotate(factory, kind=KeyKind.SM2, by=Clerk(), on=LATER)
    assert IssuerKey.objects.get().store == "database"


@needs_device
def test_a_key_the_device_does_not_hold_is_named(device: Path) -> None:
    public, _cipher = key_store(Store.DATABASE).make(KeyKind.ED25519)

    with pytest.raises(Broken, match=f"holds 0 keys of {public}"):
        pkcs11.device().signer(public, b"")


@needs_device
@pytest.mark.parametrize(
    ("name", "value"), [("GONGTU_PKCS11_PIN", "9999"), ("GONGTU_PKCS11_TOKEN", "another")]
)
def test_a_device_that_does_not_open_says_so(
    device: Path, settings: Any, name: str, value: str
) -> None:
    setattr(settings, name, value)

    with pytest.raises(Broken, match="does not open"):
        pkcs11.device()


@pytest.mark.parametrize(
    ("module", "says"), [("", "names no library"), ("/nowhere/lib.so", "does not open")]
)
def test_a_device_that_is_not_there_says_so(settings: Any, module: str, says: str) -> None:
    settings.GONGTU_PKCS11_MODULE = module

    with pytest.raises(Broken, match=says):
        pkcs11.device()


def test_a_store_nobody_knows_is_refused(settings: Any) -> None:
    settings.GONGTU_KEY_STORE = "drawer"

    with pytest.raises(Broken, match="No key store is called 'drawer'"):
        store_for(KeyKind.ED25519)


def _put_away() -> None:
    """Log out, so that the next test opens the device itself."""
    if pkcs11.device.cache_info().currsize:
        pkcs11.device().session.close()
    pkcs11.device.cache_clear()


def _issued(factory: int, number: str) -> dict[str, Any]:
    choose_proofs(factory, ["eddsa-jcs-2022"], by=Clerk(), on=DAY)
    return issue(
        "skill-certificate", number=number, title="职业技能等级证书", subject={"name": "王建国"},
        issuer_organisation=factory, valid_from=DAY, by=Clerk(), on=DAY,
    ).document  # fmt: skip
