"""What others read of careers in enterprises."""

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
    "LATTICES_PUBLISHED",
    "PLANS_PUBLISHED",
    "WORKERS_GUIDED",
    "Gap",
    "Member",
    "Onward",
    "Standing",
    "agreed_version",
    "count_leaving",
    "due_for_review",
    "find_guide",
    "find_lattice",
    "find_plan",
    "gaps_of",
    "guides_at",
    "guides_of",
    "latest_lattice",
    "latest_plan",
    "latest_version",
    "lattice_of",
    "lines_of",
    "list_lattices",
    "list_plans",
    "places_of",
    "staff_of",
    "standing_in",
    "state_of",
    "usual_lines",
]
