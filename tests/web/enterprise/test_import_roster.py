"""Taking a roster in: a look first, then everybody or nobody."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from gongtu.records.jobs.models import Job
from tests.cast import Cast, id_number

ADDRESS = reverse("enterprise:import_roster")
HEAD = "姓名,身份证号,岗位,入职日期\n"


def roster(*lines: str) -> SimpleUploadedFile:
    text = HEAD + "\n".join(lines)
    return SimpleUploadedFile("roster.csv", text.encode(), content_type="text/csv")


def test_preview_keeps_nothing(cast: Cast) -> None:
    file = roster(f"新工,{id_number(300)},车工,2026-03-01", "错号,123,车工,2026-03-01")

    shown = cast.client(cast.clerk).post(ADDRESS, {"roster": file, "step": "preview"})

    assert "新工" in shown.content.decode()
    assert "需要改正的内容" in shown.content.decode()
    assert not Job.objects.exists()


def test_wrong_headers_are_told(cast: Cast) -> None:
    file = SimpleUploadedFile("roster.csv", "甲,乙\n1,2\n".encode())

    answer = cast.client(cast.clerk).post(ADDRESS, {"roster": file, "step": "start"})

    assert answer.status_code == 422
    assert "表头缺少" in answer.content.decode()


def test_missing_file_is_told(cast: Cast) -> None:
    assert cast.client(cast.clerk).post(ADDRESS, {"step": "start"}).status_code == 422


def test_worker_is_refused(cast: Cast) -> None:
    assert cast.client(cast.wang).get(ADDRESS).status_code == 403
