"""The wallet as its pages show it: certificates as cards, links with who opened them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from gongtu.base.periods import last_day
from gongtu.engines.credentials.choices import Status, Verdict
from gongtu.engines.credentials.kinds import Kind, Recorded, kind_of, kinds, titled
from gongtu.engines.credentials.qr import svg
from gongtu.engines.credentials.queries import list_held
from gongtu.engines.credentials.verify import Verification, verify
from gongtu.records.addresses import address_of as whole
from gongtu.records.journal.queries import text_of
from gongtu.registers.skills import queries as skills
from gongtu.registers.skills.choices import Grade
from gongtu.registers.wallet import queries as wallet
from gongtu.registers.wallet import services
from gongtu.web.chain_page import label_of
from gongtu.web.http import Request
from gongtu.web.public.certificates_page import line_row, step_row
from gongtu.web.public.verdict_words import verdict_in_words, verdict_told
from gongtu.web.wording import listed, name_of, posted, shown


def held_page(request: Request) -> dict[str, Any]:
    """Everything of one's own as cards with the verdict of today, kind by kind."""
    person = wallet.holder_in(request.capacity)
    signed = {one.number: one for one in list_held(str(person))}
    sections = [
        _section(kind, person, signed, request) for kind in kinds() if not kind.certifies_grade
    ]
    return {
        "cards": [
            _card(_held(one), signed.get(one.number), request)
            for one in skills.list_certificates(person)
        ],
        "sections": [section for section in sections if section["cards"]],
        "open": sum(share.is_open(request.on) for share in wallet.list_shares(person)),
        "elsewhere": [_elsewhere(kept, request)[0] for kept in wallet.list_elsewhere(person)],
    }


def held_in_words(request: Request, number: str) -> dict[str, str]:
    """One of one's own credentials of any kind, as forms name it."""
    person = wallet.holder_in(request.capacity)
    signed = wallet.find_own(person, number)
    title = titled(signed) if signed else _held(skills.get_held(person, number)).title
    return {"title": _title(*title), "number": number}


def one_held_page(request: Request, number: str) -> dict[str, Any]:
    """One of one's own with its code, what it says and what checking it finds.

    Raises:
        CertificateUnknown, Http404: It is not one's own, or was never signed here.
    """
    signed = wallet.find_own(wallet.holder_in(request.capacity), number)
    if signed is None:
        raise Http404(number)
    kind, checked = kind_of(signed), verify(signed.document, on=request.on)
    return {
        "held": {
            "title": _title(*titled(signed)),
            "number": number,
            "label": kind.label or _("职业技能等级证书"),
            "says": kind.says,
            "numbered_as": kind.numbered_as,
            "lines": [line_row(line) for line in kind.lines(signed)],
            "verdict": verdict_told(signed, checked.verdict),
            "check": address_of(number),
            **_actions(number),
        },
        "code": svg(address_of(number), signed.document),
        "steps": [step_row(step) for step in checked.steps],
    }


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
            "delete": reverse("wallet:delete_share", args=[found.pk]),
            "certificate": _page_of(found.credential),
            "views": [_view(entry) for entry in wallet.views_of(found)],
        }
    }


def _section(
    kind: Kind, person: UUID, signed: Mapping[str, Any], request: Request
) -> dict[str, Any]:
    """All of one kind: what stands or stood by itself, and what was never signed here."""
    ours = [one for one in signed.values() if one.kind == kind.key]
    papers = [
        *((_told(one), one) for one in ours if one.status != Status.SUPERSEDED),
        *((one, None) for one in kind.recorded(person) if one.number not in signed),
    ]
    cards = [_card(about, one, request, kind.label) for about, one in papers]
    return {"label": kind.label, "says": kind.says, "cards": cards}


def _held(held: Any) -> Recorded:
    title = (held.occupation.name, Grade(held.grade))
    return Recorded(number=held.number, title=title, issuer=held.issuer, issued_on=held.issued_on)


def _told(signed: Any) -> Recorded:
    issuer = posted(signed.document["issuer"]["name"])
    return Recorded(
        number=signed.number, title=titled(signed), issuer=issuer, issued_on=signed.issued_on
    )


def _card(about: Recorded, signed: Any, request: Request, label: Any = "") -> dict[str, Any]:
    """One paper; `label` is what it is called, where it is no certificate of a grade."""
    heading, *rest = (shown(word) for word in about.title if shown(word) != str(label))
    card = {
        "label": label or _("职业技能等级证书"),
        "heading": heading,
        "rest": " · ".join(rest),
        "number": about.number,
        "issuer": about.issuer if isinstance(about.issuer, str) else name_of(about.issuer),
        "issued_on": about.issued_on,
        "address": reverse("worker:show_certificate", args=[about.number]) if not label else "",
    }
    if signed is None:
        return {**card, "verdict": {"label": _("没有电子签名原件"), "mood": "wait", "says": ""}}
    return {**card, **_signed_card(signed, request)}


def _signed_card(signed: Any, request: Request) -> dict[str, Any]:
    verdict = verify(signed, on=request.on).verdict
    told = verdict_told(signed, verdict)
    if verdict == Verdict.CANNOT_TELL:
        told["says"] = _("有一项无法核实。打开证书看是哪一步。")
    return {
        "verdict": told,
        "since": date.fromisoformat(signed.document["validFrom"][:10]),
        "last": last_day(signed.valid_until) if signed.valid_until else None,
        "address": _page_of(signed),
        **_actions(signed.number),
    }


def _actions(number: str) -> dict[str, str]:
    """What a holder does with whatever was signed: the same for every kind."""
    return {
        "document": reverse("worker:download_certificate", args=[number]),
        "share": reverse("wallet:share_certificate", args=[number]),
        "present": reverse("wallet:present_certificate", args=[number]),
    }


def _page_of(credential: Any) -> str:
    """Where a holder reads on about it."""
    graded = kind_of(credential).certifies_grade
    page = "worker:show_certificate" if graded else "wallet:show_held"
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
