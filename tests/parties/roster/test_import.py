"""A roster is taken in whole, or given back with what to correct."""

import io
from collections.abc import Sequence
from datetime import UTC, date, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import override
from python_calamine import CalamineWorkbook
from xlsxwriter import Workbook

from gongtu.parties import queries
from gongtu.parties.access import NotEntitled
from gongtu.parties.capacity import Capacity
from gongtu.parties.models import Membership, Person, RosterImport
from gongtu.parties.roles import ENTERPRISE
from gongtu.parties.roster.columns import HeadersUnfit
from gongtu.parties.roster.giving_back import problems_of, workbook_of
from gongtu.parties.roster.reading import FileUnreadable
from gongtu.parties.roster.services import import_roster, preview, start_import
from gongtu.records.files.models import StoredFile
from gongtu.records.files.queries import open_file
from gongtu.records.files.services import TooBig
from gongtu.records.jobs.models import Job, JobState
from gongtu.records.journal.queries import list_chain
from tests.parties.conftest import DAY, WANG, World

CHECK_DIGIT = "身份证号码末位校验码应为“X”，填写的是“1”，请逐位核对。"
HEADER = ["姓名", "身份证号", "手机号", "岗位", "职业编码", "入职日期"]
NEW = ["新人", "11010519491231002X", "13800138000", "焊工", "", "2024-03-01"]
KNOWN = ["王师傅", WANG, "", "钳工", "", "2020年5月6日"]


@pytest.fixture
def officer(world: World) -> Capacity:
    return world.officer(world.zhao, world.works, ENTERPRISE)


def xlsx(*rows: Sequence[object]) -> SimpleUploadedFile:
    target = io.BytesIO()
    with Workbook(target, {"in_memory": True}) as workbook:
        sheet = workbook.add_worksheet()
        day = workbook.add_format({"num_format": "yyyy-mm-dd"})
        for line, row in enumerate(rows):
            for place, cell in enumerate(row):
                if isinstance(cell, datetime):
                    sheet.write_datetime(line, place, cell.replace(tzinfo=None), day)
                else:
                    sheet.write(line, place, cell)
    return SimpleUploadedFile("花名册.xlsx", target.getvalue())


def text(*rows: Sequence[object], encoding: str = "utf-8") -> SimpleUploadedFile:
    lines = [",".join(str(cell) for cell in row) for row in rows]
    return SimpleUploadedFile("花名册.csv", "\r\n".join(lines).encode(encoding))


def take(upload: SimpleUploadedFile, world: World, officer: Capacity) -> Job:
    job = start_import(upload, world.works, by=officer, on=DAY)
    job.refresh_from_db()
    return job


def problems(job: Job) -> list[tuple[int, str, str]]:
    return [(p["row"], p["column"], p["wrong"]) for p in problems_of(job)]


def book_of(job: Job, reader: str = "zh-hans") -> CalamineWorkbook:
    with override(reader), open_file(workbook_of(job) or "") as file:
        return CalamineWorkbook.from_filelike(io.BytesIO(file.read()))


def test_known_and_new_workers_are_employed(world: World, officer: Capacity) -> None:
    job = take(xlsx(HEADER, NEW, KNOWN), world, officer)

    assert job.state == JobState.DONE
    assert (job.outcome["rows"], job.outcome["registered"], job.outcome["employed"]) == (2, 1, 2)
    new = queries.find_person_by_id_number(NEW[1])
    assert new is not None
    assert (new.name, queries.masked_phone(new), new.division) == (
        "新人",
        "138****8000",
        world.south,
    )
    assert Membership.objects.get(person=world.wang).since == date(2020, 5, 6)


def test_import_is_journaled_under_the_enterprise(world: World, officer: Capacity) -> None:
    take(xlsx(HEADER, NEW), world, officer)

    entry = list_chain(f"organisation:{world.works.pk}").last()
    assert entry is not None
    assert (entry.kind, entry.what["employed"]) == ("imported", 1)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_text_is_read_in_either_encoding(world: World, officer: Capacity, encoding: str) -> None:
    job = take(text(HEADER, NEW, encoding=encoding), world, officer)

    assert job.outcome["registered"] == 1


