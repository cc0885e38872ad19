"""What a snapshot of the registers keeps of the parties: no name, no number, no phone."""

from datetime import date
from uuid import UUID

from gongtu.records.changes.sources import Source

PERSON = Source(
    "person",
    table="parties_person",
    columns={"id": UUID, "sex": str, "birth": date, "division_id": str},
)
ORGANISATION = Source(
    "organisation",
    table="parties_organisation",
    columns={
        "id": int,
        "name": str,
        "kind": str,
        "division_id": str,
        "industry": str,
        "headcount": int,
        "state_owned": bool,
        "parent_id": int,
        "registered_on": date,
        "dissolved_on": date,
    },
)
STANDING = Source(
    "standing",
    table="parties_organisationstanding",
    columns={
        "id": int,
        "organisation_id": int,
        "since": date,
        "headcount": int,
        "state_owned": bool,
        "size": str,
    },
    owner="organisation_id",
)
MEMBERSHIP = Source(
    "membership",
    table="parties_membership",
    columns={
        "id": int,
        "person_id": UUID,
        "organisation_id": int,
        "kind": str,
        "since": date,
        "until": date,
    },
    owner="person_id",
)
