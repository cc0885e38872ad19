"""Old paper certificates from a file: judged by the row, entered once, signed together."""

import json
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from gongtu.engines.credentials import batches, services
from gongtu.engines.credentials.choices import Verdict
from gongtu.engines.credentials.dids import did_document
from gongtu.engines.credentials.inclusion import verify_inclusion
from gongtu.engines.credentials.models import Credential, CredentialBatch
from gongtu.engines.credentials.published import keys_in
from gongtu.engines.credentials.queries import list_held
from gongtu.engines.credentials.verify import Verification, verify
from gongtu.parties.access import NotEntitled
from gongtu.parties.capacity import Capacity
from gongtu.records.context import instant_of
from gongtu.registers.skills.numbers import Sought
from gongtu.registers.skills.queries import CertificateUnknown, list_public
from gongtu.registers.skills.services.papers import entering
from gongtu.registers.skills.services.papers.checking import Checker
from gongtu.registers.skills.services.papers.entering import enter, judge
from gongtu.registers.skills.services.papers.showing import entitled_then, paper_document
from tests.cast import DAY, FITTER, Cast, id_number, raise_curtain
from tests.factories.skills import certificate, filing
from tests.fresh import Fresh
from tests.registers.skills import killing_papers

HEAD = "证书编号,姓名,身份证号,职业名称,职业编码,等级,发证日期,发证机构,档案号,授权依据\n"
SINCE = date(2021, 3, 1)
KILLING = f"from {killing_papers.__name__} import *; "
OWN, ALIEN, OLD = "Y000037020001213{:06d}", "Y000037990001213{:06d}", "163701200330{:04d}"


@pytest.fixture
def cast(db: None) -> Cast:
    cast = raise_curtain()
    filing(cast)
    return cast


def line(number: str, **told: str) -> str:
    row = {
        "number": number, "name": "王师傅", "id_number": id_number(1), "occupation": "装配钳工",
        "code": FITTER, "grade": "高级工", "day": str(SINCE), "body": "", "mark": "A-7",
        "basis": "",
    } | told  # fmt: skip
    return ",".join(row.values()) + "\n"


def many(count: int) -> bytes:
    rows = (line(OWN.format(n), name=f"张{n}", id_number=id_number(n)) for n in range(1, count + 1))
    return (HEAD + "".join(rows)).encode()


def entered(cast: Cast, *rows: str, body: str = "works", by: Capacity | None = None) -> Any:
    content, on = (HEAD + "".join(rows)).encode(), DAY
    assert judge(content, cast.bodies[body], on=on).problems == []
    by = by or {"works": cast.clerk, "hrss": cast.liu}[body]
    return enter(content, cast.bodies[body], by=by, on=on, tell=lambda _done: None)


def blamed(cast: Cast, *rows: str, body: str = "works") -> list[tuple[int, str, str]]:
    judged = judge((HEAD + "".join(rows)).encode(), cast.bodies[body], on=DAY)
    return [(one.row, one.column.label, one.wrong) for one in judged.problems]


def authority(found: Verification) -> tuple[bool | None, str]:
    return next((step.passed, step.says) for step in found.steps if step.key == "authority")


def test_an_assessors_own_papers_are_valid_by_its_filing(cast: Cast) -> None:
    entered(cast, line(OWN.format(1)), line(OWN.format(2), name="李四", id_number=id_number(40)))

    found = verify(OWN.format(2), on=DAY)
    assert found.verdict == Verdict.VALID
    assert authority(found) == (True, "发证单位2021-03-01的评价备案包括这一职业和等级")


def test_of_a_body_without_a_filing_on_the_day_nobody_can_tell(cast: Cast) -> None:
    entered(cast, line(ALIEN.format(1)), line(OLD.format(1), day="2016-05-06"), body="hrss")

    for number, day in ((ALIEN.format(1), "2021-03-01"), (OLD.format(1), "2016-05-06")):
        found = verify(number, on=DAY)
        assert found.verdict == Verdict.CANNOT_TELL
        assert authority(found) == (None, f"没有发证单位{day}备案或者授权的记录")


def test_what_the_archive_holds_of_the_issuers_authority_counts(cast: Cast) -> None:
    entered(cast, line(OLD.format(1), day="2016-05-06", basis="人社〔2015〕1号"), body="hrss")

    assert verify(OLD.format(1), on=DAY).verdict == Verdict.VALID