def test_headers_stand_in_any_order_under_other_names(world: World, officer: Capacity) -> None:
    title = ["甲公司2026年职工花名册"]
    header = ["入职时间（年-月-日）", "* 公民身份号码", "工种", "员工姓名"]
    row = [datetime(2024, 3, 1, tzinfo=UTC), NEW[1], "焊工", "新人"]

    job = take(xlsx(title, header, row), world, officer)

    assert job.outcome["employed"] == 1


def test_missing_header_is_told_before_anything_is_kept(world: World, officer: Capacity) -> None:
    with pytest.raises(HeadersUnfit) as refusal:
        start_import(xlsx(["姓名", "身份证号", "岗位"]), world.works, by=officer, on=DAY)

    assert refusal.value.reasons == (
        "表头缺少“入职日期”一列。",
        "读到的表头是：姓名、身份证号、岗位。",
    )


def test_header_standing_twice_is_told(world: World, officer: Capacity) -> None:
    with pytest.raises(HeadersUnfit, match="表头“姓名”出现了不止一次"):
        start_import(xlsx([*HEADER, "员工姓名"]), world.works, by=officer, on=DAY)


@pytest.mark.parametrize(
    ("place", "cell", "expected"),
    [
        (0, "", ("姓名", "没有填写")),
        (1, "110105194912310021", ("身份证号", CHECK_DIGIT)),
        (1, "", ("身份证号", "没有填写")),
        (1, 110105194912310021, ("身份证号", "被存成了数字，末几位已经丢失")),
        (2, "12345", ("手机号", "手机号码应为1开头的11位数字，填写的是“12345”。")),
        (3, "", ("岗位", "没有填写")),
        (4, "9-99-99-99", ("职业编码", "职业分类大典里没有这个编码")),
        (5, "去年", ("入职日期", "不是日期")),
        (5, "2024-02-30", ("入职日期", "不是日期")),
        (5, "2026-09-02", ("入职日期", "在今天之后")),
    ],
)  # fmt: skip
def test_wrong_cell_is_told_with_row_and_column(
    world: World, officer: Capacity, place: int, cell: object, expected: tuple[str, str]
) -> None:
    row: list[object] = list(NEW)
    row[place] = cell

    job = take(xlsx(HEADER, KNOWN, row), world, officer)

    assert problems(job) == [(3, *expected)]


def test_one_wrong_row_keeps_everybody_out(world: World, officer: Capacity) -> None:
    take(xlsx(HEADER, NEW, [*KNOWN[:5], "去年"]), world, officer)

    assert Membership.objects.count() == 0
    assert queries.find_person_by_id_number(NEW[1]) is None


def test_person_standing_twice_is_told(world: World, officer: Capacity) -> None:
    job = take(xlsx(HEADER, NEW, KNOWN, NEW), world, officer)

    assert problems(job) == [(4, "身份证号", "与第2行重复")]


def test_other_name_than_registered_is_told_without_telling_it(
    world: World, officer: Capacity
) -> None:
    job = take(xlsx(HEADER, ["李四", *KNOWN[1:]]), world, officer)

    assert problems(job) == [(2, "姓名", "与这个身份证号码登记的姓名不一致")]
    assert "王师傅" not in str(job.outcome)


def test_list_of_mistakes_holds_no_whole_number(world: World, officer: Capacity) -> None:
    job = take(xlsx(HEADER, [NEW[0], "110105194912310021", *NEW[2:]]), world, officer)

    assert job.outcome["first"][0]["found"] == "1101…0021"


@pytest.mark.parametrize(
    ("reader", "sheet", "says"),
    [
        ("zh-hans", "花名册", "入职日期：不是日期。写成2024-03-01这样的形式。"),
        ("en", "Roster", "Employed since: not a day. Write it like 2024-03-01."),
    ],
)
def test_given_back_workbook_is_corrected_and_taken_in(
    world: World, officer: Capacity, reader: str, sheet: str, says: str
) -> None:
    job = take(xlsx(HEADER, KNOWN, [*NEW[:5], "去年"]), world, officer)
    header, first, second = book_of(job, reader).get_sheet_by_name(sheet).to_python()
    assert (first[0], first[5], second[0]) == ("新人", "去年", "王师傅")
    assert first[6].strip() == says

    again = take(xlsx(header, [*first[:5], "2024-03-01", first[6]], second), world, officer)

    assert again.outcome["employed"] == 2


