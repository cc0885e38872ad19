"""Whoever withheld a certificate hears that the one in its way was revoked."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from gongtu.parties.queries import accounts_of_officers
from gongtu.records.outbox.models import Channel
from gongtu.records.outbox.services import send
from gongtu.registers.skills.models import Candidate, Certificate
from gongtu.registers.skills.queries.withheld import withheld_for

FREE = "可以补核发证书：%(session)s"


def tell_withheld(revoked: Collection[Certificate], *, on: date) -> None:
    """The officers of each assessor who issued nothing because of one of these certificates."""
    numbers, people = [one.number for one in revoked], {one.person_id for one in revoked}
    waiting = list(withheld_for(numbers, people))
    officers = accounts_of_officers({_body(one) for one in waiting}, on=on) if waiting else {}
    for one in waiting:
        session = one.session
        about = f"{session.filing.occupation.name} {session.planned_on.isoformat()}"
        for account in officers.get(_body(one), ()):
            send(
                Channel.APP,
                account,
                FREE % {"session": about},
                f"受理编号{session.case_number}：一名合格考生当时因持有证书{one.withheld}未核发，"
                f"该证书已于{on.isoformat()}撤销。在该场评价的考生名单中可以补核发。",
                key=f"withheld:{one.pk}:{one.withheld}:{account}",
                about=f"case:{session.case_number}",
            )


def _body(candidate: Candidate) -> int:
    return candidate.session.filing.assessor.organisation_id