def test_an_assessor_gives_itself_no_authority(cast: Cast) -> None:
    subject = {"authorityBasis": "自己", "certificateNumber": ALIEN.format(1), "grade": "senior"}

    told = entitled_then(cast.bodies["works"].pk, {"credentialSubject": subject}, SINCE)

    assert told.held is None


def test_a_paper_is_found_by_number_and_name_or_by_id_number(cast: Cast) -> None:
    entered(cast, line(OLD.format(1), day="2016-05-06", body="旧鉴定所"), body="hrss")

    for typed in (OLD.format(1), id_number(1)):
        assert [one.number for one in list_public(Sought.read(typed), "王师傅")] == [OLD.format(1)]
    assert list_public(Sought.read(OLD.format(1)), "李四") == []


def test_whose_id_number_is_registered_under_another_name_is_not_told(cast: Cast) -> None:
    entered(cast, line(OWN.format(1), name="王某"))

    assert not list_held(str(cast.wang.person)).exists()
    assert verify(OWN.format(1), on=DAY).verdict == Verdict.VALID


def test_pages_and_machines_give_the_same_verdict(cast: Cast) -> None:
    entered(cast, line(OLD.format(1), day="2016-05-06", body="旧鉴定所"), body="hrss")
    asked, client = {"number": OLD.format(1), "name": "王师傅"}, Client()

    told = client.post("/api/v1/certificates/check", asked, content_type="application/json").json()
    page = client.post(reverse("public:check_certificate"), asked).content.decode()

    assert told["verdict"] == "cannot-tell"
    assert told["certificate"] | {"issuer_now": ""} == {
        "kind": "certificate", "number": OLD.format(1), "name": "王师傅", "occupation": "装配钳工",
        "grade": "senior", "issuer": "旧鉴定所", "issuer_now": "", "issued_on": "2016-05-06",
    }  # fmt: skip
    assert "旧鉴定所" in page
    assert "无法判断" in page


def test_a_paper_handed_out_is_checked_with_the_issuers_key_alone(cast: Cast) -> None:
    entered(cast, line(OWN.format(1)))
    document = paper_document(OWN.format(1))
    keys = keys_in(did_document(cast.bodies["works"].pk, ""))

    assert verify_inclusion(document, keys=keys, now=instant_of(DAY)).is_genuine
    assert id_number(1) not in str(document)


def test_what_was_not_entered_is_not_handed_out(cast: Cast) -> None:
    certificate(cast)

    with pytest.raises(CertificateUnknown):
        paper_document(certificate(cast, 2).number)


def test_one_paper_is_revoked(cast: Cast) -> None:
    entered(cast, line(OWN.format(1)), line(OWN.format(2), name="李四"))

    services.revoke(OWN.format(1), "issued-in-error", "核发有误", by=cast.liu, on=DAY)

    assert verify(paper_document(OWN.format(1)), on=DAY).verdict == Verdict.REVOKED
    assert verify(OWN.format(2), on=DAY).verdict == Verdict.VALID


def test_the_same_file_twice_does_nothing(cast: Cast) -> None:
    first = entered(cast, line(OWN.format(1)))
    before = Credential.objects.get().document

    again = entered(cast, line(OWN.format(1)))

    assert (first.new, again.new, again.batch.pk) == (1, 0, first.batch.pk)
    assert Credential.objects.get().document == before


def test_a_run_that_was_ended_goes_on_where_it_was(cast: Cast, monkeypatch: Any) -> None:
    monkeypatch.setattr(batches, "LOT", 256)
    content, body = many(600), cast.bodies["works"]

    def end(done: int) -> None:
        if done == 512:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        enter(content, body, by=cast.clerk, on=DAY, tell=end)
    assert verify(OWN.format(1), on=DAY).verdict == Verdict.CANNOT_TELL
    assert judge(content, body, on=DAY).problems == []

    told = enter(content, body, by=cast.clerk, on=DAY, tell=lambda _done: None)

    assert (told.new, told.batch.size, Credential.objects.count()) == (88, 600, 600)
    for number in (1, 512, 513, 600):
        assert verify(OWN.format(number), on=DAY).verdict == Verdict.VALID


