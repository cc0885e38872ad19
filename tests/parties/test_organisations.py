"""Registering organisations, founding a city, and finding the body that answers."""

from pathlib import Path

import pytest

import gongtu.cities
from gongtu.base.identifiers import WrongUscc
from gongtu.parties import queries, services
from gongtu.parties.capacity import CLOCK
from gongtu.parties.models import Division, Organisation
from gongtu.parties.roles import ENTERPRISE, FEDERATION, FINANCE, HRSS, UNION, WORKER, Role
from gongtu.parties.services.organisations import OrganisationUnfit
from tests.parties.conftest import DAY, WORKS, World


def register(kind: Role = ENTERPRISE, uscc: str = "91440300708461136T") -> Organisation:
    return services.register_organisation(
        name="新公司", kind=kind, division="370202", uscc=uscc, by=CLOCK, on=DAY
    )


def test_enterprise_is_found_by_its_code(world: World) -> None:
    assert queries.find_organisation(uscc=WORKS.lower()) == world.works


def test_code_is_registered_once(world: World) -> None:
    with pytest.raises(services.OrganisationKnown, match=f"{WORKS}已有登记"):
        register(uscc=WORKS)


def test_wrong_code_is_told(world: World) -> None:
    with pytest.raises(WrongUscc, match="末位校验码应为“T”"):
        register(uscc="91440300708461136A")


def test_enterprise_needs_a_code(world: World) -> None:
    with pytest.raises(OrganisationUnfit, match="请填写统一社会信用代码"):
        register(uscc="")


def test_worker_is_no_organisation(world: World) -> None:
    with pytest.raises(OrganisationUnfit, match="单位不能登记为“产业工人”"):
        register(kind=WORKER)


def test_union_names_its_enterprise(world: World) -> None:
    with pytest.raises(OrganisationUnfit, match="基层工会应当写明所在单位"):
        register(kind=UNION, uscc="")


def test_union_is_found_from_its_enterprise(world: World) -> None:
    assert queries.union_of(world.works) == world.union
    assert queries.union_of(world.other_works) is None


def test_dissolved_organisation_is_not_searched(world: World) -> None:
    services.dissolve(world.works, by=CLOCK, on=DAY)

    assert list(queries.search_organisations("公司", ENTERPRISE)) == [world.other_works]


def test_organisation_is_dissolved_once(world: World) -> None:
    services.dissolve(world.works, by=CLOCK, on=DAY)

    with pytest.raises(services.AlreadyDissolved):
        services.dissolve(world.works, by=CLOCK, on=DAY)


@pytest.mark.parametrize(
    ("role", "division", "level", "name"),
    [
        (HRSS, "370202", "district", "南区人社局"),
        (HRSS, "370203", "district", "北区人社局"),
        (HRSS, "370203", "city", "市人社局"),
        (HRSS, "370200", "city", "市人社局"),
        (HRSS, "370200", "district", "市人社局"),
        (FEDERATION, "370202", "city", "市总工会"),
    ],
)
def test_body_answers_for_a_division(
    world: World, role: Role, division: str, level: str, name: str
) -> None:
    assert queries.body_for(role, division, level).name == name


@pytest.mark.parametrize(
    ("role", "division"), [(FEDERATION, "370202"), (FINANCE, "370202"), (HRSS, "999999")]
)
def test_missing_body_is_refused(world: World, role: Role, division: str) -> None:
    with pytest.raises(queries.BodyUnknown, match=f"没有登记负责区划“{division}”的{role.label}"):
        queries.body_for(role, division, "district")


def test_city_contains_its_districts(world: World) -> None:
    assert queries.divisions_under("370200") == {"370200", "370202", "370203"}
    assert queries.divisions_under("370202") == {"370202"}
    assert queries.list_parents("370202") == ["370202", "370200"]


@pytest.mark.django_db
def test_founding_a_city_twice_changes_nothing() -> None:
    from gongtu.policy.city import City

    city = City.load(Path(gongtu.cities.__path__[0]) / "qingdao")

    first = services.found_city(city, on=DAY)
    second = services.found_city(city, on=DAY)

    assert Division.objects.count() == 11
    assert len(first) == Organisation.objects.count() > 100
    assert second == []
    assert queries.body_for(HRSS, "370202", "district").parent.kind == "government"


def test_organisation_is_renamed_on_a_document(world: World) -> None:
    services.rename_organisation(
        world.works, " 甲集团公司 ", told="变更登记通知书", by=CLOCK, on=DAY
    )

    assert queries.get_organisation(world.works.pk).name == "甲集团公司"


@pytest.mark.parametrize(("name", "told"), [("", "通知书"), ("甲公司二", " ")])
def test_renaming_needs_a_name_and_a_document(world: World, name: str, told: str) -> None:
    with pytest.raises(OrganisationUnfit):
        services.rename_organisation(world.works, name, told=told, by=CLOCK, on=DAY)
