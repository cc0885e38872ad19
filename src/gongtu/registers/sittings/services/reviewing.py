"""A sample of the marks is marked again before anything is published; both marks are kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from gongtu.base.draws import share_of
from gongtu.base.errors import Refused
from gongtu.parties.capacity import Capacity
from gongtu.registers.sittings.choices import Drawn, LookedAgain
from gongtu.registers.sittings.models import Draw, MarkEntry, MarkReview
from gongtu.registers.sittings.queries import (
    count_unsettled,
    entries_of,
    list_draws,
    sample_of,
    ticket_of,
    unreviewed_in,
)
from gongtu.registers.sittings.services.arranging import get_arranged
from gongtu.registers.sittings.services.drawing import draw
from gongtu.registers.sittings.services.marking import Line, passing, told_by
from gongtu.registers.skills import services as skills
from gongtu.registers.skills.models import Candidate
from gongtu.registers.skills.services import RowsWrong
from gongtu.registers.skills.services.sessions import Marks


class NothingToSample(Refused):
    """There are no marks to draw from yet, or the session marks none again."""


@transaction.atomic
def draw_sample(case_number: str, *, by: Capacity, on: date) -> Draw:
    """Draw the share of the candidates whose marks are looked at again.

    Raises:
        NotArranged: The session is not arranged.
        NothingToSample: Marks are not settled yet, the share is nought, or it is drawn already.
    """
    sitting = get_arranged(case_number)
    if not sitting.sample_percent:
        raise NothingToSample(_("本场的考务安排没有抽样复评。"))
    if count_unsettled(sitting):
        raise NothingToSample(_("还有考生的成绩没有核对一致，核对以后再抽样。"))
    if list_draws(sitting, Drawn.SAMPLE).exists():
        raise NothingToSample(_("复评样本已经抽取。"))
    tickets = [ticket_of(one) for one in sitting.session.candidates.all()]
    take = share_of(len(tickets), sitting.sample_percent)
    return draw(sitting, Drawn.SAMPLE, tickets, take=take, by=by, on=on)


@transaction.atomic
def enter_reviews(case_number: str, text: str, *, line: Line, by: Capacity, on: date) -> int:
    """Enter the second marking of the sample, a line each: name, theory, practice.

    Marks that differ become the result; what stood before is kept beside.

    Returns:
        How many results it corrected.

    Raises:
        NotArranged: The session is not arranged.
        NotEntitled: A candidate reviews nobody.
        RowsWrong: With every line at fault; nothing is entered.
    """
    sitting, pass_mark = get_arranged(case_number), passing(line.pass_mark)
    who, told = told_by(sitting.session, text, by=by)
    sample, left = sample_of(sitting), unreviewed_in(sitting)
    wrong = list(_why_not(told, sample, left, entries_of(case_number), who))
    if wrong:
        raise RowsWrong(*wrong)
    reviews = [
        MarkReview(
            candidate=one, why=LookedAgain.SAMPLE, theory_before=one.theory,
            practice_before=one.practice, theory=theory, practice=practice, looked_by_id=who,
            looked_on=on,
        )
        for one, (theory, practice) in told.items()
    ]  # fmt: skip
    MarkReview.objects.bulk_create(reviews)
    changed = {
        one.candidate.person_id: Marks(one.theory, one.practice)
        for one in reviews
        if one.is_changed
    }
    skills.enter_results(case_number, changed, pass_mark=pass_mark)
    return len(changed)


def _why_not(
    told: Mapping[Candidate, Marks],
    sample: frozenset[str],
    left: frozenset[str],
    entered: Mapping[int, Sequence[MarkEntry]],
    who: UUID,
) -> Iterator[str]:
    for one in told:
        name, ticket = {"name": one.person.name}, ticket_of(one)
        if ticket not in sample:
            yield _("%(name)s没有抽中复评。") % name
        elif ticket not in left:
            yield _("%(name)s已经复评。") % name
        elif any(entry.entered_by_id == who for entry in entered.get(one.pk, ())):
            yield _("%(name)s的成绩是您录入的，请由没有录入过的经办人复评。") % name
