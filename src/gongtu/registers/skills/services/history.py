"""Writing down what happened to a certificate, for its holder, its issuer and the query system."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from gongtu.parties.queries import accounts_of
from gongtu.records.journal.services import Actor
from gongtu.records.outbox.models import Channel
from gongtu.records.outbox.services import send
from gongtu.records.rows import insert_rows
from gongtu.registers.skills.choices import EventKind
from gongtu.registers.skills.models import Certificate, CertificateEvent
from gongtu.registers.skills.services.telling import tell_withheld


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """What to say of an event besides what it was, to which certificate and when."""

    told: str = ""
    reason_class: str = ""
    before: Mapping[str, str] = field(default_factory=dict)
    after: Mapping[str, str] = field(default_factory=dict)
    case_number: str = ""


PLAINLY = Happened()
COLUMNS = (
    "certificate_id", "kind", "on", "reason_class", "told", "before", "after", "case_number",
    "by_organisation_id",
)  # fmt: skip


def note(
    certificates: Iterable[Certificate],
    kind: EventKind,
    happened: Happened = PLAINLY,
    *,
    by: Actor,
    on: date,
) -> None:
    """One event for each certificate, in the caller's transaction; they are saved already.

    Holders are told of everything but the issue, which they were waiting for.
    """
    certificates = list(certificates)
    CertificateEvent.objects.bulk_create(
        CertificateEvent(
            certificate=certificate,
            kind=kind,
            on=on,
            reason_class=happened.reason_class,
            told=happened.told,
            before=dict(happened.before),
            after=dict(happened.after),
            case_number=happened.case_number,
            by_organisation_id=by.organisation,
        )
        for certificate in certificates
    )
    if kind is not EventKind.ISSUED:
        _tell(certificates, kind, on=on)
    if kind is EventKind.REVOKED:
        tell_withheld(certificates, on=on)


def note_issued(numbers: Sequence[str], happened: Happened, *, by: Actor, on: date) -> None:
    """One event each for certificates just issued, by the thousand; holders are not told."""
    found = dict(Certificate.objects.filter(number__in=numbers).values_list("number", "pk"))
    insert_rows(
        CertificateEvent,
        COLUMNS,
        [
            (
                found[number], EventKind.ISSUED.value, on, "", "", "{}", "{}",
                happened.case_number, by.organisation,
            )
            for number in numbers
        ],
    )  # fmt: skip


def _tell(certificates: Iterable[Certificate], kind: EventKind, *, on: date) -> None:
    certificates = list(certificates)
    accounts = accounts_of([one.person_id for one in certificates])
    for one in certificates:
        if (account := accounts.get(one.person_id)) is not None:
            send(
                Channel.APP,
                account,
                f"您的证书有变动：{kind.label}",
                f"证书编号{one.number}，{on.isoformat()}。在“我的证书”中可以查看原因和历史。",
                key=f"certificate:{one.number}:{kind}:{on.isoformat()}:{account}",
                about=f"certificate:{one.number}",
            )
