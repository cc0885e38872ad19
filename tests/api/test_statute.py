from lxml import etree

from tests.api.conftest import ROOT


def test_statute_has_its_forty_two_articles(public):
    told = public.get(f"{ROOT}/statute?on=2026-05-01").json()

    assert told["title"] == "青岛市产业工人队伍建设促进条例"
    assert [article["num"] for article in told["articles"]] == list(range(1, 43))
    assert told["in_force"] is True


def test_before_it_is_in_force_the_first_text_is_shown_and_said_so(public):
    told = public.get(f"{ROOT}/statute?on=2020-01-01").json()

    assert told["in_force"] is False
    assert len(told["articles"]) == 42


def test_statute_downloads_as_akoma_ntoso(public):
    response = public.get(f"{ROOT}/statute.akn")

    assert response["Content-Type"] == "application/xml"
    assert etree.fromstring(response.content).tag.endswith("akomaNtoso")


def test_article_shows_its_norms_and_what_carries_them_out(public):
    told = public.get(f"{ROOT}/statute/articles/16").json()

    keys = {provision for norm in told["norms"] for provision in norm["provisions"]}
    assert told["label"] == "第十六条"
    assert "skill-upgrade-subsidy" in keys


def test_article_that_does_not_exist_is_a_problem(public):
    response = public.get(f"{ROOT}/statute/articles/99")

    assert response.status_code == 404
    assert response["Content-Type"] == "application/problem+json"


def test_lawmap_lists_every_norm_and_each_can_be_read_alone(public):
    rows = public.get(f"{ROOT}/lawmap").json()
    alone = public.get(f"{ROOT}/obligations/{rows[0]['key']}").json()

    assert {str(row["article"]) for row in rows} >= {"3", "16", "40", "41"}
    assert alone["what"] == rows[0]["what"]
    assert alone["quote"]


def test_what_has_not_changed_is_not_sent_again(public):
    first = public.get(f"{ROOT}/lawmap")
    again = public.get(f"{ROOT}/lawmap", headers={"If-None-Match": first["ETag"]})

    assert (again.status_code, again.content) == (304, b"")


def test_day_that_is_no_day_is_unreadable(public):
    response = public.get(f"{ROOT}/statute?on=yesterday")

    assert response.status_code == 422
    assert list(response.json()["errors"]) == ["on"]
