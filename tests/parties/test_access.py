"""Who may see and do what: the whole matrix, written down."""

import pytest

from gongtu.parties import access, queries, services
from gongtu.parties.access import NotEntitled
from gongtu.parties.capacity import CLOCK, PUBLIC, Capacity
from gongtu.parties.models import Person
from gongtu.parties.roles import DEPARTMENT, ENTERPRISE, FEDERATION, FINANCE, HRSS, UNION
from gongtu.records.journal.queries import entries_about_person, list_chain
from tests.parties.conftest import DAY, WANG, World

ACTS = (
    "see-person", "see-id-number", "see-access-log", "erase-person",
    "see-employees", "import-roster", "grant-office", "search-persons", "enter-papers",
)  # fmt: skip
ABOUT_PERSONS = ("see-person", "see-id-number", "see-access-log", "erase-person")
# About 王师傅, a worker of 甲公司 in the south, and about 甲公司: yes for each act in order.
MATRIX = {
    "public": "---------",
    "clock": "---------",
    "himself": "yyyy-----",
    "another worker": "---------",
    "his employer": "y---yyyyy",
    "another employer": "-------y-",
    "his union": "y------y-",
    "city hrss": "yy-yyyyy-",
    "south hrss": "yy-yyyyy-",
    "north hrss": "-------y-",
    "city federation": "y------y-",
    "finance": "---------",
    "department": "---------",
}


@pytest.fixture
def hands(world: World) -> dict[str, Capacity]:
    """Everybody of the matrix, by the name they have there."""
    services.employ(world.wang, world.works, by=CLOCK, on=DAY)
    services.join_union(world.wang, world.union, by=CLOCK, on=DAY)
    officer = world.officer
    return {
        "public": PUBLIC,
        "clock": CLOCK,
        "himself": world.as_self(world.wang),
        "another worker": world.as_self(world.li),
        "his employer": officer(world.zhao, world.works, ENTERPRISE),
        "another employer": officer(world.zhao, world.other_works, ENTERPRISE),
        "his union": officer(world.zhao, world.union, UNION),
        "city hrss": officer(world.liu, world.hrss, HRSS),
        "south hrss": officer(world.liu, world.hrss_south, HRSS),
        "north hrss": officer(world.liu, world.hrss_north, HRSS),
        "city federation": officer(world.liu, world.federation, FEDERATION),
        "finance": officer(world.stranger, world.hrss, FINANCE),
        "department": officer(world.stranger, world.hrss, DEPARTMENT),
    }


def test_matrix_holds(world: World, hands: dict[str, Capacity]) -> None:
    found = {}
    for name, capacity in hands.items():
        things = [world.wang if act in ABOUT_PERSONS else world.works for act in ACTS]
        marks = zip(ACTS, things, strict=True)
        found[name] = "".join(
            "y" if access.may(capacity, act, thing, on=DAY) else "-" for act, thing in marks
        )

    assert found == MATRIX


def test_lists_and_single_files_agree(world: World, hands: dict[str, Capacity]) -> None:
    for name, capacity in hands.items():
        visible = Person.objects.filter(access.persons_visible_to(capacity, DAY))
        everybody = Person.objects.all()
        one_by_one = {p for p in everybody if access.may(capacity, "see-person", p, on=DAY)}

        assert set(visible) == one_by_one, name


def test_helper_sees_the_file_but_not_the_number(world: World) -> None:
    services.give_consent(
        world.wang, "helper-files-for-me", scope=queries.scope_of(world.union.pk),
        evidence="签名", by=world.as_self(world.wang), on=DAY,
    )  # fmt: skip
    world.officer(world.zhao, world.union, UNION)
    helping = queries.get_capacity(world.account(world.zhao), f"helper:{world.wang.pk}", DAY)

    assert access.may(helping, "see-person", world.wang, on=DAY)
    assert not access.may(helping, "see-id-number", world.wang, on=DAY)
    assert not access.may(helping, "see-access-log", world.wang, on=DAY)


def test_view_by_an_officer_is_journaled(world: World, hands: dict[str, Capacity]) -> None:
    access.view_person(world.wang, by=hands["city hrss"], on=DAY)

    entry = list_chain(f"person:{world.wang.pk}").last()
    assert entry is not None
    assert (entry.kind, entry.actor_organisation) == ("viewed", world.hrss.pk)


def test_own_view_is_not_journaled(world: World, hands: dict[str, Capacity]) -> None:
    before = entries_about_person(world.wang.pk).count()

    access.view_person(world.wang, by=hands["himself"], on=DAY)

    assert entries_about_person(world.wang.pk).count() == before


def test_every_reading_of_the_number_is_journaled(world: World, hands: dict[str, Capacity]) -> None:
    assert access.view_id_number(world.wang, by=hands["south hrss"], on=DAY) == WANG

    entry = list_chain(f"person:{world.wang.pk}").last()
    assert entry is not None
    assert (entry.kind, entry.what) == ("viewed", {"part": "id-number"})


def test_refusal_is_journaled(world: World, hands: dict[str, Capacity]) -> None:
    with pytest.raises(NotEntitled, match="您当前的身份不能查看或者办理这一项"):
        access.view_person(world.wang, by=hands["north hrss"], on=DAY)

    entry = list_chain(f"person:{world.wang.pk}").last()
    assert entry is not None
    assert (entry.kind, entry.what) == ("refused", {"act": "see-person"})


def test_search_stays_inside_what_one_may_see(world: World, hands: dict[str, Capacity]) -> None:
    def found(name: str, text: str) -> list[Person]:
        visible = access.persons_visible_to(hands[name], DAY)
        return list(queries.search_persons(text, visible))

    assert found("his employer", "王") == [world.wang]
    assert found("his employer", "李") == []
    assert found("south hrss", WANG.lower()) == [world.wang]
    assert found("north hrss", WANG) == []
    assert found("public", "王") == []
