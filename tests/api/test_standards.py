"""Standards by API: read by anybody, commented on by who is known."""

from datetime import timedelta

from tests.api.conftest import ROOT
from tests.cast import DAY, FITTER
from tests.factories import standards

PLACE = f"{ROOT}/standards"


def test_editions_with_their_text_and_what_each_changed(client, cast):
    later = DAY + timedelta(days=60)
    first = standards.adopted(cast, since=later)
    second = standards.adopted(
        cast, since=later + timedelta(days=9), number="2号", text="# 装配\n技能：零件检查"
    )
    standards.proposed(cast)

    page = client.get(PLACE, {"occupation": FITTER, "limit": 1}).json()
    rest = client.get(page["next"]).json()
    told = client.get(f"{PLACE}/{first.pk}").json()
    editions = client.get(f"{PLACE}/{first.pk}/versions").json()

    assert [row["id"] for row in page["standards"] + rest["standards"]] == [second.pk, first.pk]
    assert rest["next"] is None
    assert told["sections"][1]["points"][0] == {
        "kind": "skill", "name": "零件检查", "weights": [60, 50, 40],
    }  # fmt: skip
    assert [one["edition"] for one in editions] == [1, 2]
    assert [(one["title"], one["state"]) for one in editions[1]["changes"]] == [
        ("装配", "changed"), ("职业道德", "removed"),
    ]  # fmt: skip
    assert client.get(f"{PLACE}/0").status_code == 404


def test_comment_is_made_once_and_what_is_wrong_is_told(cast):
    draft, wang = standards.opened(cast), cast.client(cast.wang)
    place, said = f"{PLACE}/{draft.pk}/comments", {"section": "装配", "text": "太难。"}

    def post(told):
        return wang.post(place, told, content_type="application/json")

    assert [post(said).status_code for _again in range(2)] == [201, 201]
    (told,) = wang.get(place).json()
    assert (told["section"], told["outcome"]) == ("装配", None)
    assert post({"section": "没有", "text": "说。"}).status_code == 422
    assert cast.client(cast.li).get(f"{PLACE}/{draft.pk}").json()["edition"] is None
