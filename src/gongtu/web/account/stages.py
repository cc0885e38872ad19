"""Steps of signing in that differ from allauth's."""

from allauth.account.adapter import get_adapter
from allauth.account.stages import PhoneVerificationStage
from allauth.core.exceptions import RateLimited
from django.http import HttpResponse
from django.shortcuts import render


class PhoneIfAny(PhoneVerificationStage):  # type: ignore[misc]  # allauth tells no types
    """Proves a phone that was given; an officer known by mail alone may sign in without one."""

    def handle(self) -> tuple[HttpResponse | None, bool]:
        """What to show instead of signing in, if anything, and whether to go on."""
        if self.login.user and get_adapter().get_phone(self.login.user) is None:
            return None, True
        try:
            answer: tuple[HttpResponse | None, bool] = super().handle()
        except RateLimited:
            # Allauth answers this with a breakdown when somebody signs up twice in a minute.
            return render(self.request, "429.html", status=429), False
        return answer
