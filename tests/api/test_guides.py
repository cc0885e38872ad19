import pytest
from jsonschema import Draft202012Validator

from tests.api.conftest import FINDING, ROOT


def test_every_guide_of_the_list_can_be_read(public, db, settings):
    settings.GONGTU_BASE_URL = "https://gongtu.example.org"
    guides = public.get(f"{ROOT}/guides").json()

    assert {guide["key"] for guide in guides} >= {"skill-upgrade-subsidy", "union-supervision"}
    for guide in guides:
        assert guide["address"] == f"https://gongtu.example.org{ROOT}/guides/{guide['key']}"
        assert public.get(f"{ROOT}/guides/{guide['key']}").status_code == 200


def test_absolute_addresses_honour_a_trusted_proxy(public, settings):
    settings.GONGTU_TRUSTED_PROXY = settings.USE_X_FORWARDED_HOST = True
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    behind = {"X-Forwarded-Host": "city.example.org", "X-Forwarded-Proto": "https"}

    guide = public.get(f"{ROOT}/guides", headers=behind).json()[0]

    assert guide["address"].startswith("https://city.example.org/api/v1/guides/")


@pytest.mark.parametrize(
    ("lang", "title"), [("zh", "技能提升补贴申领"), ("en", "Claim of the skill upgrade subsidy")]
)
def test_guide_speaks_both_languages(public, db, lang, title):
    told = public.get(f"{ROOT}/guides/skill-upgrade-subsidy?lang={lang}").json()

    assert told["title"].casefold() == title.casefold()
    assert told["terms"]


def test_form_is_a_json_schema_that_the_answers_fit(public):
    response = public.get(f"{ROOT}/guides/union-supervision/schema")

    assert response["Content-Type"] == "application/schema+json"
    Draft202012Validator(response.json()).validate(FINDING)


def test_diagram_is_mermaid_text(public):
    response = public.get(f"{ROOT}/guides/union-supervision/diagram")

    assert response.content.decode().startswith("stateDiagram-v2")


def test_unknown_guide_says_so(public):
    response = public.get(f"{ROOT}/guides/nothing")

    assert response.status_code == 404
    assert response.json()["type"] == "urn:gongtu:problem:procedure-unknown"
    assert response.json()["reasons"] == ["没有名为“nothing”的办事程序。"]
