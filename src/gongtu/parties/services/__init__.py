"""Writes of the parties: one function for each thing that happens, with its refusals beside it."""

from gongtu.parties.services.accounts import (
    AccountTaken,
    IdentityUnproved,
    change_phone,
    let_sign_in,
    open_account,
    prove_identity,
)
from gongtu.parties.services.authority import (
    DelegationUnfit,
    OfficeTaken,
    delegate,
    end_delegation,
    end_office,
    grant_office,
)
from gongtu.parties.services.consents import (
    ConsentUnfit,
    give_consent,
    withdraw_consent,
)
from gongtu.parties.services.deaths import DeathUnfit, NoDeath, record_death, take_back_death
from gongtu.parties.services.erasure import NotYetErasable, erase_person
from gongtu.parties.services.founding import found_city
from gongtu.parties.services.organisations import (
    AlreadyDissolved,
    OrganisationKnown,
    dissolve,
    register_organisation,
    rename_organisation,
)
from gongtu.parties.services.persons import (
    AlreadyEmployed,
    PersonKnown,
    correct_employment,
    employ,
    end_membership,
    hold,
    join_union,
    register_person,
)
from gongtu.parties.services.renewal import renew_ciphers, renew_column
from gongtu.parties.services.standings import Standing, StandingUnfit, record_standing

__all__ = [
    "AccountTaken",
    "AlreadyDissolved",
    "AlreadyEmployed",
    "ConsentUnfit",
    "DeathUnfit",
    "DelegationUnfit",
    "IdentityUnproved",
    "NoDeath",
    "NotYetErasable",
    "OfficeTaken",
    "OrganisationKnown",
    "PersonKnown",
    "Standing",
    "StandingUnfit",
    "change_phone",
    "correct_employment",
    "delegate",
    "dissolve",
    "employ",
    "end_delegation",
    "end_membership",
    "end_office",
    "erase_person",
    "found_city",
    "give_consent",
    "grant_office",
    "hold",
    "join_union",
    "let_sign_in",
    "open_account",
    "prove_identity",
    "record_death",
    "record_standing",
    "register_organisation",
    "register_person",
    "rename_organisation",
    "renew_ciphers",
    "renew_column",
    "take_back_death",
    "withdraw_consent",
]
