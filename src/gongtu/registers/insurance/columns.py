"""Insurance over the whole city: the latest report of each person that was known on the day."""

from datetime import date
from uuid import UUID

import numpy as np

from gongtu.engines.entitlement.city.columns import NOBODY
from gongtu.engines.entitlement.city.suppliers import Columns, supply
from gongtu.engines.entitlement.snapshot.frames import Registers
from gongtu.engines.entitlement.snapshot.rows import scattered
from gongtu.engines.entitlement.snapshot.runs import NONE
from gongtu.parties.columns import PERSON
from gongtu.records.changes.sources import Source
from gongtu.registers.insurance.facts import Insurance
from gongtu.registers.insurance.models import InsuranceKind

MONTHS = Source(
    "insurance",
    table="insurance_insurancemonths",
    columns={"id": int, "person_id": UUID, "kind": str, "months": int, "as_of": date},
    owner="person_id",
)


def paid(registers: Registers) -> Columns:
    """Months of unemployment insurance, of each person."""
    rows = registers.rows(MONTHS)
    as_of = rows.whole("as_of")
    told = rows.equals("kind", InsuranceKind.UNEMPLOYMENT) & (as_of <= registers.day)
    latest = rows.runs.latest(as_of, told)
    persons = registers.rows(PERSON)
    person = np.where(latest == NONE, NOBODY, rows.owners_in(persons))
    return {"unemployment_months": scattered(rows.whole("months")[latest], person, persons.size)}


supply(Insurance, paid, reads=[MONTHS, PERSON])
