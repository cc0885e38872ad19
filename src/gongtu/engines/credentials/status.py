"""What became of a credential, as far as can be known: by our own table, or a list at hand.

A list of another issuer is believed when it is signed by whoever issued the credential, speaks of
the purpose asked, is long enough to hide whom it means, and holds on the day; one that was fetched,
for so long after that.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from gongtu.engines.credentials.checking.entries import ENTRY, LIST, LIST_CREDENTIAL
from gongtu.engines.credentials.checking.problem import Problem, ProblemType, at
from gongtu.engines.credentials.checking.values import instant, listed, type_names
from gongtu.engines.credentials.choices import STATUS_OF, Purpose, Status
from gongtu.engines.credentials.elsewhere import why_list_old, why_not_admitted
from gongtu.engines.credentials.issuers import issuer_id
from gongtu.engines.credentials.queries import Place, find_place
from gongtu.engines.credentials.statuslist import TooShort, value_at
from gongtu.records.context import CHINA

# What is never undone, however old the list is that tells it.
FOR_GOOD = frozenset({Status.REVOKED, Status.SUPERSEDED})
OURS = re.compile(r"/credentials/status/(\d{1,18})/([a-z]+)$")


class CannotTell(Exception):
    """Why nobody here can say what became of a credential."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(problem.says)


class ListUnknown(LookupError):
    """A status list that tells nothing here; `says` why."""

    def __init__(self, says: str) -> None:
        self.says = says
        super().__init__(says)


@dataclass(frozen=True, slots=True)
class Carried:
    """A status list of somebody else, and when it was fetched; None if it was handed in."""

    document: Any
    fetched_at: datetime | None = None


# A status list by its address; None where it is not at hand.
ListAt = Callable[[str], Carried | None]


@dataclass(frozen=True, slots=True)
class Standing:
    """What became of it, said as of an instant; `as_of` None is this moment's own table.

    `recorded` is what our own table holds at the place.
    """

    status: Status
    as_of: datetime | None = None
    superseded_by: str = ""
    recorded: Place | None = None

    def recorded_on(self, document: dict[str, Any]) -> date | None:
        """The day of issue of a document that stands there word for word."""
        place = self.recorded
        return place.issued_on if place and place.document == document else None


def standing_of(
    document: dict[str, Any], lists: ListAt, now: datetime, at_hand: Place | None = None
) -> Standing:
    """Raises `CannotTell`; a credential that names no status has none to look up.

    The place `at_hand`, just read from our own table, is not read again.
    """
    entries = list(listed(document.get("credentialStatus", []), "/credentialStatus"))
    for entry, where in entries:
        if named := _our_place(entry):
            place = at_hand if at_hand and at_hand.where == named else find_place(*named)
            return _our_standing(document, place, where)
    told, unknown = [], []
    for entry, where in entries:
        for one in (entry, *_beside(entry)):
            try:
                told.append(_told(document, one, where, lists, now))
            except CannotTell as cannot:
                unknown.append(cannot)
    return _worst(told, unknown)


def recorded_at(document: dict[str, Any]) -> dict[str, Any] | None:
    """What stands on record at the place of our lists that a document names."""
    for one, _where in listed(document.get("credentialStatus", []), "/credentialStatus"):
        if named := _our_place(one):
            place = find_place(*named)
            return place.document if place else None
    return None


def lists_named(document: dict[str, Any]) -> Iterator[str]:
    """The addresses of the lists of others that tell of a document."""
    for entry, _where in listed(document.get("credentialStatus", []), "/credentialStatus"):
        for one in (entry, *_beside(entry)):
            if ENTRY in type_names(one.get("type")) and not _our_place(one):
                yield one["statusListCredential"]


def is_list(document: dict[str, Any]) -> bool:
    """Whether a credential is a Bitstring Status List."""
    subject = document.get("credentialSubject")
    kind = subject.get("type") if isinstance(subject, dict) else None
    return LIST_CREDENTIAL in type_names(document.get("type")) and bool(kind == LIST)


def _worst(told: list[tuple[Status, datetime]], unknown: list[CannotTell]) -> Standing:
    """What weighs most: revoked is revoked, whatever other lists would say."""
    oldest = min((as_of for _status, as_of in told), default=None)
    for status in (Status.REVOKED, Status.SUPERSEDED, Status.SUSPENDED):
        if any(said == status for said, _as_of in told):
            return Standing(status, oldest)
    if unknown:
        raise unknown[0]
    return Standing(Status.ISSUED, oldest)


