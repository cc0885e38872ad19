"""Whoever supervises sees how a session is held, and takes everything of it as one signed file."""

import json

from django.urls import reverse

from gongtu.engines.casework.models import Case
from gongtu.engines.credentials.dataintegrity import is_signed
from gongtu.engines.credentials.multikey import public_key
from gongtu.engines.credentials.resolving import resolve
from gongtu.records.journal.models import JournalEntry
from tests.cast import DAY, Cast
from tests.factories.sittings import drawn, move
from tests.factories.skills import filing


def test_the_file_holds_everything_and_its_signature_holds(cast: Cast) -> None:
    filing(cast)
    one = drawn(cast)
    number = one.session.case_number
    told = {"kind": "equipment", "happened_on": DAY, "told": "停电十分钟，顺延。"}
    move(Case.objects.get(number=number), "note", cast.clerk, **told)
    liu = cast.client(cast.liu)

    shown = liu.get(reverse("desk:show_session", args=[number])).content.decode()
    taken = json.loads(liu.post(reverse("desk:take_archive", args=[number])).content)
    own = cast.client(cast.clerk).post(reverse("enterprise:take_archive", args=[number]))

    assert "停电十分钟" in shown
    assert one.examiner.number in shown
    assert [each["name"] for each in taken["candidates"]] == ["王师傅", "小李"]
    assert taken["sitting"]["draws"][0]["seed"] == one.draw.seed
    assert taken["incidents"][0]["told"] == "停电十分钟，顺延。"
    assert "370202198501" not in json.dumps(taken)
    key = public_key(resolve(taken["proof"]["verificationMethod"]).public)
    assert is_signed(taken, key)
    assert not is_signed({**taken, "incidents": []}, key)
    assert own.status_code == 200
    assert json.loads(own.content)["issuer"] != taken["issuer"]
    assert JournalEntry.objects.filter(kind="archive-taken").count() == 2


def test_another_office_and_an_unknown_number_are_refused(cast: Cast) -> None:
    filing(cast)
    number = drawn(cast).session.case_number

    for who, status in ((cast.other_clerk, 403), (cast.wang, 403)):
        answer = cast.client(who).get(reverse("desk:show_session", args=[number]))
        assert answer.status_code == status
    assert cast.client(cast.liu).get(reverse("desk:show_session", args=["0"])).status_code == 404
