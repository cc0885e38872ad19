"""A school puts a learner on its rolls, once, and only whom the record knows."""

from django.urls import reverse

from gongtu.registers.credits.models import Student
from tests.cast import Cast, id_number
from tests.scenarios.credit_bank import opened


def test_a_learner_is_enrolled_once(cast: Cast) -> None:
    programme, school = opened(cast.school, {"needed": 20, "ceiling": 12}), cast.client(cast.school)
    page = reverse("school:enrol_student", args=[programme.pk])
    wang = cast.person(cast.wang)
    told = {"name": wang.name, "id_number": id_number(1)}
    for wrong in ({"name": "别人"}, {"id_number": "370202"}, {"id_number": ""}):
        assert school.post(page, {**told, **wrong}).status_code == 422
    assert not Student.objects.exists()

    first, again = school.post(page, told), school.post(page, told)

    made = Student.objects.get()
    assert (made.person, made.programme) == (wang, programme)
    assert (
        first["Location"] == again["Location"] == reverse("school:show_student", args=[made.number])
    )
