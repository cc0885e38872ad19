"""How far an import is, and what came of it."""

from typing import Any

import pytest
from django.urls import reverse

from gongtu.records.jobs.models import Job
from tests.cast import Cast, id_number
from tests.web.enterprise.test_import_roster import ADDRESS, roster


def imported(cast: Cast, *lines: str, capture: Any) -> str:
    with capture(execute=True):
        landed = cast.client(cast.clerk).post(ADDRESS, {"roster": roster(*lines), "step": "start"})
    return str(landed.url)


def test_good_file_is_taken_in_whole(cast: Cast, django_capture_on_commit_callbacks: Any) -> None:
    place = imported(
        cast, f"新工,{id_number(300)},车工,2026-03-01", capture=django_capture_on_commit_callbacks
    )

    shown = cast.client(cast.clerk).get(place).content.decode()

    assert "新登记1人，新增职工1人" in shown


def test_one_wrong_row_takes_nobody_in_and_is_given_back(
    cast: Cast, django_capture_on_commit_callbacks: Any
) -> None:
    place = imported(
        cast,
        f"新工,{id_number(300)},车工,2026-03-01",
        "错号,123,车工,2026-03-01",
        capture=django_capture_on_commit_callbacks,
    )
    client = cast.client(cast.clerk)

    shown = client.get(place).content.decode()
    given_back = client.get(f"{place}errors/")

    assert "一行也没有导入" in shown
    assert given_back["Content-Disposition"].startswith("attachment")
    assert b"".join(given_back.streaming_content).startswith(b"PK")


@pytest.mark.parametrize("state", ["waiting", "running"])
def test_running_import_shows_progress(cast: Cast, state: str) -> None:
    job = Job.objects.create(
        kind="roster-import", state=state, done=30, total=60, owner_account=cast.clerk.account
    )
    place = reverse("enterprise:show_import", args=[job.pk])

    shown = cast.client(cast.clerk).get(place).content.decode()

    assert "刷新进度" in shown
    assert 'value="50"' in shown


def test_import_of_another_is_not_found(cast: Cast) -> None:
    job = Job.objects.create(kind="roster-import", owner_account=cast.clerk.account)
    place = reverse("enterprise:show_import", args=[job.pk])

    assert cast.client(cast.other_clerk).get(place).status_code == 404
