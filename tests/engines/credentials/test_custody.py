"""Keys change with days to spare; what a leaked one signed is judged as decided, and says why."""

import copy
from datetime import date
from typing import Any

import pytest

from gongtu.base.errors import Refused
from gongtu.engines.credentials.choices import Effect, KeyKind, ReasonClass, Status, Verdict
from gongtu.engines.credentials.custody import (
    AlreadyRotating,
    NoOverlap,
    NotKeeper,
    declare_compromised,
    rotate,
)
from gongtu.engines.credentials.dataintegrity import sign
from gongtu.engines.credentials.dids import did_document, did_of
from gongtu.engines.credentials.keys import NotIts, identity
from gongtu.engines.credentials.models import Compromise, Credential, IssuerKey
from gongtu.engines.credentials.services import issue, publish_status_list, revoke, stamp
from gongtu.engines.credentials.verify import Verification, verify
from gongtu.records.journal.queries import list_chain, text_of
from tests.engines.credentials.documents import Clerk, handed

pytestmark = pytest.mark.django_db

DAY, LEAK, LATER, DECIDED = (
    date(2026, 9, 1), date(2026, 10, 1), date(2026, 10, 20), date(2026, 11, 2),
)  # fmt: skip
AFTER = date(2026, 12, 1)
FIRST, SECOND = "Y000037000001263000001", "Y000037000001263000002"
SUBJECT = {"name": "王建国", "occupationName": "电工", "gradeDisplay": "三级/高级工"}
WHY = "存放密钥的计算机被盗"


HRSS = Clerk(None, "hrss")


def issued(factory: int, number: str = FIRST, on: date = DAY) -> Credential:
    return issue(
        "skill-certificate", number=number, title="职业技能等级证书", subject=SUBJECT,
        valid_from=on,
        issuer_organisation=factory, by=Clerk(factory), on=on,
    )  # fmt: skip


def signers_of(document: dict[str, Any]) -> list[str]:
    return [proof["verificationMethod"].partition("#")[2] for proof in document["proof"]]


def leaked(factory: int, effect: Effect, *, by: Clerk = HRSS) -> tuple[Compromise, list[str]]:
    public = identity(factory, on=LATER).signer.public
    return declare_compromised(public, after=LEAK, effect=effect, reason=WHY, by=by, on=DECIDED)


def step(found: Verification, key: str) -> tuple[bool | None, str]:
    ((passed, says),) = [(one.passed, one.says) for one in found.steps if one.key == key]
    return passed, says


class TestRotating:
    def test_the_next_key_is_published_before_it_signs(self, factory: int) -> None:
        old = signers_of(issued(factory).document)[0]
        new = rotate(factory, begins=LATER, until=DECIDED, by=Clerk(factory), on=LEAK).public

        before, after = issued(factory, SECOND, on=LEAK), issued(factory, "3", on=LATER)

        assert signers_of(before.document)[0] == old
        assert signers_of(after.document)[0] == new
        listed = did_document(factory, "甲")["verificationMethod"]
        periods = {
            one["publicKeyMultibase"]: (one["validFrom"], one.get("validThrough")) for one in listed
        }
        assert periods[old] == ("2026-09-01", "2026-11-02")
        assert periods[new] == ("2026-10-20", None)

    @pytest.mark.parametrize(
        ("on", "verdict"), [(DECIDED, Verdict.VALID), (AFTER, Verdict.CANNOT_TELL)]
    )
    def test_the_old_key_is_good_as_long_as_they_overlap(
        self, factory: int, on: date, verdict: Verdict
    ) -> None:
        credential = issued(factory)
        old = identity(factory, on=DAY)
        rotate(factory, begins=LATER, until=DECIDED, by=Clerk(factory), on=LEAK)
        bare = {name: value for name, value in credential.document.items() if name != "proof"}

        late = sign(bare, old.signer, method=old.method, created=stamp(on))

        assert verify(late, on=AFTER).verdict == verdict

    def test_a_day_without_a_key_is_refused(self, factory: int) -> None:
        for begins, until in ((DAY, None), (LATER, LEAK)):
            with pytest.raises(NoOverlap):
                rotate(factory, begins=begins, until=until, by=Clerk(factory), on=LEAK)

    def test_one_rotation_at_a_time(self, factory: int) -> None:
        issued(factory)
        rotate(factory, begins=LATER, by=Clerk(factory), on=LEAK)

        with pytest.raises(AlreadyRotating):
            rotate(factory, by=Clerk(factory), on=LEAK)
        assert rotate(factory, by=Clerk(factory), on=LATER)

    def test_kinds_rotate_each_for_itself(self, factory: int) -> None:
        ed, sm = signers_of(issued(factory).document)
        rotate(factory, kind=KeyKind.SM2, by=HRSS, on=LATER)

        now = signers_of(issued(factory, SECOND, on=AFTER).document)
        assert now[0] == ed
        assert now[1] != sm

    def test_nobody_else_rotates(self, factory: int) -> None:
        issued(factory)
        with pytest.raises(NotKeeper):
            rotate(factory, by=Clerk(factory + 1), on=LATER)
        assert IssuerKey.objects.filter(organisation=factory, kind=KeyKind.ED25519).count() == 1

    def test_it_is_journaled(self, factory: int) -> None:
        key = rotate(factory, by=Clerk(factory), on=LATER)

        (entry,) = list_chain(f"issuer-key:{key.public}")
        assert (entry.kind, entry.what["begins"]) == ("rotated", "2026-10-20")


