"""One afternoon with something of every kind: what each page of the matrix is asked about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.core.files.base import ContentFile
from django.test import Client

from gongtu.engines.casework import services as casework
from gongtu.engines.casework.models import Case
from gongtu.engines.casework.queries import (
    attachments_of,
    letters_of,
    notice_of,
    objections_to,
    token_of,
)
from gongtu.engines.credentials import services as credentials
from gongtu.engines.credentials.queries import list_keys
from gongtu.parties import queries, services
from gongtu.parties.models import Division
from gongtu.parties.roles import FINANCE, GOVERNMENT, HRSS
from gongtu.records.outbox import services as outbox
from gongtu.registers.education.choices import Qualified
from gongtu.registers.instruments import services as instruments
from gongtu.registers.skills import services as register
from gongtu.registers.skills.models import AssessorFiling
from gongtu.registers.skills.numbers import Sought
from gongtu.registers.skills.queries import list_candidates
from gongtu.registers.skills.services.certificates import order_for
from gongtu.registers.standards.services import comment as commented
from gongtu.registers.training import services as places
from gongtu.registers.treatments.choices import Purpose
from gongtu.registers.treatments.services import issue_statement
from gongtu.registers.wallet.services import share
from tests.cast import (
    DAY,
    FITTER,
    Cast,
    appoint,
    id_number,
    raise_curtain,
    somebody,
)
from tests.factories import (
    careers,
    cases,
    employers,
    offers,
    photos,
    quality,
    sessions,
    sittings,
    skills,
    social,
    standards,
    training,
    wallet,
)
from tests.factories.education import graduate
from tests.scenarios import credit_bank

ROLES = (
    "public", "party", "worker", "clerk", "rival", "school", "union", "federation", "hrss", "away",
    "department", "finance", "supervisor", "social",
)  # fmt: skip
STANDARD = "c2_skills/skill_upgrade_subsidy:payment_days"
GRANT = "training-platform-grant"
DRAFTED = "c2_skills/skill_upgrade_subsidy:base_months"


@dataclass
class Scene:
    """Everybody's browser, and the arguments of every address by their names."""

    clients: dict[str, Client]
    places: dict[str, dict[str, Any]]
    told: dict[str, dict[str, Any]]


def set_scene() -> Scene:
    """Raise the curtain, and let everything happen once."""
    cast = raise_curtain()
    capacities = {
        "party": cast.wang,
        "worker": cast.stranger,
        "clerk": cast.clerk,
        "rival": cast.other_clerk,
        "school": cast.school,
        "union": cast.union,
        "federation": cast.federation,
        "hrss": cast.liu,
        "away": appoint("北区刘科长", 21, HRSS, _north(cast)),
        "department": cast.education,
        "finance": appoint("财政马科长", 22, FINANCE, cast.district),
        "supervisor": appoint("督查姜主任", 23, GOVERNMENT, cast.district.parent),
        "social": social.founded(cast),
    }
    clients = {name: cast.client(capacity) for name, capacity in capacities.items()}
    places = _places(cast)
    skills.filing_of(cast, "social", social.SITE)  # after the plan of checks was drawn
    return Scene({"public": Client(), **clients}, places, _told(cast))


