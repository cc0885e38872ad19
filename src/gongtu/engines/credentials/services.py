"""Issuing credentials, and taking them back."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from gongtu.base.errors import Broken, Refused
from gongtu.engines.credentials.building import Issuer, Order, build_status_list
from gongtu.engines.credentials.choices import Purpose, ReasonClass, Status
from gongtu.engines.credentials.forms import Press
from gongtu.engines.credentials.keys import identity
from gongtu.engines.credentials.models import Credential, StatusList
from gongtu.engines.credentials.practice import Practice, practice
from gongtu.engines.credentials.queries import set_bits
from gongtu.engines.credentials.statuslist import SIZE, encode
from gongtu.engines.credentials.suites import Document, suite_for
from gongtu.parties.queries import get_organisation
from gongtu.parties.roles import HRSS
from gongtu.records.context import instant_of
from gongtu.records.journal.services import Actor, Line, write, write_many
from gongtu.records.rows import insert_rows

COLUMNS = (
    "number", "kind", "document", "issuer_organisation", "issued_on", "valid_until",
    "holder_index", "status_list_id", "status_index", "status", "ended_on", "reason_class",
    "reason", "superseded_by",
)  # fmt: skip
NOTHING_BECAME = (Status.ISSUED.value, None, "", "", "")


class NumberTaken(Refused):
    """A credential of this number was issued before."""


class NotIssued(Refused):
    """There is no credential of this number."""


class AlreadyEnded(Refused):
    """The credential was revoked or superseded before."""


class NotIssuer(Refused):
    """Only who issued a credential takes it back, or the office that supervises issuers."""


class NotSuspended(Refused):
    """A credential that is not suspended cannot be resumed."""


def issue(  # noqa: PLR0913 - number, subject, issuer and days: a credential has no fewer parts
    kind: str,
    *,
    number: str,
    subject: Mapping[str, Any],
    issuer_organisation: int,
    valid_from: date,
    valid_until: date | None = None,
    title: str = "",
    holder_index: str = "",
    by: Actor,
    on: date,
) -> Credential:
    """Sign and record one credential; `title` names the achievement; see `issue_all`."""
    order = Order(
        number=number, title=title or kind, subject=subject, valid_from=valid_from,
        valid_until=valid_until, holder_index=holder_index,
    )  # fmt: skip
    return issue_many(kind, [order], issuer_organisation=issuer_organisation, by=by, on=on)[0]


def issue_many(
    kind: str, orders: Sequence[Order], *, issuer_organisation: int, by: Actor, on: date
) -> list[Credential]:
    """What `issue_all` recorded, in the order of the orders; for a few."""
    issue_all(kind, orders, issuer_organisation=issuer_organisation, by=by, on=on)
    numbers = [order.number for order in orders]
    found = Credential.objects.in_bulk(numbers, field_name="number")
    return [found[number] for number in numbers]


@transaction.atomic
def issue_all(
    kind: str, orders: Sequence[Order], *, issuer_organisation: int, by: Actor, on: date
) -> None:
    """Sign and record credentials of one issuer by the thousand; all of them or none.

    Raises:
        NumberTaken: One of the numbers stands for another credential already.
    """
    issuer = Issuer(issuer_organisation, get_organisation(issuer_organisation).name)
    press = Press(kind, issuer, practice(issuer.organisation, on=on), created=stamp(on))
    places = take_places(issuer.organisation, "", len(orders))
    save_all(
        [
            (
                one.number, kind, press.printed(one, status_list.pk, index), issuer.organisation,
                on, one.valid_until, one.holder_index, status_list.pk, index, *NOTHING_BECAME,
            )
            for one, (status_list, index) in zip(orders, places, strict=True)
        ]
    )  # fmt: skip
    write_many(_issued(one.number, issuer, by, on) for one in orders)


@transaction.atomic
def revoke(
    number: str, reason_class: ReasonClass | str, reason: str, *, by: Actor, on: date
) -> Credential:
    """Take a credential back for good, with a reason that its holder reads.

    Raises:
        NotIssued, AlreadyEnded, NotIssuer, Refused: Nothing was changed.
    """
    credential = _open(number, by)
    if not reason.strip():
        raise Refused(_("请说明撤销的理由。"))
    credential.reason_class, credential.reason = ReasonClass(reason_class), reason
    return _end(credential, Status.REVOKED, reason, by=by, on=on)


@transaction.atomic
def suspend(number: str, reason: str, *, by: Actor, on: date) -> Credential:
    """Stop a credential from counting until it is resumed, with a reason that its holder reads.

    Raises:
        NotIssued, AlreadyEnded, NotIssuer, Refused: Nothing was changed.
    """
    credential = _open(number, by)
    if credential.status == Status.SUSPENDED:
        raise _ended(credential)
    if not reason.strip():
        raise Refused(_("请说明暂停的理由。"))
    credential.reason = reason
    return _end(credential, Status.SUSPENDED, reason, by=by, on=on)


@transaction.atomic
def resume(number: str, *, by: Actor, on: date) -> Credential:
    """Let a suspended credential count again.

    Raises:
        NotIssued, AlreadyEnded, NotIssuer, NotSuspended: Nothing was changed.
    """
    credential = _open(number, by)
    if credential.status != Status.SUSPENDED:
        raise NotSuspended(_("编号为%(number)s的证书没有暂停。") % {"number": number})
    credential.reason = ""
    return _end(credential, Status.ISSUED, "", by=by, on=on)


@transaction.atomic
def supersede(number: str, new_number: str, *, by: Actor, on: date) -> Credential:
    """Point from an old credential to the one that takes its place, which must be issued.

    Raises:
        NotIssued, AlreadyEnded, NotIssuer: Nothing was changed.
    """
    credential = _open(number, by)
    if not Credential.objects.filter(number=new_number, status=Status.ISSUED).exists():
        raise NotIssued(_("没有编号为%(number)s的有效证书。") % {"number": new_number})
    credential.superseded_by = new_number
    return _end(credential, Status.SUPERSEDED, "", by=by, on=on)


@transaction.atomic
def follow(number: str, order: Order, *, by: Actor, on: date) -> Credential:
    """Let an issuer's new credential take the place of one whose record has changed.

    The issuer signs both. Who changed the record may be somebody else: whether they might is their
    register's to say, and that it was they is journaled.

    Raises:
        NotIssued, AlreadyEnded, NumberTaken: Nothing was changed.
    """
    old = _standing(number)
    (new,) = issue_many(
        old.kind, [order], issuer_organisation=old.issuer_organisation, by=by, on=on
    )  # fmt: skip
    old.superseded_by = new.number
    _end(old, Status.SUPERSEDED, "", by=by, on=on)
    return new


def publish_status_list(list_id: int, purpose: str, *, on: date) -> Document:
    """The signed list as it stands; raises `StatusList.DoesNotExist` for one that is not ours."""
    status_list = StatusList.objects.get(pk=list_id)
    signing = _publishing(status_list, on)
    said = build_status_list(
        signing.did, list_id=list_id, purpose=Purpose(purpose), at=instant_of(on),
        encoded=encode(set_bits(status_list, Purpose(purpose)), status_list.size),
    )  # fmt: skip
    return signing.prove(said, created=stamp(on))


def _publishing(status_list: StatusList, on: date) -> Practice:
    """A list is signed as what it speaks of: by an organisation's keys, or by the one it names."""
    if not status_list.issuer:
        return practice(status_list.organisation, on=on)
    signing = identity(status_list.organisation, did=status_list.issuer, on=on)
    return Practice(((signing, suite_for(signing.signer.kind)),))


