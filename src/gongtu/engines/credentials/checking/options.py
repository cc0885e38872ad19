"""The `options` of the VC API: what may be asked for, and in which shape."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from gongtu.engines.credentials.checking.entries import ENTRY
from gongtu.engines.credentials.checking.problem import (
    Problem,
    Problems,
    ProblemType,
    at,
)
from gongtu.engines.credentials.checking.proofs import TYPE, ends_before_it_begins, moment
from gongtu.engines.credentials.checking.values import Check, each, is_so, members, text, url
from gongtu.engines.credentials.choices import Purpose
from gongtu.engines.credentials.dids import ASSERTION
from gongtu.engines.credentials.suites import Profile

OPTIONS = "/options"


def exactly(*right: Any) -> Check:
    said = " | ".join(map(str, right))
    return is_so(lambda value: value in right, lambda: _("应为%(value)s") % {"value": said})


def option_problems(options: Mapping[str, Any], profile: Profile) -> Problems:
    """What is asked for at issue and cannot be given."""
    known: dict[str, Check] = {
        "created": moment,
        "expires": moment,
        "challenge": text,
        "domain": each(text),
        "credentialId": url,
        "credentialStatus": each(_status),
        "proofPurpose": exactly(ASSERTION),
        "type": exactly(TYPE),
        "cryptosuite": exactly(profile.suite.name),
    }
    for name in options:
        if name not in known:
            yield Problem(at(OPTIONS, name), _("没有这个选项"))
        else:
            yield from known[name](options[name], at(OPTIONS, name))
    if ends_before_it_begins(options):
        says = _("不能早于created")
        yield Problem(at(OPTIONS, "expires"), says, ProblemType.RANGE)


def demand_problems(options: Mapping[str, Any]) -> Problems:
    """What a verifier is told to demand; options that only shape the answer are not looked at."""
    for name, check in (("challenge", text), ("domain", each(text)), ("checks", each(text))):
        if name in options:
            yield from check(options[name], at(OPTIONS, name))


_status = members({"type": exactly(ENTRY)}, {"statusPurpose": exactly(*Purpose.values)})
