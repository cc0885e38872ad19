"""Presentations that disclose chosen claims: SD-JWT VC (RFC 9901), made and checked.

Digests, disclosures and key binding are the library's; keys, steps and verdicts are ours.  Each
presentation is signed anew, so that two of them have no signature in common, and bound to its
verifier by a key that is made for it and forgotten.  `iat` and the age of a binding go by the
library's own clock, the day of signing (`signedAt`) by the door's.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any, Final

from django.utils.translation import gettext as _
from openvc import Ed25519SigningKey, OpenvcError
from openvc.proof.errors import ClaimsInvalid, SignatureInvalid
from openvc.proof.sd_jwt import SdJwtVcProofSuite

from gongtu.engines.credentials import status as statuses
from gongtu.engines.credentials.checking.entries import entry
from gongtu.engines.credentials.checking.problem import Problem
from gongtu.engines.credentials.checking.reading import Unreadable, check_size, parse
from gongtu.engines.credentials.checking.values import (
    Check,
    each,
    instant,
    members,
    stamp,
    text,
    url,
)
from gongtu.engines.credentials.contexts import V2
from gongtu.engines.credentials.dids import Resolved
from gongtu.engines.credentials.genuine import Keys, note_early
from gongtu.engines.credentials.issuers import issuer_id
from gongtu.engines.credentials.jose import (
    ALGORITHM_OF,
    UNVERIFIABLE,
    Jws,
    NoSignature,
    decode,
    header_problems,
    is_signed,
    jwk_of,
    read,
    signing_key,
)
from gongtu.engines.credentials.keys import Identity, identity
from gongtu.engines.credentials.kinds import Kind, find_kind, kind_of
from gongtu.engines.credentials.lists import note_lists, published_list, signed_lists
from gongtu.engines.credentials.models import Credential
from gongtu.engines.credentials.resolving import resolve
from gongtu.engines.credentials.services import stamp as stamped
from gongtu.engines.credentials.verify import Verification, judge
from gongtu.records.context import instant_of

TYPES: Final = frozenset({"dc+sd-jwt"})
# Before the kind of a credential: what it is a presentation of.
TYPE: Final = "urn:gongtu:"
OF_THE_DOCUMENT: Final = ("validFrom", "validUntil", "credentialStatus")
# The nonce says how fresh; this only bounds how long a presentation made for somebody is good.
BOUND_FOR = timedelta(days=7)
SUITE = SdJwtVcProofSuite()


@dataclass(frozen=True, slots=True)
class Audience:
    """Whom a presentation is for, and the number they gave for it."""

    name: str
    nonce: str


@dataclass(slots=True)
class Disclosed(Verification):
    """The verdict on a credential, its kind, and of its claims those that its holder disclosed.

    `document` is what was judged, as the data model has it; empty where it did not come to that.
    """

    kind: Kind | None = None
    document: dict[str, Any] = field(default_factory=dict)
    claims: dict[str, Any] = field(default_factory=dict)
    bound: bool = False


@dataclass(frozen=True, slots=True)
class _Key:
    """An issuer's key as the library asks for one; the secret stays in its store."""

    identity: Identity

    @property
    def alg(self) -> str:
        return ALGORITHM_OF[self.identity.signer.kind]

    @property
    def kid(self) -> str:
        return self.identity.method

    def sign(self, signing_input: bytes) -> bytes:
        return self.identity.signer.sign(signing_input)


