"""The feed to the query system: signed, resumed where it broke off, answered row by row."""

import pytest
from django.urls import reverse

from gongtu.engines.credentials.dataintegrity import is_signed
from gongtu.engines.credentials.dids import did_document
from gongtu.engines.credentials.multikey import public_key
from gongtu.engines.credentials.resolving import resolve
from gongtu.records.outbox.models import Message
from gongtu.registers.skills import services as skills
from gongtu.registers.skills.choices import Grade, RevocationReason
from gongtu.registers.skills.models import Certificate, CertificateEvent
from gongtu.registers.skills.services import Said
from tests.api.conftest import post
from tests.cast import DAY, FITTER
from tests.factories.skills import filing

FEED = "/api/v1/certificates/feed"
SESSION = "20250000001"


@pytest.fixture
def numbers(cast):
    """Certificates of 王师傅 and 小李, issued; his was corrected, and 小李's revoked."""
    filing(cast)
    skills.plan_session(
        SESSION, organisation=cast.bodies["works"].pk, occupation=FITTER, grade=Grade.SENIOR,
        place="一号车间", on=DAY,
    )  # fmt: skip
    skills.list_in(SESSION, "王师傅\n小李", on=DAY)
    skills.mark_in(SESSION, "王师傅 88 91\n小李 90 90", pass_mark=60)
    skills.issue_certificates(SESSION, by=cast.clerk, on=DAY)
    his, lis = Certificate.objects.filter(session__case_number=SESSION).order_by("number")
    new = skills.correct_certificate(
        his.number, Said(name="汪师傅"), told="户口簿", by=cast.clerk, on=DAY
    )
    skills.revoke_certificate(
        lis.number, reason=RevocationReason.ISSUED_IN_ERROR, told="重复", heard="无异议",
        by=cast.clerk, on=DAY,
    )  # fmt: skip
    return his.number, lis.number, new.number


@pytest.fixture
def office(cast):
    return cast.client(cast.liu)


def read(client, **asked):
    return client.get(FEED, asked).json()


def answer(client, *rows):
    return post(client, "/certificates/feed/acknowledgements", {"rows": list(rows)})


def test_page_tells_what_happened_in_its_order(office, numbers):
    his, lis, new = numbers

    rows = read(office)["rows"]

    assert [(row["kind"], row["certificate"]["number"]) for row in rows] == [
        ("issued", his), ("issued", lis), ("corrected", his), ("issued", new), ("revoked", lis),
    ]  # fmt: skip
    corrected, issued = rows[2]["certificate"], rows[3]["certificate"]
    assert (corrected["name"], corrected["successor"]) == ("王师傅", new)
    assert (issued["name"], issued["predecessor"]) == ("汪师傅", his)
    assert rows[4]["reason_class"] == "issued-in-error"
    assert "重复" not in str(rows)
    assert issued["id_number"].count("*") == 10


def test_page_is_signed_by_the_citys_office_and_no_row_can_be_changed(cast, office, numbers):
    page = read(office)

    key = public_key(resolve(page["proof"]["verificationMethod"]).public)
    assert is_signed(page, key)
    page["rows"][0]["certificate"]["grade"] = "technician"
    assert not is_signed(page, key)
    assert page["issuer"] == did_document(cast.bodies["city-hrss"].pk, "")["id"]


def test_reader_goes_on_where_it_broke_off(office, numbers):
    pages = [read(office, limit=2)]
    while pages[-1]["rows"]:
        pages.append(read(office, limit=2, after=pages[-1]["next"]))

    told = [row["event"] for page in pages for row in page["rows"]]
    assert told == list(CertificateEvent.objects.values_list("pk", flat=True))
    assert [page["after"] for page in pages[1:]] == [page["next"] for page in pages[:-1]]
    assert pages[-1]["next"] == pages[-1]["after"]


def test_each_row_is_answered_and_the_rest_stays_pending(office, numbers):
    first, second, *rest = [row["event"] for row in read(office)["rows"]]

    told = answer(
        office,
        {"event": first, "accepted": True},
        {"event": second, "accepted": False, "reason": "证件号码与公安登记不一致"},
    )

    assert told.json() == {"accepted": 1, "rejected": 1}
    assert [row["event"] for row in read(office, pending="true")["rows"]] == [second, *rest]
    assert [row["event"] for row in read(office)["rows"]] == [first, second, *rest]


def test_rejected_row_is_seen_by_the_issuer_until_it_is_accepted(cast, office, numbers):
    event = read(office)["rows"][1]["event"]
    clerk = cast.client(cast.clerk)
    answer(office, {"event": event, "accepted": False, "reason": "证件号码不一致"})

    shown = clerk.get(reverse("enterprise:list_certificates")).content.decode()
    answer(office, {"event": event, "accepted": True})
    after = clerk.get(reverse("enterprise:list_certificates")).content.decode()

    assert "证件号码不一致" in shown
    assert Message.objects.filter(to=str(cast.clerk.account), subject__contains="退回").exists()
    assert "证件号码不一致" not in after


def test_what_was_accepted_stays_accepted(office, numbers):
    event = read(office)["rows"][0]["event"]
    answer(office, {"event": event, "accepted": True})

    answer(office, {"event": event, "accepted": False, "reason": "误退"})

    assert event not in [row["event"] for row in read(office, pending="true")["rows"]]


def test_rejection_needs_a_reason_and_rows_must_be_known(office, numbers):
    event = read(office)["rows"][0]["event"]

    assert answer(office, {"event": event, "accepted": False}).status_code == 422
    unknown = answer(office, {"event": event, "accepted": True}, {"event": 0, "accepted": True})
    assert unknown.status_code == 422
    assert event in [row["event"] for row in read(office, pending="true")["rows"]]


def test_only_the_office_reads_and_answers(cast, numbers, public):
    for client, expected in ((cast.client(cast.clerk), 403), (public, 401)):
        assert client.get(FEED).status_code == expected
        assert answer(client, {"event": 1, "accepted": True}).status_code == expected


def test_number_of_queries_does_not_grow_with_the_page(
    office, numbers, django_assert_max_num_queries
):
    read(office)
    with django_assert_max_num_queries(20):
        assert len(read(office)["rows"]) == 5
