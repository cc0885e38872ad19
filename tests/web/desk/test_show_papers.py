"""How far a file of papers is, to whoever handed it in."""

import pytest
from django.urls import reverse

from gongtu.records.jobs.models import Job
from tests.cast import Cast


@pytest.mark.parametrize(
    ("state", "more", "says"),
    [
        ("waiting", {}, "排队中"),
        ("running", {"done": 30, "total": 100, "outcome": {"doing": "已补录30份"}}, "已补录30份"),
        ("failed", {"outcome": {"reasons": ["超过1000000行，请分成几份。"]}}, "超过1000000行"),
    ],
)
def test_a_file_on_its_way_says_how_far_it_is(
    cast: Cast, state: str, more: dict[str, object], says: str
) -> None:
    job = Job.objects.create(
        kind="papers-entry", state=state, owner_account=cast.clerk.account,
        payload={"organisation": cast.bodies["works"].pk}, **more,
    )  # fmt: skip

    shown = cast.client(cast.clerk).get(reverse("desk:show_papers", args=[job.pk]))

    assert says in shown.content.decode()
