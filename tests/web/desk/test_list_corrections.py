"""The desk tells, decides and pays corrections; whom they concern reads and answers them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.urls import reverse

from gongtu.engines.casework import services as casework
from gongtu.engines.casework.models import Case, Letter, Recomputation
from gongtu.policy import providers
from gongtu.records.jobs.models import Job
from tests.cast import Cast
from tests.factories import corrections as given
from tests.factories.corrections import NEXT
from tests.web.costs import queries_of

ADDRESS, LOOK = reverse("desk:list_corrections"), reverse("desk:look_again")
TELL = reverse("desk:tell_corrections")
BENEFIT = "skill-upgrade-subsidy"


@pytest.fixture
def paid(cast: Cast) -> Iterator[Case]:
    """王师傅 was paid 2,000 yuan; his certificate turns out to be void."""
    before = providers.use_decisions(given.decided())
    case = given.paid(cast)
    given.void()
    yield case
    providers.use_decisions(before)


def page(cast: Cast, who: Any, address: str = ADDRESS) -> str:
    return str(cast.client(who).get(address).content.decode())


def test_it_is_told_answered_and_decided_on_pages(cast: Cast, paid: Case, settings: Any) -> None:
    settings.GONGTU_TODAY = NEXT
    found = given.proposed()
    own = reverse("cases:show_case", args=[paid.number])
    assert "¥2,000.00" in page(cast, cast.liu)
    assert "给付更正" not in page(cast, cast.wang, own)

    cast.client(cast.liu).post(reverse("desk:tell_correction", args=[found.pk]))
    assert "确认更正</button>" not in page(cast, cast.liu)
    assert "当事人尚未答复" in page(cast, cast.sun)
    assert "您有权陈述、申辩" in page(cast, cast.wang, own)
    assert "提交意见" not in page(cast, cast.sun, own)

    answer = reverse("cases:remark", args=[paid.number])
    cast.client(cast.wang).post(answer, {"reason": "证书是单位弄错的。"})
    assert "当事人已答复" in page(cast, cast.sun)
    told = {"settle": "confirm", "reason": "证书确已撤销。"}
    settle = reverse("desk:settle_correction", args=[found.pk])
    shown = cast.client(cast.sun).post(settle, told, follow=True).content.decode()

    assert "已更正" in shown
    shown = page(cast, cast.wang, own)
    assert "《给付更正决定书》" in shown
    assert "证书确已撤销。" in shown


def test_what_is_owed_in_addition_is_paid_from_the_page(cast: Cast, settings: Any) -> None:
    settings.GONGTU_TODAY = NEXT
    before = providers.use_decisions(given.decided())
    given.paid(cast, given.Grade.INTERMEDIATE)
    given.Certificate.objects.update(grade="senior")
    found = given.told(cast)
    settle = reverse("desk:settle_correction", args=[found.pk])
    cast.client(cast.sun).post(settle, {"settle": "confirm", "reason": "等级更正。"})
    assert "待补发¥500.00" in page(cast, cast.sun)
    pay = reverse("desk:pay_correction", args=[found.pk])
    assert pay not in page(cast, cast.sun)

    shown = cast.client(cast.liu).post(pay, follow=True).content.decode()
    providers.use_decisions(before)

    assert "已补发" in shown
    assert "待补发" not in shown


def test_looking_again_on_demand(cast: Cast, paid: Case) -> None:
    assert "现在重新计算" in page(cast, cast.liu)
    assert "现在重新计算" not in page(cast, cast.federation)

    cast.client(cast.liu).post(LOOK)

    assert "¥2,000.00" in page(cast, cast.liu)
    assert Job.objects.get(kind="look-again").outcome["proposed"] == 1
    assert cast.client(cast.federation).post(LOOK).status_code == 403


def test_all_decisions_of_one_benefit_at_once_and_again_nothing_more(
    cast: Cast, paid: Case
) -> None:
    given.void()
    second = given.paid(cast, of=cast.li, serial=2)
    given.void()
    client = cast.client(cast.liu)

    client.post(LOOK, {"benefit": "degree-subsidy"})
    assert not paid.corrections.exists()
    client.post(LOOK, {"benefit": BENEFIT})
    client.post(LOOK, {"benefit": BENEFIT})

    assert paid.corrections.count() == second.corrections.count() == 1
    runs = client.get(ADDRESS).context["looking"]["runs"]
    told = [(run["title"], run["done"], run["differences"]) for run in runs]
    assert told == [
        ("技能提升补贴申领", 2, 0), ("技能提升补贴申领", 2, 2), ("学历提升补贴申领", 0, 0),
    ]  # fmt: skip
    assert client.post(LOOK, {"benefit": "grade-assessment"}).status_code == 403


def test_everybody_on_the_page_is_told_at_once_each_by_a_letter(cast: Cast, paid: Case) -> None:
    given.paid(cast, of=cast.li, serial=2)
    given.void()
    client = cast.client(cast.liu)
    client.post(LOOK)
    told = {"correction": client.get(ADDRESS).context["to_tell"]}
    assert len(told["correction"]) == 2

    shown = client.post(TELL, told, follow=True).content.decode()

    assert "已告知2件" in shown
    to = Letter.objects.filter(kind="correction_notice").values_list("to_person", flat=True)
    assert set(to) == {cast.wang.person, cast.li.person}
    again = client.post(TELL, told, follow=True).content.decode()
    assert "已告知0件" not in again
    assert "已经办理到下一步" in again
    assert len(to.all()) == 2
    cast.client(cast.zheng).post(TELL, told)
    assert cast.client(cast.wang).post(TELL, told).status_code == 403


def test_another_body_looks_at_its_own_decisions_only(cast: Cast, paid: Case) -> None:
    cast.client(cast.zheng).post(LOOK)

    assert not paid.corrections.exists()
    assert cast.client(cast.zheng).get(ADDRESS).context["looking"]["runs"][0]["done"] == 0


def test_while_it_runs_it_is_not_started_again(cast: Cast) -> None:
    job = Job.objects.create(kind="look-again", state="running")
    told = {"on": NEXT, "done": 1, "total": 4, "job_key": job.pk}
    run = Recomputation.objects.create(organisation=cast.liu.organisation, **told)

    assert "正在重新计算，已完成25%" in page(cast, cast.liu)
    assert cast.client(cast.sun).post(LOOK).status_code == 422
    assert cast.client(cast.zheng).post(LOOK).status_code == 302

    Job.objects.filter(pk=job.pk).update(state="failed")
    run.delete()
    Recomputation.objects.create(organisation=0, **told)
    assert cast.client(cast.sun).post(LOOK).status_code == 422


def test_a_run_whose_worker_is_gone_gives_its_place_away(cast: Cast) -> None:
    job = Job.objects.create(kind="look-again", state="failed")
    dead = Recomputation.objects.create(on=NEXT, job_key=job.pk)

    assert casework.propose_corrections(on=NEXT) == 0

    dead.refresh_from_db()
    assert dead.state == "broken"


def test_killed_it_goes_on_behind_the_last_whole_step(cast: Cast, paid: Case) -> None:
    second = given.paid(cast, of=cast.li, serial=2)
    given.void()
    run = Recomputation.objects.create(on=NEXT, after=paid.number, done=1, total=2)
    told: list[tuple[int, int]] = []

    made = casework.carry_out(run, lambda done, total: told.append((done, total)))

    assert (made, run.state, told) == (1, "done", [(2, 2)])
    assert second.corrections.exists()
    assert not paid.corrections.exists()


def test_many_cost_no_more(cast: Cast, paid: Case) -> None:
    given.told(cast)
    client = cast.client(cast.liu)
    few = queries_of(client, ADDRESS)
    given.paid(cast, of=cast.li, serial=2)
    given.void()
    given.told(cast)

    assert client.get(ADDRESS).content.decode().count("当事人尚未答复") == 2
    assert queries_of(client, ADDRESS) == few


def test_other_offices_and_the_person_see_no_list(cast: Cast, paid: Case) -> None:
    found = given.proposed()

    assert "¥2,000.00" not in page(cast, cast.federation)
    assert "¥2,000.00" not in page(cast, cast.zheng)
    assert cast.client(cast.wang).get(ADDRESS).status_code == 403
    tell = reverse("desk:tell_correction", args=[found.pk])
    assert cast.client(cast.zheng).post(tell).status_code == 404
