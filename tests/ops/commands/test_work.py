"""`gongtu work`: one round does everything that waits."""

import pytest
from django.core import mail

from gongtu.ops import cli
from gongtu.records.jobs.models import Schedule
from gongtu.records.outbox.services import send

pytestmark = pytest.mark.django_db(transaction=True)


def test_one_round_delivers_messages_and_looks_at_the_schedule(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # Under test tasks run where they are started: there is no queue to drain.
    monkeypatch.setattr("gongtu.ops.working.drain", lambda _name: None)
    send("mail", "wang@example.org", "补贴决定", "已准予。", key="k")

    assert cli.main(["work", "--once"]) == 0

    assert [letter.subject for letter in mail.outbox] == ["补贴决定"]
    assert Schedule.objects.filter(key="seal-journal").exists()