def present(
    credential: Credential, disclosing: Collection[str], *, to: Audience | None, on: date
) -> str:
    """A credential's claims in a new SD-JWT that discloses just these beside what it always says.

    Raises:
        KindUnknown: No register says what it certifies.
    """
    signing = identity(credential.issuer_organisation, on=on)
    said, always = credential.document, kind_of(credential).always
    subject = {
        name: value for name, value in said["credentialSubject"].items() if isinstance(value, str)
    }
    hidden = [name for name in subject if name not in always]
    binding = Ed25519SigningKey.generate("holder") if to else None
    whole: str = SUITE.issue(
        {
            "iss": signing.did,
            "vct": f"{TYPE}{credential.kind}",
            "signedAt": stamped(on),
            "issuerName": said["issuer"]["name"],
            **{name: said[name] for name in OF_THE_DOCUMENT if name in said},
            **subject,
        },
        signing_key=_Key(signing),
        disclosable=hidden,
        holder_jwk=binding.public_jwk() if binding else None,
    )
    shown = _only(whole, disclosing)
    if to is None or binding is None:
        return shown
    bound: str = SUITE.create_presentation(
        shown, holder_key=binding, audience=to.name, nonce=to.nonce
    )
    return bound


def verify_disclosed(
    shown: str,
    *,
    on: date,
    to: Audience | None = None,
    keys: Keys = resolve,
    lists: statuses.ListAt = published_list,
) -> Disclosed:
    """Check a presentation as of a day; never an exception.

    `to` is who asks, and the number they gave: a presentation made for somebody else, or for
    another time, is not taken for theirs.
    """
    found = Disclosed()
    try:
        check_size(len(shown))
        jws = read(shown.strip().partition("~")[0])
        _require_readable(shown.strip())
    except Unreadable as unreadable:
        found.refuse("structure", [unreadable.problem])
        return found
    found.kind = _kind_told(jws.payload)
    always = found.kind.always if found.kind else ()
    wrong = [*header_problems(jws, TYPES), *_claims(always)(jws.payload, "/payload")]
    if wrong:
        found.refuse("structure", wrong)
        return found
    found.tell("structure", True, _("完整"))
    now, owner = instant_of(on), jws.payload["iss"]
    named = signing_key(jws, owner, keys, found, signed=instant(jws.payload["signedAt"]), now=now)
    if named is None or not _is_right(shown.strip(), jws, named[1], to, found):
        return found
    if note_early(found, instant(jws.payload["signedAt"]), "/payload/signedAt", named[0], now):
        return found
    if _is_fit(found, always):
        found.document = _as_document(found.claims, always)
        _judge(found, named[0], signed_lists(lists, keys, now), now)
    return found


def note_disclosed_lists(found: Disclosed, *, on: date) -> None:
    """Note the status lists that a genuine presentation names."""
    if found.document:
        note_lists(found.document, found, on=on)


def _is_fit(found: Disclosed, always: tuple[str, ...]) -> bool:
    """Whether the claims are as they should be, with what was hidden until it was disclosed."""
    if unfit := list(_claims(always)(found.claims, "/disclosures")):
        found.claims = {}
        return found.refuse("structure", unfit)
    return True


def _judge(found: Disclosed, by: Resolved, lists: statuses.ListAt, now: datetime) -> None:
    whole = _first_signed(found.document)
    if whole is not None:
        # The number stays hidden, yet the place is found: the issuer signed that it is this one.
        found.document["id"] = whole.get("id")
    judge(found.document, [by], lists, now, found, whole=whole)


@cache
def _claims(always: tuple[str, ...]) -> Check:
    """What every presentation says, and what those of a kind always say."""
    return members(
        {
            "iss": url, "vct": url, "signedAt": stamp, "validFrom": stamp,
            "credentialStatus": each(entry),
        },
        {"validUntil": stamp, "issuerName": text, **dict.fromkeys(always, text)},
    )  # fmt: skip


def _kind_told(payload: Mapping[str, Any]) -> Kind | None:
    """Which of our kinds is presented; None where it is nobody's here."""
    named = str(payload.get("vct", ""))
    return find_kind(named.removeprefix(TYPE)) if named.startswith(TYPE) else None


def _only(whole: str, disclosing: Collection[str]) -> str:
    """The SD-JWT with those of its disclosures whose names are asked for."""
    signed, *disclosures = whole.rstrip("~").split("~")
    kept = [one for one in disclosures if _name_in(one) in disclosing]
    return "~".join([signed, *kept, ""])


