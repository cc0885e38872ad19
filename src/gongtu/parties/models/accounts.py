"""Accounts: how a person signs in.  What they may do is their person's offices and relations."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q

from gongtu.parties.models.persons import Person


class Accounts(BaseUserManager["Account"]):
    """Where Django and allauth look for accounts."""

    def create_user(self, email: str = "", password: str | None = None, **fields: Any) -> "Account":
        """An account that can sign in by code; without a password unless one is given."""
        account = self.model(email=self.normalize_email(email) or None, **fields)
        account.set_password(password)
        account.save(using=self._db)
        return account


class Account(AbstractBaseUser):
    """A way to sign in, by mail or phone; without a person it may only look at public pages."""

    email = models.EmailField(unique=True, null=True, blank=True)
    phone_cipher = models.BinaryField(default=b"")
    phone_index = models.CharField(max_length=64, unique=True, null=True)
    phone_verified = models.BooleanField(default=False)
    person = models.OneToOneField(Person, models.PROTECT, null=True, related_name="account")
    is_active = models.BooleanField(default=True)
    is_demo = models.BooleanField(default=False)

    objects: ClassVar[Accounts] = Accounts()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(phone_verified=False) | ~Q(phone_index=None),
                name="only_a_given_phone_is_verified",
            ),
        ]

    class Privacy:
        purpose = "登录和送达提醒"
        basis = "《个人信息保护法》第十三条第一款第二项"
        sees = "本人"
        kept_until = "账户注销之日"
        fields: ClassVar = {
            "id": "internal",
            "password": "sensitive",
            "last_login": "personal",
            "email": "personal",
            "phone_cipher": "sensitive",
            "phone_index": "sensitive",
            "phone_verified": "internal",
            "person": "personal",
            "is_active": "internal",
            "is_demo": "internal",
        }

    def __str__(self) -> str:
        return self.email or f"account {self.pk}"
