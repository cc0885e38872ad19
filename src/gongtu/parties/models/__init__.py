"""Tables of the parties: shape and constraints only; `services` writes, `queries` reads."""

from gongtu.parties.models.accounts import Account
from gongtu.parties.models.authority import Consent, Delegation, Office
from gongtu.parties.models.imports import RosterImport
from gongtu.parties.models.persons import Membership, Person
from gongtu.parties.models.places import Division, Organisation
from gongtu.parties.models.standing import OrganisationStanding

__all__ = [
    "Account",
    "Consent",
    "Delegation",
    "Division",
    "Membership",
    "Office",
    "Organisation",
    "OrganisationStanding",
    "Person",
    "RosterImport",
]
