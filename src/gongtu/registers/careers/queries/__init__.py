"""What others read of careers in enterprises."""

from gongtu.registers.careers.queries.accords import Check, Finding, check_treatment
from gongtu.registers.careers.queries.equal_treatment import (
    EMPLOYERS_OF_SKILLED,
    EMPLOYERS_TREATING,
    OwnTreatment,
    equals_of,
    own_treatment,
)
from gongtu.registers.careers.queries.gaps import Gap, gaps_of, lines_of, usual_lines
from gongtu.registers.careers.queries.guides import (
    WORKERS_GUIDED,
    agreed_version,
    due_for_review,
    guides_at,
    guides_of,
    latest_version,
    state_of,
)
from gongtu.registers.careers.queries.lattices import (
    Onward,
    Standing,
    lattice_of,
    standing_in,
)
from gongtu.registers.careers.queries.staff import (
    BANDS,
    PENSION_AGE,
    Member,
    count_leaving,
    places_of,
    staff_of,
)
from gongtu.registers.careers.queries.versions import (
    LATTICES,
    LATTICES_PUBLISHED,
    PLANS,
    PLANS_PUBLISHED,
    TREATMENTS,
    Versions,
)

__all__ = [
    "BANDS",
    "EMPLOYERS_OF_SKILLED",
    "EMPLOYERS_TREATING",
    "LATTICES",
    "LATTICES_PUBLISHED",
    "PENSION_AGE",
    "PLANS",
    "PLANS_PUBLISHED",
    "TREATMENTS",
    "WORKERS_GUIDED",
    "Check",
    "Finding",
    "Gap",
    "Member",
    "Onward",
    "OwnTreatment",
    "Standing",
    "Versions",
    "agreed_version",
    "check_treatment",
    "count_leaving",
    "due_for_review",
    "equals_of",
    "gaps_of",
    "guides_at",
    "guides_of",
    "latest_version",
    "lattice_of",
    "lines_of",
    "own_treatment",
    "places_of",
    "staff_of",
    "standing_in",
    "state_of",
    "usual_lines",
]
