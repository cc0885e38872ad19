"""What can be decided together, and a run over the city on demand."""

from django.urls import reverse

from gongtu.records.jobs.models import Job
from gongtu.registers.offers.models import Run
from tests.cast import Cast
from tests.factories.cases import claim
from tests.factories.skills import certificate
from tests.web.costs import queries_of

ADDRESS = reverse("desk:list_batches")


def test_claims_that_wait_are_drawn_with_one_button(cast: Cast) -> None:
    claim(cast, certificate(cast).number)
    client = cast.client(cast.liu)
    shown = client.get(ADDRESS).content.decode()
    assert "技能提升补贴申领" in shown

    answer = client.post(reverse("desk:draw_batch", args=["skill-upgrade-subsidy"]))

    assert answer.status_code == 302
    assert "共1件，待核对1件，已核定0件" in client.get(ADDRESS).content.decode()


def test_another_desk_sees_and_draws_nothing(cast: Cast) -> None:
    claim(cast, certificate(cast).number)
    draw = reverse("desk:draw_batch", args=["skill-upgrade-subsidy"])

    assert "技能提升补贴申领" not in cast.client(cast.zheng).get(ADDRESS).content.decode()
    assert cast.client(cast.federation).post(draw).status_code == 403
    assert cast.client(cast.wang).get(ADDRESS).status_code == 403


def test_human_resources_start_a_run_and_others_do_not(cast: Cast) -> None:
    start = reverse("desk:start_run")
    assert cast.client(cast.federation).post(start).status_code == 403
    assert "现在核算" not in cast.client(cast.federation).get(ADDRESS).content.decode()

    shown = cast.client(cast.liu).post(start, follow=True).content.decode()

    assert [(job.state, job.message) for job in Job.objects.all()] == [("done", "")]
    assert "最近一次核算的是2026年9月1日的登记" in shown
    assert Run.objects.get().state == "done"


def test_a_second_run_at_once_is_told_so(cast: Cast) -> None:
    Run.objects.create(on="2026-09-01", engine="", rules="")

    answer = cast.client(cast.liu).post(reverse("desk:start_run"))

    assert answer.status_code == 422
    assert "全城核算正在进行" in answer.content.decode()


def test_many_claims_cost_no_more(cast: Cast) -> None:
    client = cast.client(cast.liu)
    claim(cast, certificate(cast).number)
    few = queries_of(client, ADDRESS)
    claim(cast, certificate(cast, 2).number)

    assert queries_of(client, ADDRESS) == few