def _told(cast: Cast) -> dict[str, dict[str, Any]]:
    """What is written into the forms of buttons, so that only authority is in question."""
    reason = {"reason": "有新的材料。"}
    claim = Case.objects.get(procedure="skill-upgrade-subsidy")
    turn = {"turn": claim.turn}
    return {
        "offers:claim": {"subject": employers.platform(cast)},
        **dict.fromkeys(
            ("enterprise:show_certificate", "desk:show_certificate"), reason | {"act": "suspend"}
        ),
        "worker:answer_career_guide": {"answer": "agree"},
        "desk:assign_case": {"person": str(cast.sun.person)},
        "desk:hand_over": {"organisation": cast.bodies["city-hrss"].pk, **reason},
        "desk:extend": {"count": 1, **reason},
        "desk:declare_conflict": reason,
        "desk:reject_decision": reason,
        "desk:withdraw_decision": reason,
        "desk:begin_draft": {"parameter": DRAFTED},
        "desk:show_draft": {"valid_from": DAY.isoformat()},
        "desk:settle_merger": {"settle": "confirm"},
        "desk:settle_write_down": {"settle": "confirm"},
        "desk:undo_merger": reason,
        "desk:end_examiner": reason,
        "enterprise:show_quality": {"told": "已增加考评人员。"},
        "desk:check_line": {"number": claim.number, "found": "sound"},
        "desk:decide_batch": {"number": "20260000000", "move": "refuse", **reason},
        "public:show_standard": {"text": "太难。"},
        "public:answer_comment": {"outcome": "accepted"},
        "desk:settle_wording": {"settle": "confirm"},
        "api:list_standard_comments": {"text": "太难。"},
        "api:comment_on_standard": {"text": "太难。"},
        "public:show_share": {"name": "钱女士", "why": "核对"},
        "wallet:share_certificate": {"days": 7, "purpose": "求职"},
        "cases:attach": {"upload": ContentFile(cases.PDF, "证明.pdf")},
        "cases:remark": reason,
        "cases:rate": {"grade": 5, **reason},
        "cases:ask_reconsideration": reason,
        "cases:reply_to_rating": reason,
        "cases:answer_objection": reason,
        "cases:make_move": {**turn, "once": "matrix", "confirmed": "on", **reason},
        "cases:serve_letter": {"how": "counter", "proof": "回证1号"},
        "worker:show_treatment": {"degree": "X1", "purpose": "title"},
        "desk:withdraw_statement": reason,
        "bodies:list_courses": {"places": 9},
        "bodies:show_course": {"act": "call-off"},
        "school:list_programmes": {"name": "焊接"},
        "school:show_programme": {"course": "焊接"},
        "school:change_terms": {"needed": 8},
        "school:enrol_student": {"name": "钱女士"},
        "api:enrol_student": {"name": "钱女士", "id_number": "370202"},
        "school:show_student": {"course": "焊接"},
        "api:list_cases": {"procedure": "union-supervision", "answers": {}},
        "api:acknowledge_feed": {"rows": [{"event": 0, "accepted": True}]},
        "api:open_case": {"procedure": "union-supervision", "answers": {}},
        "api:make_move": {**turn, **reason},
        "api:list_drafts": {"parameter": DRAFTED},
        "api:begin_draft": {"parameter": DRAFTED},
        "api:change_draft": {"valid_from": DAY.isoformat(), "values": {DRAFTED: 12}},
        "api:propose_draft": {"title": "通知"},
        "api:decide_on_key": {"after": DAY.isoformat(), "effect": "cannot-tell", **reason},
        "api:rename_issuer": {"name": "甲一公司", "since": DAY.isoformat(), "document": "1号"},
        "api:record_death": {
            "id_number": id_number(1),
            "died_on": DAY.isoformat(),
            "source": "证明。",
        },
        "api:propose_merger": {
            "duplicate": _twice(cast, 61),
            "survivor": _twice(cast, 62),
            "proof": "证明。",
        },
        "api:settle_merger": {"merge": True},
        "api:complain_of_assessor": {"ground": "marks", "told": "没有人在场打分。"},
    }


def _north(cast: Cast) -> Division:
    return Division.objects.create(
        code="370203", name="市北区", level="district", parent=cast.district.parent
    )


