"""Pages of one's own account: signing in, capacities, consents, delegations, who looked."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login, logout
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from gongtu.engines.casework.queries import list_cases_of
from gongtu.parties import access, queries, services
from gongtu.web.account.accesses import list_accesses
from gongtu.web.account.forms import ConsentForm, DelegationForm, ErasureForm, IdentityForm
from gongtu.web.account.own import consents_of, second_factors_of
from gongtu.web.asking import next_page, place_asked
from gongtu.web.http import Request, SignedOut, posts, reads, signed_in, writes
from gongtu.web.middleware import put_capacity
from gongtu.web.shell import home_of
from gongtu.web.written import show_form, written

BACKEND = "django.contrib.auth.backends.ModelBackend"


@reads
def sign_in(request: Request) -> HttpResponse:
    """All ways in: a code, a passkey, and in the demo city the cast."""
    cast = queries.list_cast(request.on) if settings.GONGTU_DEMO else []
    return render(request, "account/sign_in.html", {"cast": cast, "next": _wanted(request)})


@posts
def sign_out(request: Request) -> HttpResponse:
    """End this session."""
    logout(request)
    return redirect("public:show_start")


@posts
def enter_demo(request: Request) -> HttpResponse:
    """Become one of the cast: only in the demo city, and only of the cast."""
    if not settings.GONGTU_DEMO:
        raise Http404
    account = queries.get_demo_account(int(request.POST.get("account", "0") or 0))
    login(request, account, backend=BACKEND)
    key = request.POST.get("capacity")
    capacity = (
        queries.get_capacity(account, key, request.on)
        if key
        else queries.default_capacity(account, request.on)
    )
    put_capacity(request, capacity)
    return redirect(_wanted(request) or home_of(capacity.role))


@signed_in
@posts
def switch_capacity(request: Request) -> HttpResponse:
    """Act in another of one's own capacities from now on."""
    capacity = queries.get_capacity(request.user, request.POST.get("capacity", ""), request.on)
    put_capacity(request, capacity)
    return redirect(_wanted(request) or home_of(capacity.role))


@signed_in
@reads
def show_account(request: Request) -> HttpResponse:
    """Everything about one's own account on one page."""
    person = request.user.person
    context = {
        "person": person,
        "id_number": queries.masked_id_number(person) if person else "",
        "phone": queries.masked_account_phone(request.user),
        "capacities": queries.list_capacities(request.user, request.on),
        "consents": consents_of(person.id) if person else [],
        "delegations": queries.list_delegations(person.id) if person else [],
        "factors": second_factors_of(request.user),
        "may_search": access.may(request.capacity, "search-persons", None, on=request.on),
        "may_delegate": request.capacity.key.startswith("office:"),
    }
    return render(request, "account/show_account.html", context)


@signed_in
@writes
def prove_identity(request: Request) -> HttpResponse:
    """Join the account to the registered person."""
    form, user, on = IdentityForm(request.POST or None), request.user, request.on
    if written(form, lambda: services.prove_identity(user, **form.cleaned_data, on=on)):
        messages.success(request, _("已核对本人身份。"))
        return redirect("account:show_account")
    return show_form(request, "account/prove_identity.html", {"form": form})


@signed_in
@writes
def ask_erasure(request: Request) -> HttpResponse:
    """Have one's own record destroyed, once no case needs it; the account goes with it."""
    form = ErasureForm(request.POST or None)
    if written(form, lambda: _erase(request, form.cleaned_data["reason"])):
        logout(request)
        return redirect("public:show_start")
    return show_form(request, "account/ask_erasure.html", {"form": form})


@signed_in
@writes
def give_consent(request: Request) -> HttpResponse:
    """Say yes to one purpose; the words agreed to are the evidence."""
    form = ConsentForm(request.POST or None)
    if written(form, lambda: _consent(request, form)):
        return redirect("account:show_account")
    return show_form(request, "account/give_consent.html", {"form": form})


@signed_in
@posts
def withdraw_consent(request: Request, consent: int) -> HttpResponse:
    """Take a yes back, at once."""
    found = queries.get_consent(consent)
    services.withdraw_consent(found, by=request.capacity, on=request.on)
    messages.success(request, _("同意已撤回，自今日起不再依据它处理您的信息。"))
    return redirect("account:show_account")


@signed_in
@writes
def delegate(request: Request) -> HttpResponse:
    """Put the office one acts in into a colleague's hands for a while."""
    office = queries.get_office(request.capacity.office)
    colleagues = [
        other
        for other in queries.offices_of(office.organisation_id, request.on)
        if other.person_id != office.person_id
    ]
    form = DelegationForm(request.POST or None, colleagues=colleagues)
    if written(form, lambda: _delegate(request, form)):
        return redirect("account:show_account")
    return show_form(request, "account/delegate.html", {"form": form, "office": office})


@signed_in
@posts
def end_delegation(request: Request, delegation: int) -> HttpResponse:
    """Take one's office back, or give it back, early."""
    found = queries.get_delegation(delegation)
    services.end_delegation(found, by=request.capacity, on=request.on)
    messages.success(request, _("委托已终止。"))
    return redirect("account:show_account")


@signed_in
@reads
def show_access_log(request: Request) -> HttpResponse:
    """Who looked at and who changed my file."""
    person = _own_person(request)
    accesses, following = list_accesses(person, place_asked(request), account=request.user.pk)
    context = {"accesses": accesses, "following": next_page(request, following)}
    return render(request, "account/show_access_log.html", context)


def _consent(request: Request, form: ConsentForm) -> None:
    services.give_consent(
        _own_person(request),
        form.cleaned_data["purpose"],
        scope=form.cleaned_data["scope"],
        evidence=_("本人于%(day)s在“我的账户”页面勾选同意") % {"day": request.on},
        by=request.capacity,
        on=request.on,
    )


def _delegate(request: Request, form: DelegationForm) -> None:
    answers = form.cleaned_data
    last: date = answers["last"]
    services.delegate(
        queries.get_office(request.capacity.office),
        queries.get_person(answers["to"]),
        since=answers["since"],
        until=last + timedelta(days=1),
        reason=answers["reason"],
        by=request.capacity,
        on=request.on,
    )


def _erase(request: Request, reason: str) -> None:
    if list_cases_of(request.capacity).filter(closed_on=None).exists():
        raise services.NotYetErasable(_("还有没有办结的事项，办结或者撤回后才能删除。"))
    person = queries.get_person(_own_person(request))
    services.erase_person(person, reason=reason, by=request.capacity, on=request.on)


def _own_person(request: Request) -> UUID:
    """The person behind the account, whatever capacity they act in."""
    if request.user.person_id is None:
        raise SignedOut(_("请先核对本人身份，再办理这一项。"))
    return request.user.person_id


def _wanted(request: Request) -> str:
    """Where the person wanted to go, if that is a page of ours."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    own = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, request.is_secure())
    return wanted if own else ""
