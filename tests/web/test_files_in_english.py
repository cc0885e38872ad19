"""What is wrong with a row of a file is kept in no language: each reader is told in their own."""

from __future__ import annotations

import json
import re
from io import BytesIO
from typing import Any, NamedTuple

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from python_calamine import CalamineWorkbook

from gongtu.records.jobs.models import Job
from tests.api.conftest import ROOT
from tests.cast import DAY, FITTER, Cast, id_number, raise_curtain
from tests.factories.skills import filing, seasoned

pytestmark = pytest.mark.django_db
CHINESE = re.compile(r"[\u3400-\u9fff]+")
ENGLISH = {"accept-language": "en"}
ROSTER = f"姓名,身份证号,手机号,岗位,职业编码,入职日期\n王师傅,{id_number(1)[:-1]}A,12,,9,昨天\n"
RESULTS = (
    "姓名,身份证号,职业编码,等级,评价日期,评价地点,理论成绩,技能成绩,申报条件声明\n"
    f"王师傅,{id_number(1)},{FITTER},技师,{DAY},X,88,91,\n"
    f"小李,{id_number(2)},{FITTER},高级工,{DAY},X,88,91,\n"
    f"小李,{id_number(2)},6-99,超级工,昨天,,101,91,\n"
)
PAPERS = (
    "证书编号,姓名,身份证号,职业名称,等级,发证日期,档案号,授权依据\n"
    f"Y1,王师傅,{id_number(1)},X,超级工,昨天,A,B\n"
)


class File(NamedTuple):
    """Where a kind of file is handed in, its field, and what an English reader must find."""

    page: str
    field: str
    content: str
    says: tuple[str, ...]
    api: str = ""


FILES = {
    "roster": File(
        "enterprise:import_roster",
        "roster",
        ROSTER,
        (
            "Post: not filled in. Fill in: Post.",
            "Employed since: not a day",
            "must be a digit or X",
        ),
    ),
    "results": File(
        "enterprise:upload_results",
        "results",
        RESULTS,
        (
            "level 2, technician",
            "The nearest rule ladder-2018",
            "Say in the column “Statement on conditions”",
        ),
        "/results/",
    ),
    "papers": File("desk:list_papers", "papers", PAPERS, ("Grade: not a skill grade",), "/papers/"),
}
TEXTS = {
    "staff plan": ("enterprise:revise_staff_plan", {
        "first_year": 2027, "years": 2, "needs": f"{FITTER} 高级工 1 2\n{FITTER} senior 1 2",
    }, "senior worker stands in more than one line"),
    "lattice": ("enterprise:revise_lattice", {
        "posts": "skill A\nX B", "crossings": "",
    }, "Line 2: Begin with the track (skill, technical, management)"),
    "equal treatment": ("enterprise:revise_equal_treatment", {
        "rows": "高级工 中级\n技师 助理级 评优评奖",
    }, "Line 2: technician"),
}  # fmt: skip


@pytest.fixture
def cast() -> Cast:
    told = raise_curtain()
    filing(told)
    seasoned(told)
    return told


def english(text: str) -> list[str]:
    """Chinese words but for what the file itself says, and what is written in Chinese."""
    given = "".join((ROSTER, RESULTS, PAPERS, "高级工三级甲公司"))
    return [word for word in CHINESE.findall(text) if word not in given]


def book(content: bytes) -> str:
    read = CalamineWorkbook.from_filelike(BytesIO(content))
    rows = [row for name in read.sheet_names for row in read.get_sheet_by_name(name).to_python()]
    return " ".join([*read.sheet_names, *(str(cell) for row in rows for cell in row)])


@pytest.mark.parametrize("name", FILES)
def test_a_row_at_fault_is_told_in_english(cast: Cast, name: str) -> None:
    client, file = cast.client(cast.clerk), FILES[name]
    upload = SimpleUploadedFile("x.csv", file.content.encode())

    landed = client.post(reverse(file.page), {file.field: upload, "step": "start"})
    told: Any = client.get(landed.url, headers=ENGLISH)
    given_back = client.get(landed.url + "errors/", headers=ENGLISH)
    workbook = book(b"".join(given_back.streaming_content))
    api = client.get(f"{ROOT}{file.api}{Job.objects.get().pk}", headers=ENGLISH).text

    page = told.text.split("<table", 1)[1].split("</table>")[0]
    assert english(page) == english(workbook) == []
    assert [words for words in file.says if words not in workbook] == []
    if file.api:
        assert english(json.dumps(json.loads(api), ensure_ascii=False)) == []
    assert "不" in client.get(landed.url).text.split("<table", 1)[1]


@pytest.mark.parametrize("name", TEXTS)
def test_a_line_at_fault_is_told_in_english(cast: Cast, name: str) -> None:
    address, told, says = TEXTS[name]

    answer = cast.client(cast.clerk).post(reverse(address), told, headers=ENGLISH)

    assert answer.status_code == 422
    assert says in answer.text