def _places(cast: Cast) -> dict[str, dict[str, Any]]:
    """By area, or by area:page where a page speaks of something else."""
    draft = instruments.begin_draft(DRAFTED, by=cast.liu, on=DAY).pk
    skills.filing(cast)
    session, held_draw = _session(cast), sittings.drawn(cast)
    held = skills.certificate(cast)
    credential = credentials.issue_many(
        "skill-certificate", [order_for(held)], issuer_organisation=held.issuer_id,
        by=cast.clerk, on=DAY,
    )[0]  # fmt: skip
    claim, letter, notice = _claim(cast, held.number), _letter(cast), notice_of(session)
    plan, assessor = quality.checked(cast).number, {"organisation": cast.bodies["works"].pk}
    candidate = _photographed(cast, session)
    casework.object_to_notice(notice.pk, text="考生不在本单位。", by=cast.li, on=DAY)
    (objection,) = objections_to(session)
    asked, transcript = _asked(held.number), _transcript(cast)
    graduate(cast, Qualified.SENIOR)
    statement = issue_statement("X1", Purpose.TITLE, by=cast.wang, on=DAY)
    link = share(held.number, parts=[], days=1, purpose="求职", by=cast.wang, on=DAY)
    on_letter = {"number": letter.case.number, "letter": letter.pk}
    return {
        "public": {"form": "json", "key": "union-supervision", "code": held.number},
        "public:show_article": {"number": "16"},
        "public:follow_case": {"token": asked},
        "public:show_correction": {"token": asked},
        "api:get_correction": {"token": asked},
        "api:get_followed": {"token": asked},
        "api:complain_of_assessor": assessor,
        "public:show_share": {"token": link.token},
        "wallet": {"number": held.number, "share": link.pk, "kept": wallet.kept(cast).pk},
        "api:explain_number": {"number": held.number},
        "public:show_notice": {"notice": notice.pk},
        **_standards(cast),
        **_course(cast),
        "public:show_draw": {"draw": held_draw.draw_id},
        "desk:end_examiner": {"examiner": held_draw.examiner_id},
        "desk:show_certificate": {"number": held.number},
        "desk:revoke_certificate": {"number": held.number},
        "public:show_occupation": {"code": FITTER},
        "public:show_assessor": assessor,
        "public:complain_of_assessor": assessor,
        "public:show_plan": {"number": plan},
        "desk:show_body": assessor,
        "api:get_assessor": assessor,
        "api:list_figures": assessor,
        "api:get_plan": {"number": plan},
        "api:take_seat": {"number": session.number},
        "api:give_seat_back": {"number": session.number},
        "api:get_occupation": {"code": FITTER},
        "public:show_equivalence": {"key": "senior-to-assistant"},
        "api:get_equivalence": {"key": "senior-to-assistant"},
        "api:get_map": {"occupation": FITTER},
        "account": {
            "person": cast.wang.person,
            "consent": _consent(cast),
            "delegation": _delegation(cast),
            "candidate": candidate,
            "message": outbox.send("app", cast.wang.account or 0, "消息", "内容。", key="m").pk,
        },
        "worker": {
            "key": "skill-upgrade-subsidy",
            "subject": held.number,
            "number": held.number,
            "overlap": "0-0-20260101-open",
        },
        "offers": {"key": GRANT, **offers.declined_offer(cast)},
        "worker:download_statement": {"number": statement.number},
        "desk:withdraw_statement": {"number": statement.number},
        "worker:show_transcript": {"number": transcript.number},
        "school": {
            "programme": transcript.programme_id,
            "rule": transcript.programme.rules.get().pk,
            "number": transcript.number,
        },
        "api:enrol_student": {"programme": transcript.programme_id},
        "api:sign_transcript": {"number": transcript.number},
        "worker:appeal_result": {"number": session.number},
        "enterprise": {
            "key": uuid4(), "number": session.number, "candidate": candidate,
            "filing": AssessorFiling.objects.get().pk,
        },
        "enterprise:revoke_certificate": {"number": held.number},
        "enterprise:show_certificate": {"number": held.number},
        "desk": {
            "number": claim.number,
            "key": STANDARD,
            "decision": _decision(cast),
            "draft": draft,
            "batch": casework.draw_batch(claim.procedure, by=cast.liu, on=DAY).pk,
            "benefit": "skill-upgrade-subsidy",
            "change": "gains",
            "write_down": _write_down(cast, claim),
        },
        "desk:show_session": {"number": session.number},
        "desk:take_archive": {"number": session.number},
        "desk:draw_batch": {"key": claim.procedure},
        "desk:list_keys": {"organisation": held.issuer_id},
        "desk:rename_issuer": {"organisation": held.issuer_id},
        "desk:decide_on_key": {"public": list_keys(held.issuer_id)[0].public},
        "desk:settle_merger": {"merger": _merger(cast, 41)},
        "desk:undo_merger": {"merger": _merger(cast, 43, decided=True)},
        "desk:tell_correction": {"correction": _correction(claim)},
        "desk:settle_correction": {"correction": claim.corrections.get().pk},
        "desk:pay_correction": {"correction": claim.corrections.get().pk},
        "desk:show_near_miss": {"benefit": claim.procedure, "condition": "registered"},
        "cases": {
            "number": claim.number,
            "key": "skill-upgrade-subsidy",
            "move": "refuse",
            "attachment": attachments_of(claim).get().pk,
        },
        "cases:answer_objection": {"number": session.number, "objection": objection.pk},
        "cases:show_letter": on_letter,
        "cases:download_letter": on_letter,
        "cases:serve_letter": on_letter,
        "desk:show_clogs": {"code": FITTER},
        "enterprise:show_career_guide": {"person": cast.wang.person},
        "enterprise:show_match": {"key": careers.channels(cast)},
        "worker:answer_career_guide": {"guide": careers.guide(cast).guide_id, "version": 1},
        "dashboards": {"key": "certificates-issued"},
        "dashboards:list_open_cases": {"key": "skill-upgrade-subsidy"},
        "api": {
            "number": claim.number, "key": "union-supervision", "move": "refuse", "draft": draft,
        },
        "api:accept_entitlement": {"benefit": claim.procedure, "subject": held.number},
        "api:decline_entitlement": {"benefit": claim.procedure},
        "api:get_article": {"number": "16"},
        "api:get_results": {"key": uuid4()},
        "api:get_papers": {"key": uuid4()},
        "api:decide_on_key": {"public": list_keys(held.issuer_id)[0].public},
        "api:rename_issuer": {"organisation": held.issuer_id},
        "api:settle_merger": {"merger": _merger(cast, 45)},
        "desk:show_papers": {"key": uuid4()},
        "desk:download_paper_errors": {"key": uuid4()},
        "api:get_obligation": {"key": "skill-upgrade-subsidy"},
        "api:get_parameter": {"key": STANDARD},
        "api:read_indicator": {"key": "certificates-issued"},
        "api:get_status_list": {
            "status_list": credential.status_list_id, "purpose": "revocation",
        },
        "api:get_credential": {"number": held.number},
        "api:get_letter": on_letter,
        "api:get_letter_pdf": on_letter,
        "published": {"organisation": cast.bodies["works"].pk, "profile": "eddsa-jcs-2022"},
        "published:show_status_list": {
            "status_list": credential.status_list_id, "purpose": "revocation",
        },
    }  # fmt: skip


