"""What others read of careers in enterprises."""

from gongtu.registers.careers.queries.accords import Check, Finding, check_treatment
from gongtu.registers.careers.queries.equal_treatment import (
    EMPLOYERS_OF_SKILLED,
    EMPLOYERS_TREATING,
    OwnTreatment,
    equals_of,
    find_treatment,
    latest_treatment,
    list_treatments,
    own_treatment,
)
from gongtu.registers.careers.queries.gaps import Gap, gaps_of, lines_of, usual_lines
from gongtu.registers.careers.queries.guides import (
    WORKERS_GUIDED,
    agreed_version,
    due_for_review,
    find_guide,
    guides_at,
    guides_of,
    latest_version,
    state_of,
)
from gongtu.registers.careers.queries.lattices import (
    LATTICES_PUBLISHED,
    Onward,
    Standing,
    find_lattice,
    latest_lattice,
    lattice_of,
    list_lattices,
    standing_in,
)
from gongtu.registers.careers.queries.plans import (
    PLANS_PUBLISHED,
    find_plan,
    latest_plan,
    list_plans,
)
from gongtu.registers.careers.queries.staff import BANDS, Member, count_leaving, places_of, staff_of

__all__ = [
    "BANDS",
    "EMPLOYERS_OF_SKILLED",
    "EMPLOYERS_TREATING",
    "LATTICES_PUBLISHED",
    "PLANS_PUBLISHED",
    "WORKERS_GUIDED",
    "Check",
    "Finding",
    "Gap",
    "Member",
    "Onward",
    "OwnTreatment",
    "Standing",
    "agreed_version",
    "check_treatment",
    "count_leaving",
    "due_for_review",
    "equals_of",
    "find_guide",
    "find_lattice",
    "find_plan",
    "find_treatment",
    "gaps_of",
    "guides_at",
    "guides_of",
    "latest_lattice",
    "latest_plan",
    "latest_treatment",
    "latest_version",
    "lattice_of",
    "lines_of",
    "list_lattices",
    "list_plans",
    "list_treatments",
    "own_treatment",
    "places_of",
    "staff_of",
    "standing_in",
    "state_of",
    "usual_lines",
]
