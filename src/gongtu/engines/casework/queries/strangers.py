"""Cases opened by somebody without an account: found by the token they were given."""

from __future__ import annotations

from django.core.signing import BadSignature, Signer
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from gongtu.engines.casework.models import Case, Letter
from gongtu.engines.casework.queries.cases import letters_of
from gongtu.engines.casework.refusals import CaseUnknown
from gongtu.engines.casework.registry import get_procedure
from gongtu.parties.capacity import Capacity
from gongtu.parties.roles import OFFICES


def token_of(case: Case) -> str:
    """What lets somebody without an account follow what they opened: nobody guesses it."""
    return _signer(case).sign(case.number)


def get_followed(token: str) -> Case:
    """The case that somebody without an account opened.

    Raises:
        CaseUnknown: The token was not given out here.
    """
    number = token.rpartition(Signer().sep)[0]
    opened = Case.objects.select_related("holder_organisation")
    case = opened.filter(number=number, stranger__isnull=False).first()
    if case is None or not _is_genuine(token, case):
        raise CaseUnknown(_("没有这一件登记。"))
    return case


def answers_given(case: Case) -> list[str]:
    """What whoever opened it was answered so far, but for what a letter tells."""
    told = get_procedure(case.procedure, case.version).moves
    answers = (case.move_answers.get(move.key, {}) for move in told if move.issues is None)
    return [given["answer"] for given in answers if "answer" in given]


def letters_to_stranger(case: Case) -> QuerySet[Letter]:
    """Letters to nobody in particular: to whoever has the token."""
    return letters_of(case).filter(to_person=None, to_organisation=None)


def contact_of(case: Case, by: Capacity) -> str:
    """How to reach whoever opened it without an account; for offices and whose turn it is."""
    holds = by.organisation is not None and by.organisation == case.holder_organisation_id
    stranger = getattr(case, "stranger", None) if holds or by.role in OFFICES else None
    return stranger.contact if stranger else ""


def _signer(case: Case) -> Signer:
    return Signer(salt=case.procedure)


def _is_genuine(token: str, case: Case) -> bool:
    try:
        return _signer(case).unsign(token) == case.number
    except BadSignature:
        return False
