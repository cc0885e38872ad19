"""Signing any credential in an organisation's name, as the VC API asks: checked first, in full."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import uuid4

from django.db import transaction
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.engines.credentials.building import status_entry
from gongtu.engines.credentials.checking.badges import is_badge
from gongtu.engines.credentials.checking.model import credential_problems
from gongtu.engines.credentials.checking.options import option_problems
from gongtu.engines.credentials.checking.problem import Problem, ProblemType
from gongtu.engines.credentials.checking.proofs import unsigned_problems
from gongtu.engines.credentials.checking.reading import check_extent
from gongtu.engines.credentials.checking.terms import term_problems
from gongtu.engines.credentials.checking.values import listed
from gongtu.engines.credentials.choices import Purpose
from gongtu.engines.credentials.contexts import DATA_INTEGRITY, V1
from gongtu.engines.credentials.dataintegrity import sign
from gongtu.engines.credentials.dids import did_of
from gongtu.engines.credentials.issuers import issuer_id
from gongtu.engines.credentials.keys import Identity, identity, key_did
from gongtu.engines.credentials.models import Credential
from gongtu.engines.credentials.services import stamp, take_places
from gongtu.engines.credentials.suites import Document, Profile
from gongtu.records.journal.services import Actor, write

# An issuer of nobody's: what conformance tests have signed is never a real organisation's.
TEST_ISSUER = 0
KIND = "vc-api"
PROOF_OPTIONS = ("created", "expires", "challenge", "domain")


class Malformed(Refused):
    """What was to be signed is no credential that anybody could verify."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        super().__init__(*map(str, problems))


def names_of(organisation: int, profile: Profile, *, on: date) -> list[str]:
    """The names an organisation may issue under in this profile, the one it prefers first."""
    by_key = key_did(organisation, on=on, kind=profile.kind)
    return [by_key] if organisation == TEST_ISSUER else [did_of(organisation), by_key]


@transaction.atomic
def issue_document(
    credential: Any,
    options: Mapping[str, Any],
    *,
    profile: Profile,
    organisation: int,
    by: Actor,
    on: date,
) -> tuple[Document, str]:
    """The credential with a proof of this profile and the status entries asked for; its number.

    The number is what it is revoked by; it is empty for what has no status.

    Raises:
        Malformed: Every member that is wrong, by its pointer.
        Unreadable: It is deeper or more branched than any credential.
    """
    names = names_of(organisation, profile, on=on)
    told = {"created": stamp(on), **options}
    document = _sound(credential, told, profile, names)
    signing = identity(organisation, on=on, kind=profile.kind, did=issuer_id(document))
    document, place = _with_status(document, options, signing)
    signed = _signed(document, signing, profile, told)
    number = _record(signed, place, organisation, by=by, on=on)
    return signed, number if place else ""


def _signed(
    document: Document, signing: Identity, profile: Profile, options: Mapping[str, Any]
) -> Document:
    told = {name: options[name] for name in PROOF_OPTIONS if name in options}
    try:
        return sign(document, signing.signer, method=signing.method, suite=profile.suite, **told)
    except (ValueError, RecursionError):
        says = _("不能写成唯一的规范形式：没有标识而彼此相同的对象太多，或者一项的值太多")
        raise Malformed([Problem("", says, ProblemType.PROOF_GENERATION)]) from None


def _sound(
    credential: Any, options: Mapping[str, Any], profile: Profile, names: list[str]
) -> Document:
    """The completed credential, once nothing is wrong with it."""
    if not isinstance(credential, dict):
        raise Malformed([Problem("", _("不是JSON对象"), ProblemType.PARSING)])
    check_extent(credential)
    document = _completed(credential, options, names)
    bare = {name: value for name, value in document.items() if name != "proof"}
    problems = [
        *option_problems(options, profile),
        *_crowded_badge(document, options),
        *credential_problems(document),
        *_foreign_issuer(document, names),
        *unsigned_problems(document),
    ] or term_problems(bare)
    if problems:
        raise Malformed(problems)
    return document


def _completed(credential: Document, options: Mapping[str, Any], names: list[str]) -> Document:
    """The credential with what the issuer adds: its own name, the id asked for, a context."""
    document = dict(credential)
    issuer = document.get("issuer", names[0])
    if isinstance(issuer, dict) and "id" not in issuer:
        issuer = {"id": names[0], **issuer}
    document["issuer"] = issuer
    if "credentialId" in options:
        document.setdefault("id", options["credentialId"])
    contexts = document.get("@context")
    if isinstance(contexts, list) and contexts[:1] == [V1] and DATA_INTEGRITY not in contexts:
        # The first version of the data model knows no Data Integrity proofs.
        document["@context"] = [*contexts, DATA_INTEGRITY]
    return document


def _foreign_issuer(document: Document, names: list[str]) -> list[Problem]:
    issuer = issuer_id(document)
    if not issuer or issuer in names:
        return []
    says = _("这里只能以%(names)s的名义签发") % {"names": "、".join(names)}
    pointer = "/issuer/id" if isinstance(document["issuer"], dict) else "/issuer"
    return [Problem(pointer, says)]


def _crowded_badge(document: Document, options: Mapping[str, Any]) -> list[Problem]:
    """An achievement credential has room for one status entry."""
    entries = [
        one
        for told in (document, options)
        for one, _where in listed(told.get("credentialStatus", []), "")
    ]
    if not is_badge(document) or len(entries) <= 1:
        return []
    return [Problem("/options/credentialStatus", _("Open Badges 3.0的证书只能有一项状态"))]


def _with_status(
    document: Document, options: Mapping[str, Any], signing: Identity
) -> tuple[Document, tuple[Any, int] | None]:
    """The credential with an entry for each purpose asked for, and its place in our lists."""
    asked = [one for one, _where in listed(options.get("credentialStatus", []), "")]
    if not asked:
        return document, None
    did = "" if signing.did == did_of(signing.organisation) else signing.did
    status_list, index = take_places(signing.organisation, did, 1)[0]
    purposes = [Purpose(one.get("statusPurpose", Purpose.REVOCATION)) for one in asked]
    entries = [status_entry(status_list.pk, index, purpose) for purpose in purposes]
    before = [one for one, _where in listed(document.get("credentialStatus", []), "")]
    entries = [*before, *entries]
    document["credentialStatus"] = entries if len(entries) > 1 else entries[0]
    return document, (status_list, index)


def _record(
    signed: Document, place: tuple[Any, int] | None, organisation: int, *, by: Actor, on: date
) -> str:
    """Keep what has a status bit, so that it can be taken back; journal every signature."""
    number = f"VC{uuid4().hex.upper()}"
    if place is not None:
        status_list, index = place
        Credential.objects.create(
            number=number, kind=KIND, document=signed, issuer_organisation=organisation,
            issued_on=on, status_list=status_list, status_index=index,
        )  # fmt: skip
    what = {"credential": number, "organisation": organisation}
    write(f"credential:{number}", "issued", on=on, by=by, what=what)
    return number
