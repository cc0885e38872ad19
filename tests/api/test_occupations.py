"""Occupations by API: found by anybody, each with its ladder; what was added since."""

from gongtu.policy.city import active_city
from gongtu.registers.ladder import services as ladder
from gongtu.registers.ladder.models import AddedOccupation
from gongtu.registers.skills import services as skills
from tests.api.conftest import ROOT
from tests.api.test_ladder import worded
from tests.cast import FITTER


def test_anybody_finds_occupations_by_a_part_of_name_or_code_or_by_a_mark(client, db):
    skills.load_classification(active_city())
    address = f"{ROOT}/occupations"

    first = client.get(address, {"q": "焊", "limit": 2}).json()
    by_code = client.get(address, {"q": "18-02-04"}).json()["occupations"]
    green = client.get(address, {"mark": "green", "limit": 100}).json()["occupations"]

    assert [one["code"] for one in by_code] == ["6-18-02-04"]
    assert by_code[0]["minor"] == "机械热加工人员"
    assert all("焊" in one["name"] for one in first["occupations"])
    following = client.get(first["next"]).json()["occupations"]
    assert following[0]["code"] > first["occupations"][-1]["code"]
    assert all(one["green"] for one in green)
    assert client.get(address, {"mark": "red"}).status_code == 422


def test_what_each_edition_says_of_an_occupation(client, db, tmp_path):
    for edition, name in {"2022": "焊工", "2030": "焊接工"}.items():
        path = tmp_path / "classification.csv"
        path.write_text(f"code,name_zh\n6-18-02-04,{name}\n", "utf8")
        skills.load_occupations(path, edition=edition)

    told = client.get(f"{ROOT}/occupations/6-18-02-04").json()

    assert (told["name"], told["edition"], told["current"]) == ("焊接工", "2030", True)
    assert [(one["edition"], one["name"]) for one in told["versions"]] == [
        ("2030", "焊接工"), ("2022", "焊工"),
    ]  # fmt: skip


def test_what_was_added_since_says_whether_it_is_published(client, db):
    ladder.load_added(active_city().added_occupations_path)
    address = f"{ROOT}/added-occupations"

    every, found = client.get(address).json(), client.get(address, {"q": "网络主播"}).json()

    assert len(every) == AddedOccupation.objects.count()
    assert [(one["code"], one["published"]) for one in found] == [("", True)]


def test_anybody_reads_the_ladder_of_an_occupation_in_its_wording(client, cast):
    worded("2018")

    told = client.get(f"{ROOT}/occupations/{FITTER}").json()

    assert told["wording"]["wording"] == "2018"
    technician = next(rung for rung in told["ladder"] if rung["grade"] == "technician")
    assert {option["wording"] for option in technician["options"]} == {"2018"}
    first = technician["options"][0]
    (years,) = [number for asked in first["conditions"] for number in asked["numbers"]]
    assert (first["rule"], years["value"], years["confidence"]) == (
        "ladder-2018-technician-1", 4, "high",
    )  # fmt: skip


def test_unconfirmed_wording_lists_both(client, cast):
    told = client.get(f"{ROOT}/occupations/{FITTER}").json()

    assert told["wording"] is None
    options = [option for rung in told["ladder"] for option in rung["options"]]
    assert {option["wording"] for option in options} == {"2018", "2023"}


def test_unknown_occupation_is_not_there(client, db):
    assert client.get(f"{ROOT}/occupations/0-00").status_code == 404
