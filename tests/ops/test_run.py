"""Starting the platform."""

import os
import socket
import subprocess
import sys

import pytest
from pytest_django.fixtures import Settings

from gongtu.engines.credentials.dids import did_of
from gongtu.ops.commands.run import PortTaken, lead_links_to, refuse_if_taken
from gongtu.records.addresses import address_of


def gongtu(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "gongtu.ops.cli", *words],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_taken_port_is_named_with_a_way_out():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]

        with pytest.raises(PortTaken, match=rf"PORT={port + 1}"):
            refuse_if_taken("127.0.0.1", port)


def test_links_of_a_demo_lead_to_its_port_and_issuers_keep_their_names(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.GONGTU_BASE_URL, settings.GONGTU_LINK_URL = "http://127.0.0.1:8000", ""
    monkeypatch.setenv("GONGTU_LINK_URL", "")

    lead_links_to(8123)

    assert address_of("/shared/x/") == "http://127.0.0.1:8123/shared/x/"
    assert os.environ["GONGTU_LINK_URL"] == "http://127.0.0.1:8123"
    assert did_of(7) == "did:web:127.0.0.1%3A8000:issuers:7"


def test_an_address_that_was_given_is_kept(settings: Settings) -> None:
    settings.GONGTU_BASE_URL, settings.GONGTU_LINK_URL = "https://city.example", ""

    lead_links_to(8123)

    assert address_of("/shared/x/") == "https://city.example/shared/x/"


def test_unknown_city_is_refused_at_start_without_a_traceback(tmp_path):
    started = gongtu("where", "16", GONGTU_CITY="atlantis", GONGTU_DATA_DIR=str(tmp_path))

    assert started.returncode == 1
    assert started.stderr.startswith("gongtu: There is no city 'atlantis'")
    assert "Traceback" not in started.stderr


def test_broken_city_file_is_named_with_its_line(tmp_path):
    (tmp_path / "city.yaml").write_text("name: 某市\nkey: [\n", "utf8")

    started = gongtu("where", "16", GONGTU_CITY=str(tmp_path), GONGTU_DATA_DIR=str(tmp_path))

    assert started.returncode == 1
    assert "Traceback" not in started.stderr
    assert str(tmp_path) in started.stderr


@pytest.mark.parametrize("name", ["GONGTU_SECRET_KEY", "GONGTU_FIELD_KEY"])
def test_service_needs_keys_of_its_own(name, tmp_path):
    keys = {"GONGTU_SECRET_KEY": "s" * 50, "GONGTU_FIELD_KEY": "f" * 50, name: "short"}

    started = gongtu(
        "where",
        "16",
        DJANGO_SETTINGS_MODULE="gongtu.ops.settings.prod",
        GONGTU_DATA_DIR=str(tmp_path),
        **keys,
    )

    assert started.returncode == 1
    assert started.stderr.startswith(f"gongtu: {name}")


def test_service_opens_no_door_to_sign_without_being_known(tmp_path):
    started = gongtu(
        "where",
        "16",
        DJANGO_SETTINGS_MODULE="gongtu.ops.settings.prod",
        GONGTU_DATA_DIR=str(tmp_path),
        GONGTU_SECRET_KEY="s" * 50,
        GONGTU_FIELD_KEY="f" * 50,
        GONGTU_OPEN_VC_API="true",
    )

    assert started.returncode == 1
    assert started.stderr.startswith("gongtu: GONGTU_OPEN_VC_API")