def test_same_file_is_taken_in_once(world: World, officer: Capacity) -> None:
    upload = xlsx(HEADER, NEW)
    take(upload, world, officer)
    upload.seek(0)

    job = take(upload, world, officer)

    assert job.outcome["again"] is True
    assert (RosterImport.objects.count(), Membership.objects.count()) == (1, 1)


def test_later_roster_employs_only_who_is_new(world: World, officer: Capacity) -> None:
    take(xlsx(HEADER, NEW), world, officer)

    job = take(xlsx(HEADER, NEW, KNOWN), world, officer)

    assert (job.outcome["registered"], job.outcome["employed"]) == (0, 1)


def test_blank_rows_count_but_do_not_matter(world: World, officer: Capacity) -> None:
    job = take(xlsx(HEADER, [], NEW, ["", " "], [*KNOWN[:5], "去年"]), world, officer)

    assert problems(job) == [(5, "入职日期", "不是日期")]


def test_outsider_cannot_import(world: World) -> None:
    outsider = world.officer(world.li, world.other_works, ENTERPRISE)

    with pytest.raises(NotEntitled):
        start_import(xlsx(HEADER, NEW), world.works, by=outsider, on=DAY)
    assert Job.objects.count() == 0


def test_picture_is_no_roster(world: World, officer: Capacity) -> None:
    upload = SimpleUploadedFile("花名册.xlsx", b"\x89PNG\r\n\x1a\n\x00\x00\xff")

    with pytest.raises(FileUnreadable, match="既不是XLSX工作簿，也不是"):
        start_import(upload, world.works, by=officer, on=DAY)


def test_broken_workbook_is_told(world: World, officer: Capacity) -> None:
    with pytest.raises(FileUnreadable, match="工作簿打不开"):
        start_import(
            SimpleUploadedFile("花名册.xlsx", b"PK\x03\x04rest"), world.works, by=officer, on=DAY
        )


def test_huge_file_is_refused_unread(world: World, officer: Capacity) -> None:
    class Huge:
        name, size = "花名册.xlsx", 2_000_000_000

        def read(self) -> bytes:
            raise AssertionError("it was read")

    with pytest.raises(TooBig):
        start_import(Huge(), world.works, by=officer, on=DAY)


def test_preview_shows_what_was_understood(world: World) -> None:
    shown = preview(xlsx(HEADER, NEW, [*KNOWN[:5], "去年"]), on=DAY)

    assert [one.label for one in shown.columns] == [
        "姓名",
        "身份证号",
        "手机号",
        "岗位",
        "职业编码",
        "入职日期",
    ]
    assert [worker.name for worker in shown.workers] == ["新人"]
    assert [problem.row for problem in shown.problems] == [3]
    assert Person.objects.filter(name="新人").count() == 0


def test_formula_in_a_roster_stays_text(world: World, officer: Capacity) -> None:
    job = take(text(HEADER, ["=1+1", "", "", "焊工", "", "2024-03-01"]), world, officer)

    assert book_of(job).get_sheet_by_name("花名册").to_python()[1][0] == "=1+1"


def test_files_are_forgotten_once_a_roster_is_taken_in(world: World, officer: Capacity) -> None:
    wrong = take(xlsx(HEADER, [*NEW[:5], "去年"]), world, officer)
    assert StoredFile.objects.filter(pk__in=wrong.outcome["workbooks"].values()).exists()

    take(xlsx(HEADER, NEW), world, officer)

    assert StoredFile.objects.count() == 0


def test_run_again_after_the_end_finds_its_work_done(world: World, officer: Capacity) -> None:
    job = take(xlsx(HEADER, NEW), world, officer)

    assert import_roster(job)["again"] is True