def _beside(entry: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Entries of the further lists of a platform like ours, which stand beside the one named."""
    for address, _where in listed(entry.get("statusReference", []), ""):
        found = OURS.search(address)
        if found and found[2] in Purpose.values:
            yield {**entry, "statusListCredential": address, "statusPurpose": found[2]}


def _our_place(entry: dict[str, Any]) -> tuple[int, int] | None:
    """The list and the place in it, where the entry names a list of ours."""
    if ENTRY not in type_names(entry.get("type")):
        return None
    address, here = entry["statusListCredential"], settings.GONGTU_BASE_URL
    if not address.startswith(here + "/"):
        return None
    found = OURS.fullmatch(address.removeprefix(here))
    return (int(found[1]), int(entry["statusListIndex"])) if found else (0, 0)


def _our_standing(document: dict[str, Any], place: Place | None, where: str) -> Standing:
    """What our table says of the place; it must be this credential's, by this issuer."""
    if place is None or not _same(place.document, document):
        says = _("状态列表的这一位不属于这份证书")
        raise CannotTell(Problem(where, says, ProblemType.STATUS_VERIFICATION))
    return Standing(Status(place.status), None, place.superseded_by, place)


def _same(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return one.get("id") == other.get("id") and issuer_id(one) == issuer_id(other)


def _told(
    document: dict[str, Any], entry: dict[str, Any], where: str, lists: ListAt, now: datetime
) -> tuple[Status, datetime]:
    """What one entry says by its list."""
    if ENTRY not in type_names(entry.get("type")):
        says = _("不认识的状态种类")
        raise CannotTell(Problem(at(where, "type"), says, ProblemType.STATUS_RETRIEVAL))
    carried = _at_hand(document, entry, where, lists, now)
    for says in _unfit(document, entry, carried.document):
        raise CannotTell(Problem(where, says, ProblemType.STATUS_VERIFICATION))
    told = _status(entry, _value(entry, carried.document["credentialSubject"], where), where)
    if carried.fetched_at and told not in FOR_GOOD and (says := _stray(document, entry, now)):
        raise CannotTell(Problem(where, says, ProblemType.STATUS_RETRIEVAL))
    return told, _as_of(carried, told, where, now)


def _at_hand(
    document: dict[str, Any], entry: dict[str, Any], where: str, lists: ListAt, now: datetime
) -> Carried:
    """The list that an entry names."""
    address, says = entry["statusListCredential"], _("这里没有这份状态列表，核验时也不联网去取")
    try:
        carried = lists(address)
    except ListUnknown as unknown:
        carried, says = None, unknown.says
    if carried is None:
        says = _stray(document, entry, now) or says
        pointer = at(where, "statusListCredential")
        raise CannotTell(Problem(pointer, says, ProblemType.STATUS_RETRIEVAL))
    return carried


def _stray(document: dict[str, Any], entry: dict[str, Any], now: datetime) -> str:
    """Why nobody goes and asks where the issuer of a document keeps this list; empty if we do."""
    on = now.astimezone(CHINA).date()
    return why_not_admitted(entry["statusListCredential"], issuer_id(document), on)


def _as_of(carried: Carried, told: Status, where: str, now: datetime) -> datetime:
    """Of when a list tells this; what is not for good, it tells only as long as it holds."""
    since = instant(carried.document.get("validFrom")) or carried.fetched_at
    says = ""
    if since is None or since > now or (told not in FOR_GOOD and _is_over(carried.document, now)):
        says = _("状态列表已过期，或者尚未生效")
    elif told not in FOR_GOOD and carried.fetched_at:
        says = why_list_old(carried.fetched_at, now)
    if says or since is None:
        raise CannotTell(Problem(where, says, ProblemType.STATUS_VERIFICATION))
    return min(carried.fetched_at or since, now)


def _is_over(carried: dict[str, Any], now: datetime) -> bool:
    until = instant(carried.get("validUntil"))
    return until is not None and until <= now


def _unfit(
    document: dict[str, Any], entry: dict[str, Any], carried: dict[str, Any]
) -> Iterator[str]:
    """Why a list says nothing of this credential."""
    if not is_list(carried):
        yield _("不是状态列表")
    elif issuer_id(carried) != issuer_id(document):
        yield _("状态列表由另一单位签发")
    elif entry["statusPurpose"] not in type_names(
        carried["credentialSubject"].get("statusPurpose")
    ):
        yield _("状态列表不说明这一用途")


def _value(entry: dict[str, Any], subject: dict[str, Any], where: str) -> int:
    encoded, index = str(subject.get("encodedList")), int(entry["statusListIndex"])
    try:
        return value_at(encoded, index, entry.get("statusSize", 1))
    except TooShort:
        says = _("状态列表过短，会暴露所指的人")
        raise CannotTell(Problem(where, says, ProblemType.STATUS_LIST_LENGTH)) from None
    except ValueError:
        says = _("状态列表里没有这一位，或者列表已损坏")
        raise CannotTell(Problem(at(where, "statusListIndex"), says, ProblemType.RANGE)) from None


def _status(entry: dict[str, Any], value: int, where: str) -> Status:
    purpose = entry["statusPurpose"]
    if purpose == "message" or not value:
        # A message informs; what it says takes nothing away.
        return Status.ISSUED
    if purpose not in STATUS_OF:
        says = _("不认识的状态用途：%(purpose)s") % {"purpose": purpose[:60]}
        raise CannotTell(Problem(at(where, "statusPurpose"), says, ProblemType.STATUS_VERIFICATION))
    return STATUS_OF[Purpose(purpose)]
