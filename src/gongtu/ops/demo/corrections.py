"""Certificates not found, wrong or lost; sessions called in question, and results appealed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import islice

from gongtu.engines.casework.models import Notice
from gongtu.ops.demo.plays import RECONSIDER, Play, Turn, cut, perform
from gongtu.ops.demo.town import Town
from gongtu.parties.capacity import PUBLIC
from gongtu.parties.roles import Role
from gongtu.registers.skills.models import AssessmentSession, Certificate
from gongtu.registers.skills.queries import get_session, list_candidates

LOOKED_UP, WRONG, CALLED, APPEALS, AGO = 8, 16, 6, 3, 60
WRITTEN = "发证时录入有误（演示）。"


def look_into_certificates(town: Town) -> None:
    """Played last: each of these needs certificates, or sessions, that are there already."""
    plays = (*_not_found(town), *_put_right(town), *_called_in_question(town), *_appealed(town))
    for play in plays:
        perform(town, play)


def _held(town: Town, many: int, skip: int = 0) -> Iterator[Certificate]:
    """Certificates of nobody in the cast."""
    cast = [account.person_id for account in town.cast.values() if account.person_id]
    found = Certificate.objects.filter(status="valid", subsidised_on=None).exclude(person__in=cast)
    return islice(found.select_related("person", "issuer").order_by("-id"), skip, skip + many)


def _not_found(town: Town) -> Iterator[Play]:
    """Looked up under a name that sounds alike; whoever issued is asked."""
    for place, certificate in enumerate(_held(town, LOOKED_UP)):
        issuer = certificate.issuer
        answers = {
            "number": certificate.number,
            "name": f"{certificate.person.name[:1]}某",
            "cause": "mismatch",
            "told": "应聘时请求核验，姓名同音不同字。",
            "body": str(issuer.pk),
            "holder": str(certificate.person_id),
        }
        clerk = town.officer(issuer.pk)
        paths = [
            [Turn("confirm", clerk, 4, {"answer": "请按身份证上的姓名查询。"})],
            [Turn("deny", clerk, 6, {"answer": "本单位没有颁发过这一证书。"})],
        ]
        opened = town.on - timedelta(days=AGO - place * 5)
        asker = replace(PUBLIC, division=issuer.division_id)
        yield Play("lookup-correction", asker, opened, answers, cut(paths, place))


def _put_right(town: Town) -> Iterator[Play]:
    for place, certificate in enumerate(_held(town, WRONG, skip=LOOKED_UP)):
        holder, clerk = town.worker(certificate.person), town.officer(certificate.issuer_id)
        wrong = place % 2 == 0
        answers = {
            "certificate": certificate.number,
            "body": str(certificate.issuer_id),
            "matter": "wrong" if wrong else "lost",
            "told": WRITTEN if wrong else "搬家时遗失。",
        }
        right = Turn("correct", clerk, 6, {"name": f"{certificate.person.name[:-1]}燚"})
        settled = right if wrong else Turn("reissue", clerk, 6)
        more = Turn("ask_more", clerk, 4, reason="请补充身份证明。")
        again = Turn("resubmit", holder, 3, reason="已补充。")
        declined = Turn("decline", clerk, 5, reason="所附证明与登记不符。")
        once_more = Turn(RECONSIDER, holder, 3, reason="所附证明是公安机关出具的，请复核。")
        paths = [[settled], [more, again, settled], [declined, once_more]]
        opened = max(town.on - timedelta(days=AGO - place * 3), certificate.issued_on)
        yield Play("certificate-correction", holder, opened, answers, cut(paths, place // 2))


def _called_in_question(town: Town) -> Iterator[Play]:
    """The department found something about a session; nothing is withdrawn unheard."""
    ended = AssessmentSession.objects.filter(state="issued").order_by("id")
    for place, session in enumerate(
        ended.select_related("filing__assessor__organisation")[:CALLED]
    ):
        body = session.filing.assessor.organisation
        officer, clerk = town.office(Role.HRSS, body.division_id), town.officer(body.pk)
        answers = {
            "session": session.case_number,
            "body": str(body.pk),
            "reason": "issued-in-error",
            "told": "抽查发现评分表缺考评人员签名（合成事实）。",
        }
        stated = Turn("state", clerk, 7, {"statement": "签名页已补交，成绩无误。"})
        kept = Turn("keep", officer, 5, reason="经核实签名页遗漏不影响成绩。")
        opened = town.on - timedelta(days=20 - place)
        yield Play("session-withdrawal", officer, opened, answers, [stated, kept][: place % 3])


def _appealed(town: Town) -> Iterator[Play]:
    """A candidate of each of a few sessions on notice has the marks looked at again."""
    noticed = Notice.objects.filter(case__procedure="grade-assessment", case__stage="notice")
    for notice in noticed.filter(withdrawn_on=None).select_related("case").order_by("id")[:APPEALS]:
        number = notice.case.number
        candidate = list_candidates(number)[0]
        answers = {
            "session": number,
            "body": str(get_session(number).filing.assessor.organisation_id),
            "told": "技能考核第二项的扣分与评分标准不符（合成事实）。",
        }
        opened = notice.opened_on + timedelta(days=1)
        yield Play("result-appeal", town.worker(candidate.person), opened, answers)
