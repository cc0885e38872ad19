"""Telling those whose turn it is: a message is written with the change it tells of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from uuid import UUID

from django.utils.translation import gettext_noop

from gongtu.base.bilingual import Word
from gongtu.base.digests import sha256_hex
from gongtu.base.speech import gettext as _
from gongtu.engines.casework.authority import chain_of
from gongtu.engines.casework.models import Case, Letter
from gongtu.engines.casework.registry import ProcedureUnknown, folder_of
from gongtu.engines.casework.texts import worded
from gongtu.parties.capacity import Capacity
from gongtu.parties.queries import accounts_of, accounts_of_officers, mail_of
from gongtu.records.outbox.models import Channel, Message, MessageState
from gongtu.records.outbox.queries import unread_by
from gongtu.records.outbox.services import send, written

YOUR_TURN = gettext_noop("轮到您办理：%(title)s")
ENDED = gettext_noop("已办结：%(title)s")
EXTENDED = gettext_noop("期限已延长：%(title)s")
LATE = gettext_noop("已超过期限：%(title)s")
NEW_LETTER = gettext_noop("新文书：%(title)s")


def tell_holder(case: Case, *, by: Capacity, on: date) -> None:
    """Tell whoever the case now lies with, or, when it has ended, who opened it.

    That it is theirs, `by` knows who brought it there, and whoever has not read it yet is not told
    again.
    """
    if case.closed_on is not None:
        _tell(case, _openers(case, on), ENDED, on=on)
        return
    holders = _holders(case, on) - {by.account}
    subject = written(Channel.APP, *_words(case, YOUR_TURN, _title(case), on))["subject"]
    _tell(case, holders - unread_by(holders, chain_of(case), subject), YOUR_TURN, on=on)


def tell_extended(case: Case, *, on: date) -> None:
    """Tell who opened the case that its limit was put off."""
    _tell(case, _openers(case, on), EXTENDED, on=on)


def tell_addressee(letter: Letter, *, on: date) -> None:
    """Tell whom a letter is for that it is there to be read."""
    accounts = _of(letter.to_organisation_id, letter.to_person_id, on)
    title = Word(letter.title, letter.title_en or letter.title)
    _tell(letter.case, accounts, NEW_LETTER, on=on, title=title)
    _mail(letter.case, accounts, title, on=on)


def tell_late_all(cases: Sequence[Case], *, on: date) -> None:
    """Tell both sides of many cases that the term has passed; a fixed number of queries."""
    holders = [case.holder_organisation_id for case in cases]
    officers = accounts_of_officers(holders, on=on)
    acting = [case.assignee_id or case.holder_person_id for case in cases]
    persons = accounts_of([*acting, *(case.opener_person_id for case in cases)])
    told = {case: _concerned(case, officers, persons) for case in cases}
    messages = [
        message
        for case, accounts in told.items()
        for message in _messages(case, accounts, LATE, on=on)
    ]
    Message.objects.bulk_create(messages, ignore_conflicts=True)


def _messages(case: Case, accounts: Iterable[int], says: str, *, on: date) -> Iterator[Message]:
    """Unsaved, one for each account."""
    title = _title(case)
    words = written(Channel.APP, *_words(case, says, title, on))
    for account in sorted(accounts):
        yield Message(
            key=_key(case, says, title, account), channel=Channel.APP, to=str(account), **words,
            about=chain_of(case), state=MessageState.SENT,
        )  # fmt: skip


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
    case: Case, accounts: Iterable[int], says: str, *, on: date, title: Word | None = None
) -> None:
    title = title or _title(case)
    words = _words(case, says, title, on)
    for account in sorted(accounts):
        key = _key(case, says, title, account)
        send(Channel.APP, account, *words, key=key, about=chain_of(case))


def _mail(case: Case, accounts: Iterable[int], title: Word, *, on: date) -> None:
    """By mail too, to who gave an address; the letter itself is read after signing in."""
    words = _words(case, NEW_LETTER, title, on)
    for account, address in sorted(mail_of(accounts).items()):
        key = f"mail:{_key(case, NEW_LETTER, title, account)}"
        send(Channel.MAIL, address, *words, key=key, about=chain_of(case))


def _title(case: Case) -> Word:
    """In Chinese alone where no provision declares the procedure any more."""
    try:
        return worded(case.title, folder_of(case.procedure))
    except ProcedureUnknown:
        return Word(case.title, case.title)


def _words(case: Case, says: str, title: Word, on: date) -> tuple[str, str]:
    """Subject and text, to be said in any language."""
    text = _("案件编号%(number)s，%(day)s。") % {"number": case.number, "day": on.isoformat()}
    return _(says) % {"title": title}, text


def _key(case: Case, says: str, title: Word, account: int) -> str:
    """Lets one change tell one account one thing once."""
    said = sha256_hex(f"{says}{title.label}".encode())[:12]
    return f"{chain_of(case)}:{case.turn}:{said}:{account}"


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
