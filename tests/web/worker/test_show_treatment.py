"""A graduate has a statement signed, and a recruiter checks it without an account."""

from django.test import Client
from django.urls import reverse

from gongtu.registers.education.choices import Qualified
from gongtu.registers.treatments.models import Statement
from tests.cast import Cast
from tests.factories.education import graduate

PAGE = reverse("worker:show_treatment")


def test_a_recruiter_checks_what_the_graduate_had_signed(cast: Cast, client: Client) -> None:
    graduate(cast, Qualified.PRE_TECHNICIAN)
    wang = cast.client(cast.wang)
    assert wang.post(PAGE, {"degree": "X1", "purpose": "无"}).status_code == 422
    told = {"degree": "X1", "purpose": "recruitment"}
    assert wang.post(PAGE, told).status_code == 302
    wang.post(PAGE, told)
    made = Statement.objects.get()
    assert wang.get(f"{PAGE}{made.number}/document/").content.startswith(b"%PDF")
    assert made.number in wang.get(PAGE).content.decode()
    assert wang.get(reverse("wallet:list_held")).status_code == 200

    by_code = client.get(reverse("public:show_verdict", args=[made.number])).content.decode()
    assert "企业事业单位招聘" in by_code
    assert "本科毕业生" in by_code
    assert "王师傅" not in by_code
    asked = {"number": made.number, "name": "王师傅"}
    by_name = client.post(reverse("public:check_certificate"), asked).content.decode()
    assert "王师傅" in by_name
    answer = client.post("/api/v1/certificates/check", asked, content_type="application/json")
    assert answer.json()["verdict"] == "valid"
    assert answer.json()["certificate"]["treated_as"] == "bachelor"


def test_who_has_no_schooling_on_record_is_told_what_comes_next(cast: Cast) -> None:
    assert "没有登记您的学历" in cast.client(cast.wang).get(PAGE).content.decode()