def take_places(organisation: int, did: str, count: int) -> list[tuple[StatusList, int]]:
    """So many places in the lists published under a name (none: the organisation's address)."""
    places: list[tuple[StatusList, int]] = []
    while len(places) < count:
        lists = StatusList.objects.select_for_update().filter(organisation=organisation, issuer=did)
        last = lists.order_by("-id").first()
        if last is None or last.used == last.size:
            last = StatusList.objects.create(organisation=organisation, issuer=did, size=SIZE)
        taken = min(count - len(places), last.size - last.used)
        places += [(last, index) for index in range(last.used, last.used + taken)]
        last.used += taken
        last.save(update_fields=["used"])
    return places


def stamp(on: date) -> str:
    """The moment of signing, as proofs write it."""
    return instant_of(on).astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _issued(number: str, issuer: Issuer, by: Actor, on: date) -> Line:
    what = {"credential": number, "organisation": issuer.organisation}
    return Line(chain=f"credential:{number}", kind="issued", on=on, by=by, what=what)


def save_all(rows: Sequence[tuple[Any, ...]]) -> None:
    """Insert rows of `COLUMNS`; raises `NumberTaken` for a number that stands already."""
    try:
        with transaction.atomic():
            insert_rows(Credential, COLUMNS, rows)
    except IntegrityError as error:
        numbers = [row[0] for row in rows]
        taken = Credential.objects.filter(number__in=numbers).values_list("number", flat=True)
        if not taken and len(set(numbers)) == len(numbers):
            raise Broken(f"The credentials could not be stored: {error}") from error
        known = "、".join(sorted(taken))
        raise NumberTaken(_("证书编号已经使用：%(numbers)s") % {"numbers": known}) from error


def _open(number: str, by: Actor) -> Credential:
    credential = _standing(number)
    if by.organisation != credential.issuer_organisation and by.role != HRSS:
        raise NotIssuer(_("只有发证单位或者人力资源和社会保障部门可以撤销、换发证书。"))
    return credential


def _standing(number: str) -> Credential:
    credential = Credential.objects.select_for_update().filter(number=number).first()
    if credential is None:
        raise NotIssued(_("没有编号为%(number)s的证书。") % {"number": number})
    if credential.status not in (Status.ISSUED, Status.SUSPENDED):
        raise _ended(credential)
    return credential


def _ended(credential: Credential) -> AlreadyEnded:
    return AlreadyEnded(
        _("编号为%(number)s的证书%(status)s，不能再次办理。")
        % {"number": credential.number, "status": credential.get_status_display()}
    )


def _end(credential: Credential, status: Status, text: str, *, by: Actor, on: date) -> Credential:
    credential.status = status
    credential.ended_on = None if status == Status.ISSUED else on
    credential.save(
        update_fields=["status", "ended_on", "reason_class", "reason", "superseded_by"]
    )  # fmt: skip
    what = {"credential": credential.number, "organisation": credential.issuer_organisation}
    if credential.superseded_by:
        what["superseded_by"] = credential.superseded_by
    chain = f"credential:{credential.number}"
    kind = "resumed" if status == Status.ISSUED else status.value
    write(chain, kind, on=on, by=by, what=what, text=text)
    return credential
