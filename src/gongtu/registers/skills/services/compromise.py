"""Certificates whose issuer's key fell into other hands: the register follows the decision."""

from dataclasses import replace
from datetime import date

from django.db import transaction

from gongtu.engines.credentials import custody
from gongtu.engines.credentials.choices import Effect
from gongtu.records.journal.services import Actor, write_many
from gongtu.registers.skills.choices import CertificateStatus, EventKind, RevocationReason
from gongtu.registers.skills.models import AbilityCertificate, Certificate
from gongtu.registers.skills.services.certificates import line_about
from gongtu.registers.skills.services.history import Happened, note


@transaction.atomic
def declare_key_compromised(
    public: str, *, after: date, effect: Effect | str, reason: str, by: Actor, on: date
) -> list[str]:
    """Decide as `custody.declare_compromised` does; the numbers of the credentials it ended.

    A certificate revoked so counts no more in the register either. One that cannot be told is
    left as it stands here: nobody loses what they have by a doubt.
    """
    _decided, ended = custody.declare_compromised(
        public, after=after, effect=effect, reason=reason, by=by, on=on
    )
    if effect == Effect.REVOKED:
        counting = (CertificateStatus.VALID, CertificateStatus.SUSPENDED)
        held = Certificate.objects.filter(number__in=ended, status__in=counting)
        revoked = list(held)
        AbilityCertificate.objects.filter(number__in=ended, revoked_on=None).update(revoked_on=on)
        held.update(
            status=CertificateStatus.REVOKED,
            revoked_on=on,
            revoked_for=RevocationReason.KEY_COMPROMISED.value,
        )
        happened = Happened(told=reason, reason_class=RevocationReason.KEY_COMPROMISED.value)
        note(revoked, EventKind.REVOKED, happened, by=by, on=on)
        write_many(
            replace(line_about("revoked", one, by=by, on=on), text=reason) for one in revoked
        )
    return ended
