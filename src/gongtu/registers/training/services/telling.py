"""Whoever has a place in a course hears that it is not held."""

from __future__ import annotations

from datetime import date

from gongtu.base.speech import gettext as _
from gongtu.parties.queries import accounts_of, mail_of
from gongtu.records.outbox.models import Channel
from gongtu.records.outbox.services import send
from gongtu.registers.training.models import Announcement

CALLED_OFF = _("您报名的培训班已取消：%(course)s")


def tell_called_off(coming: Announcement, *, on: date) -> None:
    """In the app, and by mail to who gave an address; each hears it once."""
    accounts = accounts_of(coming.sign_ups.values_list("person", flat=True)).values()
    told = [(Channel.APP, str(one), str(one)) for one in accounts]
    told += [(Channel.MAIL, f"mail:{one}", to) for one, to in sorted(mail_of(accounts).items())]
    starts = coming.starts_on.isoformat()
    subject = CALLED_OFF % {"course": f"{coming.occupation.name} {starts}"}
    says = _(
        "%(provider)s于%(day)s取消了原定%(starts)s开班的%(number)s班，"
        "您的名额不再保留。其他的班可以在“培训报名”中查看。"
    )
    text = says % {
        "provider": coming.provider.called, "day": on.isoformat(), "starts": starts,
        "number": coming.number,
    }  # fmt: skip
    for channel, whose, to in told:
        key, about = f"called-off:{coming.number}:{whose}", f"course:{coming.number}"
        send(channel, to, subject, text, key=key, about=about)
