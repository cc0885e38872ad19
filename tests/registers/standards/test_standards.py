"""A standard from its draft to an edition that sessions go by."""

from datetime import date, timedelta

import pytest

from gongtu.base.errors import Refused
from gongtu.engines.casework import services as casework
from gongtu.parties.access import NotEntitled
from gongtu.parties.capacity import PUBLIC
from gongtu.registers.ladder.queries import wording_of
from gongtu.registers.skills.models import AssessmentSession
from gongtu.registers.standards import queries, services
from gongtu.registers.standards.choices import Outcome
from tests.cast import DAY, FITTER
from tests.factories import sessions, skills, standards

LATER = DAY + timedelta(days=60)


def planned(cast, on):
    case = sessions.planned(cast, on)
    return AssessmentSession.objects.get(case_number=case.number)


def used(session):
    return [one.number for one in queries.used_in([session.pk]).get(session.pk, [])]


def test_sessions_go_by_the_edition_in_force_on_their_day(cast, django_assert_max_num_queries):
    skills.filing(cast)
    before = planned(cast, LATER - timedelta(days=1))
    first = standards.adopted(cast, since=LATER)
    on_the_day = planned(cast, LATER)
    held = planned(cast, LATER + timedelta(days=30))
    AssessmentSession.objects.filter(pk=held.pk).update(state="issued")
    ahead = planned(cast, LATER + timedelta(days=30))

    second = standards.adopted(cast, since=LATER + timedelta(days=20), number="2号")

    assert [used(one) for one in (before, on_the_day, held, ahead)] == [
        [], ["1号"], ["1号"], ["2号"],
    ]  # fmt: skip
    assert (first.edition, second.edition) == (1, 2)
    assert queries.edition_before(second) == first
    assert queries.in_force_among([first, second], LATER) == {first.pk}
    assert queries.in_force_among([first, second], second.in_force_from) == {second.pk}
    again = AssessmentSession.objects.filter(pk__in=[before.pk, ahead.pk])
    with django_assert_max_num_queries(3):
        services.record_uses(again.select_related("filing"))
    assert list(queries.sessions_using(second.pk, by=cast.clerk)) == [ahead]
    assert list(queries.sessions_using(second.pk, by=cast.zheng)) == [ahead]
    assert list(queries.sessions_using(second.pk, by=cast.other_clerk)) == []


def test_an_edition_says_nothing_of_grades_it_does_not_cover(cast):
    skills.filing(cast)
    standards.adopted(cast, since=LATER, highest="intermediate", text="# 甲\n知识：乙")

    assert used(planned(cast, LATER)) == []


def test_adopted_standard_sets_the_wording_of_its_occupation(cast):
    standards.adopted(cast, since=LATER, wording="2023")

    assert wording_of(FITTER, on=LATER - timedelta(days=1)) is None
    assert wording_of(FITTER, on=LATER).wording == "2023"
    assert wording_of(FITTER, on=LATER).source == "1号"


def test_adoption_is_refused_with_every_reason(cast):
    standards.adopted(cast, since=LATER)
    draft, after = standards.opened(cast), standards.UNTIL + timedelta(days=1)
    standards.move(draft, "send", cast.clerk, on=after)

    def prepare(**told):
        standards.move(draft, "prepare", cast.zheng, on=after, **told)

    with pytest.raises(Refused) as refused:
        prepare(number="1号", in_force_from=DAY.isoformat())
    assert [reason[:4] for reason in refused.value.reasons] == ["编号“1", "施行日期"]
    with pytest.raises(Refused, match="应当晚于上一版的2026-10-31"):
        prepare(number="2号", in_force_from=LATER.isoformat())
    prepare(number="2号", in_force_from=(LATER + timedelta(days=1)).isoformat())
    with pytest.raises(Refused, match="未办理前一步骤"):
        standards.move(draft, "adopt", cast.zheng, on=after)
    with pytest.raises(Refused, match="施行日期不能早于"):
        standards.move(draft, "adopt", standards.city_colleague(cast), on=date(2027, 1, 1))


def test_comments_are_taken_once_within_the_round_and_answered_by_the_drafters(cast):
    draft = standards.proposed(cast)
    with pytest.raises(queries.StandardUnknown):
        services.comment(draft.pk, "早了。", by=cast.wang, on=DAY)
    draft = standards.opened(cast, kind="standard")

    first = services.comment(draft.pk, " 太难。 ", section="装配", by=cast.wang, on=DAY)
    again = services.comment(draft.pk, "太难。", section="装配", by=cast.wang, on=standards.UNTIL)
    services.comment(draft.pk, "太难。", by=cast.wang, on=DAY)

    assert first == again
    assert draft.comments.count() == 2
    for text, section, by, on in (
        ("说。", "", PUBLIC, DAY),
        (" ", "", cast.wang, DAY),
        ("说。", "没有的节", cast.wang, DAY),
        ("说。", "", cast.wang, standards.UNTIL + timedelta(days=1)),
    ):
        with pytest.raises(Refused):
            services.comment(draft.pk, text, section=section, by=by, on=on)
    for by in (cast.wang, cast.zheng, cast.other_clerk):
        with pytest.raises(NotEntitled):
            services.answer(first.pk, Outcome.ACCEPTED, reason="", by=by, on=DAY)
    services.answer(first.pk, Outcome.ACCEPTED, reason="", by=cast.clerk, on=DAY)
    with pytest.raises(Refused, match="已经答复"):
        services.answer(first.pk, Outcome.ACCEPTED, reason="", by=cast.clerk, on=DAY)


def test_any_of_the_bodies_of_the_article_proposes_and_nobody_else(cast):
    for by in (cast.clerk, cast.school, cast.liu):
        draft = standards.proposed(cast, by=by)
        assert draft.proposer_id == by.organisation
        case = standards.move(draft, "ask_more", cast.zheng, reason="请修改。")
        assert case.stage == "supplement"
        standards.move(draft, "give_up", by)
    for by in (cast.wang, cast.union):
        with pytest.raises(
            Refused,
            match="由企业、行业组织、院校、职业培训机构、评价机构、人力资源社会保障部门发起",
        ):
            standards.proposed(cast, by=by)


def test_what_cannot_stand_is_not_drafted(cast):
    for told in (
        {"occupation": "9-99-99-99"},
        {"lowest": "senior", "highest": "junior"},
        {"lowest": "apprentice"},
        {"text": "没有分节"},
    ):
        with pytest.raises(Refused):
            standards.proposed(cast, **told)


def test_the_round_is_as_long_as_settled(cast):
    draft = standards.proposed(cast)

    with pytest.raises(Refused, match="不得少于30日"):
        services.open_round(
            draft.case_number, until=standards.UNTIL, days=30, by=cast.zheng, on=DAY
        )
    casework.make_move(draft.case_number, "decline", reason="重复。", by=cast.zheng, on=DAY)
    with pytest.raises(Refused, match="不再制定"):
        services.revise(draft.case_number, standards.TEXT, by=cast.clerk, on=DAY)