def _name_in(disclosure: str) -> str:
    return str(json.loads(decode(disclosure))[1])


def _is_right(shown: str, jws: Jws, key: Any, to: Audience | None, found: Disclosed) -> bool:
    """Signature, disclosures and binding; the claims disclosed are noted."""
    if not is_signed(jws, key):
        says = _("与内容不符，内容已被改动")
        return found.refuse("signature", [Problem("/signature", says, UNVERIFIABLE)])
    try:
        told = SUITE.verify(
            shown, public_key_jwk=jwk_of(key), check_temporal=False,
            audience=to.name if to else None, nonce=to.nonce if to else None,
            kb_max_age_s=int(BOUND_FOR.total_seconds()),
        )  # fmt: skip
    except OpenvcError as error:
        return _refused(error, found)
    found.claims, found.bound = dict(told.claims), told.key_bound
    found.tell("signature", True, _("与内容相符"))
    if not _is_bound(jws, shown, to, found):
        found.claims = {}
        return False
    return True


def _require_readable(shown: str) -> None:
    """Raises `NoSignature`; the library reads names that stand twice, and numbers without end.

    What is disclosed, and for whom, is read as strictly as all JSON of strangers.
    """
    *disclosures, binding = shown.partition("~")[2].split("~")
    where = ""
    try:
        for place, one in enumerate(disclosures):
            where = f"/disclosures/{place}"
            parse(decode(one))
        where = "/keyBinding"
        if binding:
            read(binding)
    except Unreadable as unreadable:
        problem = unreadable.problem.under(where)
        raise NoSignature(problem.pointer, problem.says) from None


def _refused(error: OpenvcError, found: Disclosed) -> bool:
    """What the library found wrong, at its place."""
    of_binding = "KB-JWT" in str(error) or "key binding" in str(error)
    if of_binding and isinstance(error, ClaimsInvalid | SignatureInvalid):
        found.tell("signature", True, _("与内容相符"))
        says = _("不是出示给查验方的，或者已经过时")
        return found.refuse("binding", [Problem("/keyBinding", says, UNVERIFIABLE)])
    place = "/keyBinding" if of_binding else "/disclosures"
    says = _("与签名的内容不符：%(error)s") % {"error": str(error)[:200]}
    return found.refuse("signature", [Problem(place, says, UNVERIFIABLE)])


def _is_bound(jws: Jws, shown: str, to: Audience | None, found: Disclosed) -> bool:
    """Whether it was made for who asks; where nobody asks, that is told and left open."""
    is_for_somebody = not shown.endswith("~")
    if to is not None and not found.bound:
        says = _("没有写明出示给谁，可能是转来的")
        return found.refuse("binding", [Problem("/keyBinding", says, UNVERIFIABLE)])
    if to is not None:
        return found.tell("binding", True, _("是出示给%(name)s的") % {"name": to.name})
    if is_for_somebody or "cnf" in jws.payload:
        says = _("是出示给特定查验方的；填写查验方和一次性号码才能核对")
        return found.tell("binding", None, says)
    return found.tell("binding", None, _("没有写明出示给谁，谁拿到都能出示"))


def _as_document(claims: Mapping[str, Any], always: Collection[str]) -> dict[str, Any]:
    """What was disclosed, as the data model has it, for the steps that every credential takes."""
    return {
        "@context": [V2],
        "type": ["VerifiableCredential"],
        "issuer": claims["iss"],
        **{name: claims[name] for name in OF_THE_DOCUMENT if name in claims},
        "credentialSubject": {name: claims[name] for name in always if name in claims},
    }


def _first_signed(document: Mapping[str, Any]) -> dict[str, Any] | None:
    """What is on record here where the presentation's issuer says that it stands."""
    recorded = statuses.recorded_at(dict(document))
    issuer = document["issuer"]
    return recorded if recorded is not None and issuer_id(recorded) == issuer else None
