"""A certificate checked on a phone by its printed code, with the network and without (Art. 22)."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from gongtu.engines.credentials.carried import carry
from gongtu.engines.credentials.qr import code
from tests.browser.conftest import Visits
from tests.browser.town import Town
from tests.browser.visitor import Visitor

OFFLINE = "/certificates/offline/"

pytestmark = pytest.mark.browser


def issued(town: Town) -> dict[str, Any]:
    """A credential of the city, about nobody real."""
    return dict(json.loads(town.command("credentials", "issue", "--demo")))


def number_of(credential: dict[str, Any]) -> str:
    return str(credential["credentialSubject"]["certificateNumber"])


def printed(town: Town, credential: dict[str, Any], folder: Path) -> Path:
    """The code as it is printed, photographed."""
    address = f"{town.address}/certificates/{number_of(credential)}/"
    picture = folder / f"{len(list(folder.iterdir()))}.png"
    code(address, credential).save(str(picture), scale=5, border=4)
    return picture


def shows(visitor: Visitor, picture: Path) -> Visitor:
    visitor.page.locator("[data-picture]").set_input_files(picture)
    visitor.page.wait_for_selector("[data-result] .verdict")
    return visitor.settled()


def is_ready(visitor: Visitor) -> None:
    """The page is kept, with what it checks by."""
    visitor.page.wait_for_selector('html[data-verifying="ready"]')
    visitor.page.evaluate("navigator.serviceWorker.ready.then(() => true)")


def test_code_is_checked_in_aeroplane_mode(town: Town, visits: Visits, tmp_path: Path) -> None:
    good, taken = issued(town), issued(town)
    town.command(
        "credentials", "revoke", number_of(taken), "--class", "issued-in-error", "--reason", "演示"
    )
    phone = visits(town, phone=True).to(OFFLINE)
    is_ready(phone)

    phone.page.context.set_offline(True)
    phone.to(OFFLINE).reads("现在没有网络。")

    shows(phone, printed(town, good, tmp_path)).reads("有效", "签名有效，状态截至")
    phone.reads("王建国", number_of(good), "与内容相符（Ed25519 + SM2）")

    shows(phone, printed(town, taken, tmp_path)).reads("已撤销")

    altered = {**good, "credentialSubject": {**good["credentialSubject"], "name": "张三"}}
    shows(phone, printed(town, altered, tmp_path)).is_told("无法判断", "与内容不符，内容已被改动")
    expect(phone.page.locator("[data-result]")).not_to_contain_text("张三")

    spoilt = copy.deepcopy(good)
    spoilt["proof"][1]["proofValue"] = taken["proof"][1]["proofValue"]
    shows(phone, printed(town, spoilt, tmp_path)).is_told("无法判断", "与内容不符，内容已被改动")

    # What a phone's own camera opens is answered by the kept page.
    phone.to(f"/certificates/{number_of(good)}/#{carry(good)}").reads("有效")