def _standards(cast: Cast) -> dict[str, dict[str, Any]]:
    """甲公司's draft, which 王师傅 commented on; and a wording that waits for the city."""
    draft = standards.opened(cast).pk
    made = commented(draft, "太难。", by=cast.wang, on=DAY).pk
    pages = ("show_standard", "compare_standard", "download_standard")
    operations = ("get_standard", "list_standard_versions", "list_standard_comments")
    return {
        **{f"public:{name}": {"version": draft} for name in pages},
        **{f"api:{name}": {"version": draft} for name in (*operations, "comment_on_standard")},
        "public:show_ability": {"project": (ability := standards.ability(cast).pk)},
        "api:get_ability": {"ability": ability},
        "public:answer_comment": {"version": draft, "comment": made},
        "desk:settle_wording": {"proposal": standards.worded(cast).pk},
        "desk:revoke_ability": {"number": _certified(cast)},
    }


def _certified(cast: Cast) -> str:
    """王师傅's certificate of a special ability, from 甲公司."""
    shown = register.Shown("专2026001", "剪纸制作", cast.bodies["works"].pk)
    return register.record_ability(cast.person(cast.wang).pk, shown, by=cast.clerk, on=DAY).number


def _course(cast: Cast) -> dict[str, dict[str, Any]]:
    """甲技师学院's course to come, in which 外人 has a place."""
    coming = {"announcement": training.announced(cast).pk}
    places.sign_up(coming["announcement"], by=cast.stranger, on=DAY)
    course = {"course": coming["announcement"]}
    return {
        "public:show_course": coming,
        "bodies:show_course": coming,
        "api:sign_up_for_course": course,
        "api:withdraw_from_course": course,
    }


