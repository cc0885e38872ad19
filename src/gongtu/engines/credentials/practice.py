"""With which proofs an organisation's papers go out: as it chose, else as its city, else one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from gongtu.base.errors import Broken
from gongtu.engines.credentials.dataintegrity import sign
from gongtu.engines.credentials.keys import Identity, identity
from gongtu.engines.credentials.models import ProofChoice
from gongtu.engines.credentials.suites import DEFAULT, PROFILES, Document, Profile, Suite
from gongtu.policy.city import active_city


@dataclass(frozen=True, slots=True)
class Practice:
    """The keys that an organisation signs with on a day, each by its suite."""

    hands: tuple[tuple[Identity, Suite], ...]

    @property
    def did(self) -> str:
        return self.hands[0][0].did

    def prove(self, document: Document, *, created: str) -> Document:
        """The document with a proof by each; none of them covers another."""
        for whose, suite in self.hands:
            document = sign(
                document, whose.signer, method=whose.method, suite=suite, created=created
            )
        return document


def practice(organisation: int, *, on: date) -> Practice:
    """How an organisation signs today; keys it has none of are made."""
    return Practice(
        tuple(
            (identity(organisation, on=on, kind=profile.kind), profile.suite)
            for profile in profiles_of(organisation)
        )
    )


def profiles_of(organisation: int) -> tuple[Profile, ...]:
    """The ways to sign, in the order in which the proofs stand.

    Raises:
        Broken: The city names a way that nobody knows here.
    """
    chosen = ProofChoice.objects.filter(organisation=organisation).first()
    names = chosen.profiles.split() if chosen else active_city().proofs or (DEFAULT.name,)
    unknown = [name for name in names if name not in PROFILES]
    if unknown:
        raise Broken(f"No proof is called {', '.join(unknown)}; known: {', '.join(PROFILES)}.")
    return tuple(PROFILES[name] for name in names)
