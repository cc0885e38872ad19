"""What the account page shows beside the capacities: consents in words, and ways of signing in."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.utils.translation import get_language

from gongtu.parties import queries
from gongtu.parties.models import Account, Consent
from gongtu.parties.purposes import Purpose, get_purpose


@dataclass(frozen=True, slots=True)
class ConsentLine:
    """A consent with its words and the organisation it is meant for."""

    consent: Consent
    words: str
    organisation: str


@dataclass(frozen=True, slots=True)
class Factors:
    """How the account may be opened."""

    emails: list[str]
    has_totp: bool
    passkeys: int


def consents_of(person: UUID) -> list[ConsentLine]:
    """Every consent the person ever gave, the newest first."""
    consents = list(queries.list_consents(person))
    scopes = {_organisation_in(consent.scope) for consent in consents if consent.scope}
    names = queries.names_of_organisations(scopes)
    return [
        ConsentLine(
            consent,
            purpose_in_words(get_purpose(consent.purpose)),
            names.get(_organisation_in(consent.scope), "") if consent.scope else "",
        )
        for consent in consents
    ]


def second_factors_of(account: Account) -> Factors:
    """Confirmed mail addresses, TOTP and passkeys."""
    kinds = list(Authenticator.objects.filter(user=account).values_list("type", flat=True))
    emails = EmailAddress.objects.filter(user=account).order_by("email")
    return Factors(
        list(emails.values_list("email", flat=True)),
        Authenticator.Type.TOTP in kinds,
        kinds.count(Authenticator.Type.WEBAUTHN),
    )


def purpose_in_words(purpose: Purpose) -> str:
    """Title and cover of a purpose in the reader's language."""
    if get_language() == "en":
        return f"{purpose.title_en}: {purpose.covers_en}"
    return f"{purpose.title}：{purpose.covers}"


def _organisation_in(scope: str) -> int:
    return int(scope.partition(":")[2])
