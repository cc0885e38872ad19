"""What an enterprise planned, read by its own systems."""

from gongtu.parties.models import Membership
from gongtu.registers.careers.services import (
    adopt_usual_lattice,
    adopt_usual_plan,
    adopt_usual_treatment,
)
from tests.api.conftest import ROOT
from tests.cast import DAY, FITTER
from tests.factories import careers
from tests.factories.skills import certificate

PLAN = f"{ROOT}/me/staff-plan"


def test_enterprise_reads_its_plan_against_the_roster_and_nobody_elses(cast):
    assert cast.client(cast.clerk).get(PLAN).json() is None
    Membership.objects.filter(kind="employment").update(occupation=FITTER)
    adopt_usual_plan(cast.bodies["works"].pk, by=cast.clerk, on=DAY)

    told = cast.client(cast.clerk).get(PLAN).json()

    assert (told["version"], told["years"]) == (1, [2027, 2028, 2029])
    (line,) = told["lines"]
    assert (line["grade"], line["missing"], line["leaving"]) == ("junior", [2, 2, 2], [0, 0, 0])
    assert line["recognised"] == []
    assert cast.client(cast.other_clerk).get(PLAN).json() is None
    assert cast.client(cast.wang).get(PLAN).status_code == 403


def test_staff_reads_the_channels_and_where_they_stand(cast):
    lattice = f"{ROOT}/me/career-lattice"
    assert cast.client(cast.wang).get(lattice).json() is None
    adopt_usual_lattice(cast.bodies["works"].pk, by=cast.clerk, on=DAY)

    told = cast.client(cast.wang).get(lattice).json()
    assert (told["here"], told["onward"]) == ("学徒工岗", ["初级工岗"])
    assert cast.client(cast.clerk).get(lattice).json() == {**told, "here": None, "onward": []}
    assert cast.client(cast.other_clerk).get(lattice).json() is None
    assert cast.client(cast.stranger).get(lattice).status_code == 403


def test_both_sides_of_a_guide_read_it_and_nobody_else(cast):
    guides = f"{ROOT}/me/career-guides"
    careers.guide(cast)

    (told,) = cast.client(cast.wang).get(guides).json()
    assert (told["state"], told["goal"]) == ("proposed", "grade-technician")
    assert cast.client(cast.clerk).get(guides).json() == [told]
    assert cast.client(cast.other_clerk).get(guides).json() == []
    assert cast.client(cast.li).get(guides).json() == []
    assert cast.client(cast.liu).get(guides).status_code == 403


def test_staff_reads_its_own_row_and_enterprise_and_union_the_findings(cast):
    treatment = f"{ROOT}/me/equal-treatment"
    assert cast.client(cast.clerk).get(treatment).json() is None
    assert cast.client(cast.wang).get(treatment).json() is None
    adopt_usual_treatment(cast.bodies["works"].pk, by=cast.clerk, on=DAY)
    certificate(cast, grade="technician")

    own = cast.client(cast.wang).get(treatment).json()
    assert (own["grade"], own["findings"], own["left_out"]) == ("technician", [], [])
    assert {one["title"] for one in own["rows"]} == {"intermediate"}
    told = cast.client(cast.clerk).get(treatment).json()
    assert {one["accord"] for one in told["findings"]} == {"unknown"}
    assert cast.client(cast.union).get(treatment).json() == told
    assert cast.client(cast.other_clerk).get(treatment).json() is None
    assert cast.client(cast.stranger).get(treatment).status_code == 403
    assert cast.client(cast.federation).get(treatment).status_code == 403
