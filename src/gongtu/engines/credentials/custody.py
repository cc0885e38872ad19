"""What happens to an issuer's keys: rotated with time to spare, given up, their proofs chosen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.engines.credentials.batches import name_of
from gongtu.engines.credentials.choices import Effect, KeyKind, ReasonClass, Status
from gongtu.engines.credentials.dataintegrity import proofs_of
from gongtu.engines.credentials.keys import NotIts, make_key
from gongtu.engines.credentials.keystores.database import about
from gongtu.engines.credentials.models import (
    Compromise,
    Credential,
    CredentialBatch,
    IssuerKey,
    ProofChoice,
)
from gongtu.engines.credentials.services import revoke, suspend
from gongtu.engines.credentials.suites import PROFILES, Document
from gongtu.parties.roles import HRSS
from gongtu.parties.services import renew_column
from gongtu.records.journal.services import Actor, write


class NotKeeper(Refused):
    """Only whose key it is decides on it, or the office that supervises issuers."""


class NoSuchProof(Refused):
    """Papers cannot be signed so here."""


class AlreadyRotating(Refused):
    """The next key waits for its day; another would overtake it."""


class NoOverlap(Refused):
    """Between the old key and the new there must be no day without one."""


@transaction.atomic
def rotate(
    organisation: int,
    *,
    kind: KeyKind = KeyKind.ED25519,
    begins: date | None = None,
    until: date | None = None,
    by: Actor,
    on: date,
) -> IssuerKey:
    """A new key, published now, that signs from `begins`; the old one is good up to `until`.

    Both are today unless told; in between, what either signs is good. What the old key signed in
    its time stays valid for ever.

    Raises:
        NotKeeper, AlreadyRotating, NoOverlap: Nothing was changed.
    """
    _check_keeper(organisation, by)
    begins = begins or on
    until = until or begins
    if begins < on or until < begins:
        raise NoOverlap(
            _("新密钥的启用日期不能早于今天，旧密钥的停用日期不能早于新密钥的启用日期。")
        )
    old = IssuerKey.objects.filter(organisation=organisation, kind=kind, until=None)
    if old.filter(since__gt=on).exists():
        raise AlreadyRotating(_("已有一把密钥等待启用，请等它启用以后再更换。"))
    old.update(until=until)
    key = make_key(organisation, on=begins, kind=kind)
    what = {"organisation": organisation, "begins": begins.isoformat(), "until": until.isoformat()}
    write(_chain(key), "rotated", on=on, by=by, what=what)
    return key


@transaction.atomic
def declare_compromised(
    public: str, *, after: date, effect: Effect | str, reason: str, by: Actor, on: date
) -> tuple[Compromise, list[str]]:
    """Decide what becomes of all that a key signed after a day; the numbers of papers it ends.

    The key signs no more. Papers on record are suspended or revoked one by one, so that their
    status lists say so too; any other that bears the key's signature gets the same verdict, and so
    do those of a batch that it sealed, which are not ended each for itself. Of an earlier paper
    only the one on record counts: a thief writes what day he likes.

    The same decision twice on a day is one.

    Raises:
        NotIts, NotKeeper, Refused: Nothing was changed.
    """
    key = IssuerKey.objects.select_for_update().filter(public=public).first()
    if key is None:
        raise NotIts(_("没有这把密钥：%(public)s") % {"public": public})
    _check_keeper(key.organisation, by)
    if not reason.strip():
        raise Refused(_("请说明决定的理由。"))
    if after > on:
        raise Refused(_("不能决定今天以后的凭证。"))
    decided, is_new = Compromise.objects.get_or_create(
        key=key, after=after, effect=Effect(effect), reason=reason, decided_on=on
    )
    if not is_new:
        return decided, []
    if key.until is None or key.until > on:
        key.until = max(on, key.since)
        key.save(update_fields=["until"])
    ended = [_end(one, decided, by=by, on=on) for one in _signed_after(key, after, decided.effect)]
    what = {
        "organisation": key.organisation, "after": after.isoformat(), "effect": decided.effect,
        "credentials": len(ended), "papers": _sealed_after(key, after, decided.effect).count(),
    }  # fmt: skip
    write(_chain(key), "compromised", on=on, by=by, what=what, text=reason)
    return decided, ended


def count_touched(public: str, *, after: date, effect: Effect | str) -> int:
    """How many papers on record such a decision would touch today; nothing is changed."""
    key = IssuerKey.objects.filter(public=public).first()
    if key is None:
        return 0
    alone = sum(1 for _one in _signed_after(key, after, effect))
    return alone + _sealed_after(key, after, effect).count()


@transaction.atomic
def choose_proofs(
    organisation: int, profiles: Sequence[str], *, by: Actor, on: date
) -> ProofChoice:
    """From now on an organisation's papers bear these proofs, whatever its city is used to.

    Raises:
        NotKeeper, NoSuchProof: Nothing was changed.
    """
    _check_keeper(organisation, by)
    unknown = [name for name in profiles if name not in PROFILES]
    if unknown or not profiles or len(set(profiles)) < len(profiles):
        told = {"known": "、".join(PROFILES)}
        raise NoSuchProof(_("请从以下证明中选择至少一种，每种一次：%(known)s") % told)
    choice, _made = ProofChoice.objects.update_or_create(
        organisation=organisation, defaults={"profiles": " ".join(profiles), "since": on}
    )
    what = {"organisation": organisation, "proofs": list(profiles)}
    write(f"issuer:{organisation}", "proofs-chosen", on=on, by=by, what=what)
    return choice


def renew_ciphers() -> int:
    """Every secret key in the database, as it would be enciphered today; how many were not."""
    return renew_column(IssuerKey, "cipher", about, name="public")


def _check_keeper(organisation: int, by: Actor) -> None:
    if by.organisation != organisation and by.role != HRSS:
        raise NotKeeper(_("只有发证单位或者人力资源和社会保障部门可以处置签名密钥。"))


def _signed_after(key: IssuerKey, after: date, effect: Effect | str) -> Iterator[Credential]:
    """What is on record, still counts, and was signed by the key after the day."""
    batches = CredentialBatch.objects.filter(organisation=key.organisation)
    alone = _issued_after(key, after, effect).exclude(kind__in=batches.values("kind"))
    return (one for one in alone.order_by("id").iterator() if _bears(one.document, key))


def _sealed_after(key: IssuerKey, after: date, effect: Effect | str) -> QuerySet[Credential]:
    """The same of what lies in a batch: the signature is the batch's."""
    batches = CredentialBatch.objects.filter(organisation=key.organisation, sealed_on__gt=after)
    names = [name_of(one.pk) for one in batches if one.document and _bears(one.document, key)]
    return _issued_after(key, after, effect).filter(document__proof__0__batch__in=names)


def _issued_after(key: IssuerKey, after: date, effect: Effect | str) -> QuerySet[Credential]:
    """What the key's owner issued after the day, if the effect changes anything of it."""
    open_to = {
        Effect.CANNOT_TELL: [Status.ISSUED],
        Effect.REVOKED: [Status.ISSUED, Status.SUSPENDED],
    }[Effect(effect)]
    return Credential.objects.filter(
        issuer_organisation=key.organisation, issued_on__gt=after, status__in=open_to
    )


def _bears(document: Document, key: IssuerKey) -> bool:
    methods = [proof["verificationMethod"] for proof in proofs_of(document)]
    return any(method.endswith(f"#{key.public}") for method in methods)


def _end(credential: Credential, decided: Compromise, *, by: Actor, on: date) -> str:
    if decided.effect == Effect.REVOKED:
        revoke(credential.number, ReasonClass.KEY_COMPROMISED, decided.reason, by=by, on=on)
    else:
        suspend(credential.number, decided.reason, by=by, on=on)
    return credential.number


def _chain(key: IssuerKey) -> str:
    return f"issuer-key:{key.public[:60]}"