class TestCompromise:
    def test_what_it_signed_before_stays_valid_if_it_is_on_record(self, factory: int) -> None:
        old, new = issued(factory), issued(factory, SECOND, on=LATER)
        leaked(factory, Effect.CANNOT_TELL)

        assert verify(old.document, on=AFTER).verdict == Verdict.VALID
        assert verify(new.document, on=AFTER).verdict == Verdict.CANNOT_TELL

    @pytest.mark.parametrize(
        ("effect", "verdict", "passed"),
        [
            (Effect.CANNOT_TELL, Verdict.CANNOT_TELL, None),
            (Effect.REVOKED, Verdict.REVOKED, False),
        ],
    )
    def test_the_verdict_follows_the_decision_and_says_why(
        self, factory: int, effect: Effect, verdict: Verdict, passed: bool | None
    ) -> None:
        document = issued(factory, on=LATER).document
        assert verify(document, on=AFTER).verdict == Verdict.VALID

        leaked(factory, effect)
        found = verify(document, on=AFTER)

        assert found.verdict == verdict
        told, says = step(found, "decision")
        assert told is passed
        for part in ("2026-10-01", "2026-11-02", effect.label, WHY):
            assert part in says
        assert found.as_json()["steps"][-1]["says"] == says

    @pytest.mark.parametrize("effect", list(Effect))
    def test_a_thief_who_dates_back_gains_nothing(self, factory: int, effect: Effect) -> None:
        genuine = issued(factory)
        stolen = identity(factory, on=DAY)
        leaked(factory, effect)
        bare = {name: value for name, value in genuine.document.items() if name != "proof"}
        bare["credentialSubject"] = {**bare["credentialSubject"], "name": "张三"}

        forged = sign(bare, stolen.signer, method=stolen.method, created=stamp(DAY))

        assert verify(forged, on=AFTER).verdict == Verdict(effect.value)
        assert verify(genuine.document, on=AFTER).verdict == Verdict.VALID

    def test_papers_on_record_are_suspended_so_that_lists_say_so(self, factory: int) -> None:
        issued(factory)
        issued(factory, SECOND, on=LATER)

        _decided, ended = leaked(factory, Effect.CANNOT_TELL)

        assert ended == [SECOND]
        assert _rows() == {FIRST: (Status.ISSUED, ""), SECOND: (Status.SUSPENDED, WHY)}

    def test_a_doubt_may_end_in_revocation(self, factory: int) -> None:
        credential = issued(factory, SECOND, on=LATER)
        decided, _ended = leaked(factory, Effect.CANNOT_TELL)

        declare_compromised(
            decided.key.public, after=LEAK, effect=Effect.REVOKED, reason="查实", by=HRSS, on=AFTER
        )

        assert verify(credential.document, on=AFTER).verdict == Verdict.REVOKED
        assert _rows() == {SECOND: (Status.REVOKED, "查实")}
        row = Credential.objects.get()
        assert row.reason_class == ReasonClass.KEY_COMPROMISED
        assert Compromise.objects.count() == 2

    def test_what_was_revoked_before_stays_revoked_for_its_own_reason(self, factory: int) -> None:
        credential = issued(factory, on=DAY)
        revoke(FIRST, ReasonClass.HOLDER_REQUEST, "本人申请", by=Clerk(factory), on=LATER)
        leaked(factory, Effect.CANNOT_TELL)

        assert verify(credential.document, on=AFTER).verdict == Verdict.REVOKED
        assert _rows() == {FIRST: (Status.REVOKED, "本人申请")}

    def test_a_doubt_does_not_undo_a_revocation(self, factory: int) -> None:
        credential = issued(factory, on=LATER)
        revoke(FIRST, ReasonClass.HOLDER_REQUEST, "本人申请", by=Clerk(factory), on=LATER)
        leaked(factory, Effect.CANNOT_TELL)

        assert verify(credential.document, on=AFTER).verdict == Verdict.REVOKED

    def test_the_next_paper_is_signed_by_a_new_key(self, factory: int) -> None:
        old = signers_of(issued(factory).document)
        leaked(factory, Effect.CANNOT_TELL)

        new = issued(factory, SECOND, on=DECIDED)

        assert signers_of(new.document)[0] != old[0]
        assert signers_of(new.document)[1] == old[1]
        assert verify(new.document, on=AFTER).verdict == Verdict.VALID

    def test_a_paper_of_another_key_is_not_touched(self, factory: int) -> None:
        rotate(factory, by=Clerk(factory), on=DAY)
        other = identity(factory, on=DAY).signer.public
        rotate(factory, begins=LATER, by=Clerk(factory), on=LEAK)
        credential = issued(factory, on=LATER)

        _decided, ended = declare_compromised(
            other, after=LEAK, effect=Effect.REVOKED, reason=WHY, by=HRSS, on=DECIDED
        )

        assert ended == []
        assert verify(credential.document, on=AFTER).verdict == Verdict.VALID

    def test_the_did_document_no_longer_vouches_for_it(self, factory: int) -> None:
        public = signers_of(issued(factory).document)[0]
        leaked(factory, Effect.CANNOT_TELL)

        told = did_document(factory, "甲")
        method = f"{did_of(factory)}#{public}"
        (listed,) = [one for one in told["verificationMethod"] if one["id"] == method]

        assert listed["revoked"].startswith("2026-11-02T")
        assert method not in told["assertionMethod"]
        assert len(told["assertionMethod"]) == 1

    def test_a_status_list_signed_by_it_elsewhere_says_nothing(
        self, factory: int, settings: Any
    ) -> None:
        credential = issued(factory)
        published = {
            one["id"]: one
            for one in (
                publish_status_list(credential.status_list_id, purpose, on=LATER)
                for purpose in ("revocation", "refresh", "suspension")
            )
        }
        document = copy.deepcopy(credential.document)
        leaked(factory, Effect.CANNOT_TELL)
        from gongtu.engines.credentials.verify import resolve

        keys = {
            one["verificationMethod"]: resolve(one["verificationMethod"])
            for one in document["proof"]
        }
        settings.GONGTU_BASE_URL = "https://elsewhere.example"

        found = verify(document, on=LATER, keys=keys.get, lists=handed(published))

        assert found.verdict == Verdict.CANNOT_TELL
        assert step(found, "status") == (None, "状态列表的签名核验不过")

    def test_it_is_journaled_with_its_reason(self, factory: int) -> None:
        issued(factory, on=LATER)
        decided, _ended = leaked(factory, Effect.REVOKED)

        (entry,) = list_chain(f"issuer-key:{decided.key.public}")
        assert (entry.kind, text_of(entry)) == ("compromised", WHY)
        assert entry.what["credentials"] == 1

    def test_refusals_change_nothing(self, factory: int) -> None:
        public = signers_of(issued(factory, on=LATER).document)[0]
        told: dict[str, Any] = {"after": LEAK, "effect": "revoked", "reason": WHY, "on": DECIDED}

        with pytest.raises(NotKeeper):
            declare_compromised(public, **told, by=Clerk(factory + 1))
        with pytest.raises(NotIts):
            declare_compromised("z6MkNobody", **told, by=HRSS)
        with pytest.raises(Refused, match="理由"):
            declare_compromised(public, **{**told, "reason": " "}, by=HRSS)
        with pytest.raises(Refused, match="今天以后"):
            declare_compromised(public, **{**told, "after": AFTER}, by=HRSS)
        assert _rows() == {FIRST: (Status.ISSUED, "")}
        assert not Compromise.objects.exists()


def _rows() -> dict[str, tuple[str, str]]:
    return {one.number: (one.status, one.reason) for one in Credential.objects.order_by("number")}
