"""Accounts, and how they are found for signing in."""

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.parties.identity import Phone, decipher_phone, index_phone
from gongtu.parties.models import Account


class AccountUnknown(Refused):
    """Nobody signs in under this number."""


def get_account(account_id: int) -> Account:
    """The account with its person."""
    account = Account.objects.select_related("person").filter(pk=account_id).first()
    if account is None:
        raise AccountUnknown(_("没有这个账户。"))
    return account


def find_account(email: str) -> Account | None:
    """Whoever signs in under this mail address."""
    return Account.objects.filter(email=email.strip().lower()).first()


def find_account_by_phone(text: str) -> Account | None:
    """Whoever signs in under this mobile number.

    Raises:
        WrongPhone: The text is no mobile number.
    """
    return Account.objects.filter(phone_index=index_phone(Phone.parse(text))).first()


def phone_of(account: Account) -> str:
    """The mobile number in full, for the person themselves and for sending; empty without one."""
    return decipher_phone(account.phone_cipher, "account")


def masked_account_phone(account: Account) -> str:
    """The number as pages show it; empty without one."""
    phone = phone_of(account)
    return Phone(phone).masked if phone else ""


def list_demo_accounts() -> QuerySet[Account]:
    """The cast of the demo city, in the order in which it was made."""
    return Account.objects.filter(is_demo=True, is_active=True).select_related("person")


def get_demo_account(account_id: int) -> Account:
    """One of the cast; nobody else's account is ever found here."""
    account = list_demo_accounts().filter(pk=account_id).first()
    if account is None:
        raise AccountUnknown(_("演示人物中没有这个账户。"))
    return account
