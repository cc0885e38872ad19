import pytest

from tests.api.conftest import ROOT

pytestmark = pytest.mark.django_db
AMOUNT = "c2_skills/skill_upgrade_subsidy:amount"


def test_every_parameter_is_reached_page_by_page(public):
    keys, address = [], f"{ROOT}/parameters?limit=7"
    while address:
        page = public.get(address).json()
        assert len(page["parameters"]) <= 7
        keys += [parameter["key"] for parameter in page["parameters"]]
        address = page["next"]

    assert len(keys) > 7
    assert keys == sorted(set(keys))
    assert AMOUNT in keys


def test_table_of_money_is_decimal_text_with_its_document(public):
    told = public.get(f"{ROOT}/parameters/{AMOUNT}?on=2025-06-01").json()

    assert told["value"]["senior"] == "2000.00"
    assert "40号" in told["document"]
    assert told["history"]


def test_what_nobody_has_decided_is_null_and_says_who_decides(public):
    told = public.get(f"{ROOT}/parameters/{AMOUNT}?on=2026-06-01").json()

    assert (told["value"], told["confidence"]) == (None, "unconfirmed")
    assert told["decides"] == "hrss"


def test_unknown_parameter_is_not_found(public):
    assert public.get(f"{ROOT}/parameters/c2_skills/none:amount").status_code == 404


def test_unchanged_value_is_not_sent_again(public):
    first = public.get(f"{ROOT}/parameters/{AMOUNT}")

    again = public.get(f"{ROOT}/parameters/{AMOUNT}", headers={"If-None-Match": first["ETag"]})

    assert again.status_code == 304