def _claim(cast: Cast, certificate: str) -> Case:
    case = cases.claim(cast, certificate)
    casework.attach(case.number, cases.PDF, "证明.pdf", by=cast.wang, on=DAY)
    return case


def _asked(number: str) -> str:
    """Where somebody without an account follows what became of a certificate not found."""
    question = register.Question(sought=Sought.read(number), name="汪师傅", cause="mismatch")
    return token_of(register.ask_correction(question, key="0" * 32, on=DAY))


def _transcript(cast: Cast) -> Any:
    """王师傅's in a programme of the school, with his certificate counted."""
    told = {"needed": 20, "ceiling": 12, "certificate": {"senior": {"机械基础": 6}}}
    credit_bank.opened(cast.school, told)
    counted = credit_bank.counted(cast.person(cast.wang), cast.school, number="20250000008", on=DAY)
    return counted.student


def _letter(cast: Cast) -> Any:
    return letters_of(cases.reminded(cast)).get()


def _session(cast: Cast) -> Case:
    """甲公司's session of fitters, its results on public notice."""
    skills.seasoned(cast)
    plan = {"occupation": FITTER, "grade": "senior", "planned_on": DAY, "place": "一号车间"}
    case = casework.open_case("grade-assessment", answers=plan, by=cast.clerk, on=DAY)
    sessions.approved(case, cast.clerk)
    for move, answers in (
        ("enrol", {"names": "王师傅", "declared": skills.CHECKED}),
        ("name", {"numbers": sittings.outsider(cast).number}),
        ("mark", {"marks": "王师傅 80 85"}),
        ("publish", None),
    ):
        casework.make_move(case.number, move, answers=answers, by=cast.clerk, on=DAY)
    case.refresh_from_db()
    return case


def _photographed(cast: Cast, session: Case) -> int:
    """王师傅 as candidate, whose photo was handed in."""
    candidate = list_candidates(session.number).get().pk
    photo = ContentFile(photos.picture(), "photo.jpg")
    register.keep_photo(session.number, candidate, photo, by=cast.clerk, on=DAY)
    return int(candidate)


def _consent(cast: Cast) -> int:
    consent = services.give_consent(
        cast.person(cast.wang), "electronic-service", evidence="勾选", by=cast.wang, on=DAY
    )
    return int(consent.pk)


def _merger(cast: Cast, serial: int, *, decided: bool = False) -> int:
    """Two records of one person in the district, proposed by an officer of it."""
    first, second = (somebody("张师傅", one, cast.district) for one in (serial, serial + 1))
    made = register.propose_merger(first, second, proof="证明。", by=cast.sun, on=DAY)
    if decided:
        register.decide_merger(made.pk, by=cast.liu, on=DAY)
    return made.pk


def _twice(cast: Cast, serial: int) -> str:
    """One of two records of one person, by the number it is told by."""
    somebody("张师傅", serial, cast.district)
    return id_number(serial)


def _correction(claim: Case) -> int:
    """As if money had been promised, and a fact been corrected since."""
    made = claim.corrections.create(before=200_000, after=0, proposed_on=DAY)
    return int(made.pk)


def _write_down(cast: Cast, claim: Case) -> int:
    """As if money had been asked back, and an officer proposed not to pursue it."""
    made = claim.write_downs.create(
        amount=1, basis="通知", reason="追回成本过高。", proposed_on=DAY,
        proposed_by_id=cast.sun.person,
    )  # fmt: skip
    return int(made.pk)


def _delegation(cast: Cast) -> int:
    delegation = services.delegate(
        queries.get_office(cast.liu.office),
        cast.person(cast.sun),
        since=DAY,
        until=DAY + timedelta(days=7),
        reason="出差",
        by=cast.liu,
        on=DAY,
    )
    return int(delegation.pk)


def _decision(cast: Cast) -> int:
    decision = instruments.propose(
        STANDARD, value=20, valid_from=DAY, instrument=instruments.Instrument(title="通知"),
        by=cast.sun, on=DAY,
    )  # fmt: skip
    return int(decision.pk)
