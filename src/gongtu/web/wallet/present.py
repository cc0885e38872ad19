"""The wallet as its pages show it: certificates as cards, links with who opened them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from gongtu.engines.credentials.choices import Status, Verdict
from gongtu.engines.credentials.kinds import kind_of, titled
from gongtu.engines.credentials.queries import list_held
from gongtu.engines.credentials.verify import Verification, verify
from gongtu.records.addresses import address_of as whole
from gongtu.records.journal.queries import text_of
from gongtu.registers.appointments import queries as appointments
from gongtu.registers.skills import queries as skills
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.queries.abilities import list_abilities
from gongtu.registers.wallet import queries as wallet
from gongtu.registers.wallet import services
from gongtu.web.chain_page import label_of
from gongtu.web.http import Request
from gongtu.web.public.certificates_page import step_row
from gongtu.web.public.verdict_words import verdict_in_words, verdict_told
from gongtu.web.wording import listed, name_of, shown


def held_page(request: Request) -> dict[str, Any]:
    """Every certificate of one's own as a card with the verdict of today."""
    person = wallet.holder_in(request.capacity)
    signed = {one.number: one for one in list_held(str(person))}
    certificates = list(skills.list_certificates(person))
    posts, abilities = list(appointments.list_appointments(person)), list(list_abilities(person))
    told = {*_numbers(certificates), *_numbers(posts), *_numbers(abilities)}
    return {
        "cards": [_card(held, signed.get(held.number), request) for held in certificates],
        "posts": [_post(term, signed[term.number], request) for term in posts],
        "abilities": [_ability(held, signed.get(held.number), request) for held in abilities],
        "statements": [
            _statement(one, request)
            for one in signed.values()
            if one.number not in told and _is_statement(one)
        ],
        "open": sum(share.is_open(request.on) for share in wallet.list_shares(person)),
        "elsewhere": [_elsewhere(kept, request)[0] for kept in wallet.list_elsewhere(person)],
    }


def held_in_words(request: Request, number: str) -> dict[str, str]:
    """One of one's own credentials of any kind, as forms name it."""
    person = wallet.holder_in(request.capacity)
    if (signed := wallet.find_own(person, number)) is None:
        return certificate_in_words(request, number)
    return {"title": _title(*titled(signed)), "number": number}


def certificate_in_words(request: Request, number: str) -> dict[str, str]:
    """One of one's own certificates; an appointment is none."""
    held = skills.get_held(wallet.holder_in(request.capacity), number)
    return {"title": _title(held.occupation.name, Grade(held.grade)), "number": number}


def check_holder(request: Request) -> None:
    """Raises `NotTheHolder` for whoever does not act for themselves."""
    wallet.holder_in(request.capacity)


def address_of(number: str) -> str:
    """Where anybody checks the certificate of that number."""
    return whole(reverse("public:show_verdict", args=[number]))


def presentation(number: str, chosen: dict[str, Any], request: Request) -> HttpResponse:
    """The file with the parts chosen; its name tells nothing.

    Raises:
        PresentationUnfit: It cannot be made so.
    """
    to = services.audience(chosen["audience"], chosen["nonce"])
    made = services.present(
        number, parts=chosen["parts"], to=to, by=request.capacity, on=request.on
    )
    answer = HttpResponse(made, content_type="application/dc+sd-jwt")
    answer["Content-Disposition"] = 'attachment; filename="certificate.sd-jwt"'
    answer["Cache-Control"] = "no-store"
    return answer


def elsewhere_page(request: Request, kept: int) -> dict[str, Any]:
    """A certificate of elsewhere with what checking it finds today."""
    found = wallet.get_elsewhere(wallet.holder_in(request.capacity), kept)
    row, checked = _elsewhere(found, request)
    return {"kept": row, "steps": [step_row(step) for step in checked.steps]}


def shares_page(request: Request) -> dict[str, Any]:
    """Every link one ever made, with how often it was opened."""
    person = wallet.holder_in(request.capacity)
    return {"shares": [_share_row(one, request) for one in wallet.list_shares(person)]}


def share_page(request: Request, share: int) -> dict[str, Any]:
    """One link: its address, what it shows, and who opened it."""
    found = wallet.get_share(wallet.holder_in(request.capacity), share)
    return {
        "share": {
            **_share_row(found, request),
            "link": whole(reverse("public:show_share", args=[found.token])),
            "end": reverse("wallet:end_share", args=[found.pk]),
            "certificate": _page_of(found.credential),
            "views": [_view(entry) for entry in wallet.views_of(found)],
        }
    }


def _card(held: Any, credential: Any, request: Request) -> dict[str, Any]:
    grade = Grade(held.grade)
    card = {
        "occupation": held.occupation.name,
        "grade": label_of(grade),
        "number": held.number,
        "issuer": name_of(held.issuer),
        "issued_on": held.issued_on,
        "address": reverse("worker:show_certificate", args=[held.number]),
    }
    if credential is None:
        return {**card, "verdict": {"label": _("没有电子签名原件"), "mood": "wait", "says": ""}}
    verdict = verify(credential.document, on=request.on).verdict
    told = verdict_told(credential, verdict)
    if verdict == Verdict.CANNOT_TELL:
        told["says"] = _("有一项无法核实。打开证书看是哪一步。")
    return {
        **card,
        "verdict": told,
        "document": reverse("worker:download_certificate", args=[held.number]),
        "share": reverse("wallet:share_certificate", args=[held.number]),
        "present": reverse("wallet:present_certificate", args=[held.number]),
    }


