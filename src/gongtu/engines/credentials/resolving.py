"""The key that a proof names: by itself, by our own table, or as its owner published it."""

from gongtu.engines.credentials.dids import ASSERTION, Resolved, organisation_of
from gongtu.engines.credentials.elsewhere import published_key
from gongtu.engines.credentials.queries import find_key


def resolve(method: str) -> Resolved | None:
    """A `did:key` by itself, ours from the table, a `did:web` of somebody else as it was fetched.

    Nobody is asked.

    Raises:
        KeyUnknown: Of an issuer elsewhere, with why nobody here can tell.
    """
    did, _, fragment = method.partition("#")
    if did == f"did:key:{fragment}":
        ours = find_key(fragment)
        return Resolved(fragment, did, decision=ours.decision if ours else None)
    organisation = organisation_of(did)
    if organisation is None:
        return published_key(method) if did.startswith("did:web:") else None
    ours = find_key(fragment)
    if ours is None or ours.organisation != organisation:
        return None
    only = frozenset({ASSERTION})
    return Resolved(fragment, did, only, organisation, ours.since, ours.until, ours.decision)