@pytest.mark.parametrize(
    ("told", "column", "wrong"),
    [
        ({"number": "Y1"}, "证书编号", "证书编号应为22位，现为2位。"),
        ({"number": ALIEN.format(1)}, "证书编号", "不是本单位的编号"),
        ({"number": OLD.format(1), "day": "2016-05-06"}, "证书编号", "不是本单位的编号"),
        ({"name": ""}, "姓名", "没有填写"),
        ({"name": "王" * 61}, "姓名", "超过60个字"),
        ({"grade": "大师"}, "等级", "不是技能等级"),
        ({"grade": "技师"}, "等级", "编号所示的等级是三级/高级工"),
        ({"day": "2021-13-01"}, "发证日期", "不是日期"),
        ({"day": "2031-01-01"}, "发证日期", "在今天之后"),
        ({"day": "2020-03-01"}, "发证日期", "编号所示的年份是21"),
        ({"code": "9-99-99-99"}, "职业编码", "职业分类大典里没有这个编码"),
        ({"mark": ""}, "档案号", "没有填写"),
        ({"basis": "自定"}, "授权依据", "本单位的资格以评价备案为据"),
    ],
)
def test_what_is_wrong_with_a_row_is_told(
    cast: Cast, told: dict[str, str], column: str, wrong: str
) -> None:
    assert (2, column, wrong) in blamed(cast, line(**{"number": OWN.format(1), **told}))


def test_an_id_number_is_not_told_back_in_full(cast: Cast) -> None:
    wrong = id_number(1)[:-1] + ("0" if id_number(1)[-1] != "0" else "1")
    content = (HEAD + line(OWN.format(1), id_number=wrong)).encode()

    [problem] = judge(content, cast.bodies["works"], on=DAY).problems

    assert problem.column.label == "身份证号"
    assert wrong not in problem.found


def test_a_number_stands_in_one_row_and_in_one_register(cast: Cast) -> None:
    entered(cast, line(OWN.format(1)))

    assert blamed(cast, line(OWN.format(1)), line(OWN.format(2)), line(OWN.format(2))) == [
        (4, "证书编号", "与第3行重复"), (2, "证书编号", "这一编号已经登记"),
    ]  # fmt: skip


def test_the_office_enters_nothing_of_other_places(cast: Cast) -> None:
    cast.bodies["works"].division = cast.bodies["city-hrss"].division
    cast.bodies["works"].save()

    assert blamed(cast, line(OWN.format(1)), body="hrss") == [
        (2, "证书编号", "是其他地方的评价机构的编号")
    ]


def test_numbers_that_a_workbook_spoilt_are_told(cast: Cast) -> None:
    judged = judge((HEAD + line(OWN.format(1))).encode(), cast.bodies["works"], on=DAY)
    row = line(OWN.format(1)).strip().split(",")
    verdict = Checker(judged.header, cast.bodies["works"], on=DAY).check(
        2, [1.637e15, row[1], 3.7e17, *row[3:]]
    )

    assert isinstance(verdict, list)
    assert [one.wrong for one in verdict] == ["被存成了数字，末几位已经丢失"] * 2


def test_too_many_rows_and_none_at_all_are_refused(cast: Cast, monkeypatch: Any) -> None:
    with pytest.raises(entering.Refused, match="没有证书"):
        enter(HEAD.encode(), cast.bodies["works"], by=cast.clerk, on=DAY, tell=print)
    monkeypatch.setattr(entering, "MOST_ROWS", 1)
    with pytest.raises(entering.TooManyPapers):
        judge(many(2), cast.bodies["works"], on=DAY)


def test_a_file_that_was_not_judged_is_not_entered(cast: Cast) -> None:
    with pytest.raises(entering.Refused, match="第2行有误"):
        enter((HEAD + line("Y1")).encode(), cast.bodies["works"], by=cast.clerk, on=DAY, tell=print)


def test_nobody_else_enters_an_assessors_papers(cast: Cast) -> None:
    for by in (cast.other_clerk, cast.liu, cast.wang, cast.union):
        with pytest.raises(NotEntitled):
            enter(many(1), cast.bodies["works"], by=by, on=DAY, tell=print)
    assert not CredentialBatch.objects.exists()


def test_killed_again_and_again_it_misses_no_paper_and_doubles_none(platform: Fresh) -> None:
    platform.run(KILLING + "prepare()")
    for lots in (1, 2):
        platform.kill_after(lots, KILLING + "enter()")
    platform.run(KILLING + "enter()")
    told = json.loads(platform.run(KILLING + "tell()"))

    count = killing_papers.PAPERS
    assert told["numbers"] == [f"{n:06d}" for n in range(1, count + 1)]
    assert told["places"] == told["proven"] == list(range(count))
    assert told["used"] == told["size"] == count
    assert told["sealed"] == str(DAY)
    assert told["verdicts"] == ["valid", "valid"]
    assert told["journal"] == []
