"""Telling those whose turn it is: a message is written with the change it tells of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from uuid import UUID

from django.utils.translation import gettext_noop

from gongtu.base.bilingual import Word
from gongtu.base.digests import sha256_hex
from gongtu.base.speech import gettext as _
from gongtu.engines.casework.authority import chain_of
from gongtu.engines.casework.models import Case, Letter
from gongtu.parties.queries import accounts_of, accounts_of_officers, mail_of
from gongtu.records.outbox.models import Channel, Message, MessageState
from gongtu.records.outbox.services import send

YOUR_TURN = "轮到您办理：%(title)s"
ENDED = "已办结：%(title)s"
EXTENDED = "期限已延长：%(title)s"
LATE = "已超过期限：%(title)s"
NEW_LETTER = gettext_noop("新文书：%(title)s")


def tell_holder(case: Case, *, on: date) -> None:
    """Tell whoever the case now lies with, or, when it has ended, who opened it."""
    if case.closed_on is not None:
        _tell(case, _openers(case, on), ENDED, on=on)
    else:
        _tell(case, _holders(case, on), YOUR_TURN, on=on)


def tell_extended(case: Case, *, on: date) -> None:
    """Tell who opened the case that its limit was put off."""
    _tell(case, _openers(case, on), EXTENDED, on=on)


def tell_addressee(letter: Letter, *, on: date) -> None:
    """Tell whom a letter is for that it is there to be read."""
    accounts = _of(letter.to_organisation_id, letter.to_person_id, on)
    _tell(letter.case, accounts, NEW_LETTER, on=on, title=letter.title)
    _mail(letter, accounts, on=on)


def tell_late_all(cases: Sequence[Case], *, on: date) -> None:
    """Tell both sides of many cases that the term has passed; a fixed number of queries."""
    holders = [case.holder_organisation_id for case in cases]
    officers = accounts_of_officers(holders, on=on)
    acting = [case.assignee_id or case.holder_person_id for case in cases]
    persons = accounts_of([*acting, *(case.opener_person_id for case in cases)])
    told = {case: _concerned(case, officers, persons) for case in cases}
    messages = [
        _message(case, account, LATE, case.title, on)
        for case, accounts in told.items()
        for account in sorted(accounts)
    ]
    Message.objects.bulk_create(messages, ignore_conflicts=True)


def _concerned(
    case: Case, officers: Mapping[int, list[int]], persons: Mapping[UUID, int]
) -> set[int]:
    own = {case.opener_account_id} if case.opener_account_id is not None else set()
    acting = case.assignee_id or case.holder_person_id
    named = {persons[p] for p in (acting, case.opener_person_id) if p is not None and p in persons}
    if acting is not None:
        return own | named
    return own | named | set(officers.get(case.holder_organisation_id or 0, ()))


def _tell(
    case: Case, accounts: Iterable[int], says: str, *, on: date, title: str | None = None
) -> None:
    for account in sorted(accounts):
        message = _message(case, account, says, title or case.title, on)
        key, about = message.key, message.about
        send(Channel.APP, account, message.subject, message.text, key=key, about=about)


def _mail(letter: Letter, accounts: Iterable[int], *, on: date) -> None:
    """By mail too, to who gave an address; the letter itself is read after signing in."""
    case, title = letter.case, Word(letter.title, letter.title_en or letter.title)
    subject = _(NEW_LETTER) % {"title": title}
    text = _("案件编号%(number)s，%(day)s。") % {"number": case.number, "day": on.isoformat()}
    for account, address in sorted(mail_of(accounts).items()):
        message = _message(case, account, NEW_LETTER, letter.title, on)
        key, about = f"mail:{message.key}", message.about
        send(Channel.MAIL, address, subject, text, key=key, about=about)


def _message(case: Case, account: int, says: str, title: str, on: date) -> Message:
    """Unsaved; its key lets one change tell one account one thing once.

    It is written in the source language, whatever the language of whoever caused it.
    """
    subject = says % {"title": title}
    text = f"案件编号{case.number}，{on.isoformat()}。"
    chain = chain_of(case)
    said = sha256_hex(f"{says}{title}".encode())[:12]
    return Message(
        key=f"{chain}:{case.turn}:{said}:{account}", channel=Channel.APP, to=str(account),
        subject=subject[:200], text=text, about=chain, state=MessageState.SENT,
    )  # fmt: skip


def _holders(case: Case, on: date) -> set[int]:
    if case.assignee_id is not None and case.holder_organisation_id is not None:
        return set(accounts_of([case.assignee_id]).values())
    return _of(case.holder_organisation_id, case.holder_person_id, on)


def _openers(case: Case, on: date) -> set[int]:
    """Who opened it, and the person for whom somebody else did."""
    opened = {case.opener_account_id} if case.opener_account_id is not None else set()
    if case.opener_person_id is not None or not opened:
        return opened | _of(case.opener_organisation_id, case.opener_person_id, on)
    return opened


def _of(organisation: int | None, person: UUID | None, on: date) -> set[int]:
    if person is not None:
        return set(accounts_of([person]).values())
    return set(accounts_of_officers([organisation], on=on).get(organisation or 0, ()))
