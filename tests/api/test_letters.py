from gongtu.engines.casework.models import Letter
from gongtu.records.journal.queries import list_chain
from tests.api.conftest import ROOT
from tests.factories import cases


def paths(case):
    letter = Letter.objects.get(case=case)
    path = f"{ROOT}/cases/{case.number}/letters/{letter.pk}"
    return path, f"{path}.pdf"


def test_letter_is_read_in_both_languages_and_reading_is_proved(cast):
    case = cases.reminded(cast)
    path, _pdf = paths(case)

    told = cast.client(cast.clerk).get(path).json()

    assert "请补发。" in told["zh"]
    assert told["en"]
    assert Letter.objects.get(case=case).read_at is not None
    assert "read" in [entry.kind for entry in list_chain(f"case:{case.number}")]


def test_letter_prints_as_pdf(cast):
    _path, pdf = paths(cases.reminded(cast))

    response = cast.client(cast.clerk).get(pdf)

    assert response["Content-Type"] == "application/pdf"
    assert response.content.startswith(b"%PDF")


def test_outsider_reads_no_letter(cast):
    path, pdf = paths(cases.reminded(cast))
    client = cast.client(cast.stranger)

    assert client.get(path).status_code == 403
    assert client.get(pdf).status_code == 403


def test_letter_is_found_under_its_own_case_only(cast):
    path, _pdf = paths(cases.reminded(cast))
    other = cases.supervision(cast)
    letter = path.rsplit("/", 1)[1]

    response = cast.client(cast.union).get(f"{ROOT}/cases/{other.number}/letters/{letter}")

    assert response.status_code == 404