def _post(term: Any, credential: Any, request: Request) -> dict[str, Any]:
    """An appointment as a card: a post with its term, in its own words."""
    verdict = verify(credential.document, on=request.on).verdict
    return {
        "occupation": term.occupation.name,
        "grade": label_of(Grade(term.grade)),
        "number": term.number,
        "issuer": name_of(term.organisation),
        "since": term.since,
        "until": term.until,
        "address": _page_of(credential),
        "verdict": verdict_told(credential, verdict),
        "document": reverse("worker:download_certificate", args=[term.number]),
        "share": reverse("wallet:share_certificate", args=[term.number]),
    }


def _ability(held: Any, credential: Any, request: Request) -> dict[str, Any]:
    """A certificate of a special ability as a card: of no grade, under its own number."""
    card = {
        "kind": "ability",
        "occupation": held.name,
        "grade": _("不分等级"),
        "number": held.number,
        "issuer": name_of(held.issuer),
        "issued_on": held.issued_on,
    }
    if credential is None:
        return {**card, "verdict": {"label": _("没有电子签名原件"), "mood": "wait", "says": ""}}
    verdict = verify(credential.document, on=request.on).verdict
    return {
        **card,
        "verdict": verdict_told(credential, verdict),
        "address": reverse("public:show_verdict", args=[held.number]),
        "document": reverse("worker:download_certificate", args=[held.number]),
        "share": reverse("wallet:share_certificate", args=[held.number]),
    }


def _numbers(held: Iterable[Any]) -> Iterator[str]:
    return (one.number for one in held)


def _is_statement(credential: Any) -> bool:
    """Neither a certificate of a grade nor one that another has followed."""
    return not kind_of(credential).certifies_grade and credential.status != Status.SUPERSEDED


def _statement(credential: Any, request: Request) -> dict[str, Any]:
    """What a school or an office stated of the holder, as a card under its own name."""
    kind, (_called, about, *_rest) = kind_of(credential), titled(credential)
    verdict = verify(credential.document, on=request.on).verdict
    return {
        "label": kind.label,
        "occupation": shown(about),
        "grade": "",
        "number": credential.number,
        "issuer": credential.document["issuer"]["name"],
        "issued_on": credential.issued_on,
        "verdict": verdict_told(credential, verdict),
        "address": _page_of(credential),
        "document": reverse("worker:download_certificate", args=[credential.number]),
        "share": reverse("wallet:share_certificate", args=[credential.number]),
    }


def _page_of(credential: Any) -> str:
    """Where a holder reads on about it."""
    graded = kind_of(credential).certifies_grade
    page = "worker:show_certificate" if graded else "public:show_verdict"
    return reverse(page, args=[credential.number])


def _title(*words: Any) -> str:
    return " · ".join(map(shown, words))


def _elsewhere(kept: Any, request: Request) -> tuple[dict[str, Any], Verification]:
    checked = verify(kept.document, on=request.on)
    told = verdict_in_words(checked.verdict, "")
    row = {
        "title": kept.title,
        "issuer": kept.issuer,
        "kept_on": kept.kept_on,
        "checked_on": request.on,
        "verdict": {**told, "says": _says(checked.verdict)},
        "address": reverse("wallet:show_elsewhere", args=[kept.pk]),
        "drop": reverse("wallet:drop_elsewhere", args=[kept.pk]),
    }
    return row, checked


def _says(verdict: Verdict) -> str:
    """What a verdict means where the issuer is on no register of ours."""
    worded = {
        Verdict.VALID: _("签名无误，在有效期内。发证单位有没有资格，这里没有登记可查。"),
        Verdict.EXPIRED: _("签名无误，但有效期已过。"),
        Verdict.REVOKED: _("签名无误，但已被发证单位撤销。"),
        Verdict.SUPERSEDED: _("签名无误，但发证单位已换发新证。"),
        Verdict.CANNOT_TELL: _("有一项无法核实，所以不下结论。看下面哪一步没有通过。"),
    }
    return worded[verdict]


def _share_row(share: Any, request: Request) -> dict[str, Any]:
    is_open = share.is_open(request.on)
    ended = _("已结束") if share.ended_on else _("已到期")
    return {
        "title": _title(*titled(share.credential)),
        "address": reverse("wallet:show_share", args=[share.pk]),
        "purpose": share.purpose,
        "parts": listed(label_of(part) for part in share.shown),
        "made_on": share.made_on,
        "until": share.until,
        "ended_on": share.ended_on,
        "is_open": is_open,
        "state": _("可以打开") if is_open else ended,
        "mood": "good" if is_open else "",
    }


def _view(entry: Any) -> dict[str, Any]:
    """Who opened the link, as they said themselves."""
    name, _line, why = text_of(entry).partition("\n")
    return {"at": entry.at, "name": name or _("已依法删除"), "why": why}
