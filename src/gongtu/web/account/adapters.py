"""What allauth asks us: where phones are kept, how a code reaches one, where to go afterwards."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gongtu.base.errors import Refused
from gongtu.parties import queries, services
from gongtu.parties.identity import Phone
from gongtu.parties.models import Account
from gongtu.records.outbox import services as outbox
from gongtu.web.http import Request
from gongtu.web.shell import home_of


class PhoneField(forms.CharField):
    """A mobile number as people type it; the refusal says what was found."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", gettext_lazy("手机号码"))
        super().__init__(max_length=20, **kwargs)
        self.widget.attrs |= {"autocomplete": "tel", "inputmode": "tel"}

    def clean(self, value: Any) -> str:
        """The eleven digits, or empty where none are required."""
        text = super().clean(value)
        try:
            return Phone.parse(text).text if text else ""
        except Refused as refusal:
            raise ValidationError(list(refusal.reasons)) from None


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth tells no types
    """Phones enciphered, codes through the outbox, and everybody lands on their own page."""

    def get_phone(self, user: Account) -> tuple[str, bool] | None:
        """The number in full, and whether a code has reached it."""
        phone = queries.phone_of(user)
        return (phone, user.phone_verified) if phone else None

    def set_phone(self, user: Account, phone: str, verified: bool) -> None:
        services.change_phone(user, phone, verified=verified)

    def set_phone_verified(self, user: Account, phone: str) -> None:
        services.change_phone(user, phone, verified=True)

    def get_user_by_phone(self, phone: str) -> Account | None:
        return queries.find_account_by_phone(phone)

    def phone_form_field(self, **kwargs: Any) -> PhoneField:
        return PhoneField(**kwargs)

    def send_verification_code_sms(
        self, user: Account, phone: str, code: str, **_signup: Any
    ) -> None:
        """Put the code into the outbox; delivery and its retries are the outbox's."""
        text = _("您的工途验证码是%(code)s，十分钟内有效。请勿告诉他人。") % {"code": code}
        outbox.send("sms", phone, _("登录验证码"), text, key=f"code:{user.pk}:{code}", about="")

    def send_unknown_account_sms(self, phone: str, **_signup: Any) -> None:
        """Nothing: a number that is nobody's gets no message, and the page says the same."""

    def populate_username(self, _request: HttpRequest, user: Account) -> None:
        """Before the first save: an account opened by phone has no address, not an empty one."""
        user.email = user.email or None

    def get_login_stages(self) -> list[str]:
        """Allauth's, except that an account without a phone need not prove one."""
        theirs = "allauth.account.stages.PhoneVerificationStage"
        ours = "gongtu.web.account.stages.PhoneIfAny"
        return [ours if stage == theirs else stage for stage in super().get_login_stages()]

    def get_login_redirect_url(self, request: Request) -> str:
        """The page of the capacity one begins in."""
        capacity = queries.default_capacity(request.user, request.on)
        return reverse(home_of(capacity.role))
