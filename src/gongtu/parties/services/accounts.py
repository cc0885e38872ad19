"""Opening accounts, changing their phone, and proving whose account one is."""

from __future__ import annotations

from datetime import date

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.parties.capacity import Capacity
from gongtu.parties.identity import Phone, encipher_phone, index_phone
from gongtu.parties.models import Account, Person
from gongtu.parties.queries.accounts import find_account_by_phone
from gongtu.parties.queries.capacities import list_capacities
from gongtu.parties.queries.persons import find_person_by_id_number
from gongtu.records.journal import services as journal


class AccountTaken(Refused):
    """Another account signs in under this address or number."""


class IdentityUnproved(Refused):
    """Name, number and phone do not together prove who this is."""


@transaction.atomic
def open_account(
    *, email: str = "", phone: str = "", person: Person | None = None, is_demo: bool = False
) -> Account:
    """An account that signs in by code to the address or number given.

    Raises:
        AccountTaken: The address, number or person has an account already.
    """
    account = Account(email=email.strip().lower() or None, person=person, is_demo=is_demo)
    account.set_unusable_password()
    if phone:
        _put_phone(account, Phone.parse(phone))
    try:
        with transaction.atomic():
            account.save(force_insert=True)
    except IntegrityError:
        raise AccountTaken(_("这个邮箱、手机号码或者本人已有账户，请直接登录。")) from None
    return account


@transaction.atomic
def let_sign_in(person: Person, *, phone: str, by: Capacity, on: date) -> bool:
    """See that a person signs in by this phone; False where they have an account already.

    An account that has proved the number by code and is nobody's yet becomes theirs.

    Raises:
        WrongPhone: The text is no mobile number.
        AccountTaken: Somebody else signs in by it, or its account never proved it.
    """
    if hasattr(person, "account"):
        return False
    account = find_account_by_phone(phone)
    if account is None:
        open_account(phone=phone, person=person)
    elif is_free(account):
        account.person = person
        account.save(update_fields=["person"])
    else:
        raise AccountTaken(_("这个手机号码已用于另一个账户。"))
    journal.write(f"person:{person.id}", "joined-account", on=on, by=by, what={"person": person.id})
    return True


@transaction.atomic
def reactivate_account(person: Person, *, by: Capacity, on: date) -> bool:
    """Let somebody sign in again whose account was deactivated; False where it was not."""
    if not Account.objects.filter(person=person, is_active=False).update(is_active=True):
        return False
    what = {"person": person.id}
    journal.write(f"person:{person.id}", "account-reactivated", on=on, by=by, what=what)
    return True


def is_free(account: Account) -> bool:
    """Whether it is nobody's yet, and whoever opened it has proved its phone."""
    return account.person_id is None and account.phone_verified


@transaction.atomic
def change_phone(account: Account, phone: str, *, verified: bool) -> Account:
    """Put another number on an account; an empty one takes the number away."""
    if phone:
        _put_phone(account, Phone.parse(phone))
    else:
        account.phone_cipher, account.phone_index = b"", None
    account.phone_verified = verified and bool(phone)
    try:
        with transaction.atomic():
            account.save(update_fields=["phone_cipher", "phone_index", "phone_verified"])
    except IntegrityError:
        raise AccountTaken(_("这个手机号码已用于另一个账户。")) from None
    return account


@transaction.atomic
def prove_identity(account: Account, *, name: str, id_number: str, on: date) -> Person:
    """Join an account to the registered person whose name, number and phone all agree.

    The phone must be the account's own, verified by code.  A wrong part is not named, so that
    nobody can find out who is registered.

    Raises:
        WrongIdNumber: The digits break a rule.
        IdentityUnproved: They do not agree, or person or account is joined already.
    """
    person = find_person_by_id_number(id_number)
    agree = (
        person is not None
        and person.name == name.strip()
        and account.phone_verified
        and person.phone_index == account.phone_index
    )
    if account.person_id or not agree or person is None or hasattr(person, "account"):
        raise IdentityUnproved(
            _(
                "姓名、身份证号码与已验证的手机号码不能相互印证，请核对；登记的手机号码有变动的，请到用人单位或者人社服务窗口更正。"
            )
        )
    account.person = person
    account.save(update_fields=["person"])
    by = list_capacities(account, on)[0]
    journal.write(f"person:{person.id}", "joined-account", on=on, by=by, what={"person": person.id})
    return person


def _put_phone(account: Account, phone: Phone) -> None:
    account.phone_cipher = encipher_phone(phone, "account")
    account.phone_index = index_phone(phone)
