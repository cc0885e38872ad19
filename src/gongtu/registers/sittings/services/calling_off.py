"""A session is not held after all: its examiners and its candidates hear of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from gongtu.parties.queries import accounts_of, mail_of
from gongtu.records.outbox.models import Channel
from gongtu.records.outbox.services import send
from gongtu.registers.sittings.services.telling import tell_examiners_called_off
from gongtu.registers.skills.choices import SessionState
from gongtu.registers.skills.models import AssessmentSession
from gongtu.registers.skills.queries import get_session


def tell_called_off(case_number: str, *, on: date) -> None:
    """All who were to examine or to sit in it are told, once it is called off or stopped."""
    tell_examiners_called_off(case_number, on=on)
    _tell_candidates(get_session(case_number), on=on)


def _tell_candidates(session: AssessmentSession, *, on: date) -> None:
    """In the app, and by mail to who gave an address; each hears it once, in both languages."""
    accounts = accounts_of(session.candidates.values_list("person", flat=True)).values()
    told = [(Channel.APP, str(one), str(one)) for one in accounts]
    told += [(Channel.MAIL, f"mail:{one}", to) for one, to in sorted(mail_of(accounts).items())]
    subjects, texts = zip(*_in_each_language(session, on), strict=True)
    number = session.case_number
    for channel, whose, to in told:
        key = f"not-held:{number}:{whose}"
        send(channel, to, " · ".join(subjects), "\n\n".join(texts), key=key, about=f"case:{number}")


def _in_each_language(session: AssessmentSession, on: date) -> Iterator[tuple[str, str]]:
    for code, _name in settings.LANGUAGES:
        with override(code):
            yield _subject(session), _text(session, on)


def _subject(session: AssessmentSession) -> str:
    told = {
        "occupation": session.assessed, "day": session.planned_on.isoformat(),
    }  # fmt: skip
    return _("您报考的评价不再举行：%(occupation)s %(day)s") % told


def _text(session: AssessmentSession, on: date) -> str:
    told = {
        "body": session.filing.assessor.organisation.name,
        "plan": f"{date_format(session.planned_on, 'DATE_FORMAT')} {session.place}",
        "number": session.case_number,
        "on": date_format(on, "DATE_FORMAT"),
    }
    means = _("您的座位不再保留，本场不核发证书；可以另行报名，场次见“技能评价报名”。")
    if session.state == SessionState.STOPPED:
        return _("人社部门于%(on)s停止了%(body)s的评价（%(number)s，%(plan)s）。") % told + means
    return _("%(body)s于%(on)s取消了评价（%(number)s，%(plan)s）。") % told + means
