"""Every way a case says no, each with the words for the person refused."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from gongtu.base.errors import Refused
from gongtu.base.speech import gettext as _
from gongtu.engines.casework.registry import ProcedureUnknown
from gongtu.engines.entitlement.asking import Finding

__all__ = [
    "AlreadyDone",
    "AmountUnknown",
    "AnswersWrong",
    "CaseClosed",
    "CaseUnknown",
    "ConditionsUnmet",
    "InConflict",
    "LimitMissing",
    "NoticeRunning",
    "ProcedureUnknown",
    "ReasonsMissing",
    "StaleMove",
    "WrongHands",
]


class CaseUnknown(Refused):
    """No case goes by this number."""


class WrongHands(Refused):
    """Somebody tried what is not theirs to do or to see; the attempt is journaled."""


class InConflict(WrongHands):
    """The officer is concerned in the matter and must leave it to a colleague."""


class StaleMove(Refused):
    """Somebody was faster; the reason says who did what."""


class CaseClosed(Refused):
    """The case has ended; it still takes remarks and files, but no moves."""


class AlreadyDone(Refused):
    """What may happen once has happened."""


class ReasonsMissing(Refused):
    """The move needs written reasons."""


class AmountUnknown(Refused):
    """The sum cannot be worked out; the reasons name what is missing and who decides it."""


class ConditionsUnmet(Refused):
    """The law's conditions do not hold; `findings` has every one that does not."""

    def __init__(self, findings: Sequence[Finding], reasons: Sequence[str]) -> None:
        self.findings = tuple(findings)
        super().__init__(*reasons)


class AnswersWrong(Refused):
    """The form does not do; `errors` has the sentences for each field at fault."""

    def __init__(self, errors: Mapping[str, Sequence[str]]) -> None:
        self.errors = {name: list(said) for name, said in errors.items()}
        super().__init__(*(sentence for said in self.errors.values() for sentence in said))


class NoticeRunning(Refused):
    """The public notice is not over; `until` is None while its length is 待核."""

    def __init__(self, until: date | None, unanswered: int, *, running: bool = True) -> None:
        self.until, self.unanswered = until, unanswered
        ends = _("公示至%(until)s止，期满后方可办理。") % {"until": until}
        wait = ends if until else _("公示期限待核，尚不能办理。")
        objections = _("尚有%(n)s件异议未答复，答复后方可办理。") % {"n": unanswered}
        super().__init__(*[wait] * running, *[objections] * bool(unanswered))


class LimitMissing(Refused):
    """There is no limit to extend, or its greatest extension is 待核."""
