"""The page that checks by the code on paper: what it is told, and what a device keeps."""

import json
import re

from django.test import Client
from django.urls import reverse

from gongtu.engines.credentials.choices import Verdict
from gongtu.engines.credentials.genuine import STEPS
from gongtu.web.public.offline_page import MODULES
from tests.architecture.source import PACKAGE

ADDRESS = reverse("public:check_offline")
STATIC = PACKAGE / "web" / "static"
SAYS = re.compile(
    r'"((?:code|json|structure|contexts|inclusion|paper|key|signature|validity|authority|status|decision|material|camera|as-of)\.[a-z-]+)"'
)


def told(page: str) -> dict:
    found = re.search(r'<script id="verify-told" type="application/json">(.*?)</script>', page)
    return json.loads(found[1])


def test_page_explains_itself_without_scripts_and_leads_to_number_and_name(db: None) -> None:
    page = Client().get(ADDRESS).content.decode()

    explained = page.split("<noscript>")[1].split("</noscript>")[0]
    assert reverse("public:check_certificate") in explained


def test_page_has_words_for_every_verdict_and_step(db: None) -> None:
    words = told(Client().get(ADDRESS).content.decode())

    assert set(words["verdicts"]) == set(Verdict.values)
    assert words["verdicts"]["revoked"]["label"] == Verdict.REVOKED.label
    # Codes carry no presentations, which are shown to somebody.
    assert words["steps"].items() == STEPS.items() - {("binding", STEPS["binding"])}


def test_page_has_words_for_all_that_its_scripts_may_say(db: None) -> None:
    scripts = "".join(each.read_text("utf8") for each in (STATIC / "js" / "verify").glob("*.js"))

    said = set(SAYS.findall(scripts))

    assert said <= set(told(Client().get(ADDRESS).content.decode())["says"])


def test_page_reads_each_kind_of_paper_by_its_own_form(db: None) -> None:
    words = told(Client().get(ADDRESS).content.decode())

    post, ability = (
        words["kinds"][key] for key in ("technician-appointment", "special-ability-certificate")
    )
    assert ["聘任岗位", "appointedAsName"] in post["fields"]
    assert post["verdicts"]["valid"]["label"] == "在聘"
    assert ["专项职业能力", "abilityName"] in ability["fields"]
    assert words["usual"] in words["kinds"]


def test_no_register_at_hand_is_not_called_a_right_to_issue(db: None) -> None:
    words = told(Client().get(ADDRESS).content.decode())

    assert "发证单位当日有资格" in words["verdicts"]["valid"]["says"]
    assert "没有登记可查" in words["unentitled"]["says"]


def test_worker_keeps_the_page_and_every_part_of_it(db: None) -> None:
    answer = Client().get(reverse("offline_worker"))

    script = answer.content.decode()
    assert answer["Content-Type"] == "text/javascript"
    assert ADDRESS in script
    assert all(path in script for path in MODULES.values())


def test_parts_are_named_as_they_call_one_another() -> None:
    for path in (STATIC / "js" / "verify").glob("*.js"):
        called = set(re.findall(r'from "([^"]+)"', path.read_text("utf8")))
        assert called <= set(MODULES), path.name


def test_manifest_makes_it_an_app(db: None) -> None:
    told = Client().get(reverse("offline_manifest")).json()

    assert told["start_url"] == ADDRESS
    assert ADDRESS.startswith(told["scope"])
