"""What every page shows around its content: menu, capacity, demo strip, language."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, cast

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from gongtu.parties.capacity import Capacity
from gongtu.parties.roles import OFFICES, Role
from gongtu.policy.city import active_city
from gongtu.records.outbox.queries import MOST_COUNTED, count_unread

if TYPE_CHECKING:
    from gongtu.web.http import Request


@dataclass(frozen=True, slots=True)
class Entry:
    """One word of the menu."""

    label: str
    address: str
    current: bool


class Shell:
    """The frame of one page, worked out only as far as the template asks."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = cast("Request", request)

    @property
    def demo(self) -> bool:
        return bool(settings.GONGTU_DEMO)

    @property
    def on(self) -> date:
        return self.request.on

    @property
    def capacity(self) -> Capacity:
        return self.request.capacity

    @property
    def signed_in(self) -> bool:
        return self.request.user.is_authenticated

    @cached_property
    def unread(self) -> str:
        """How many messages wait to be read, as the frame shows it; empty where none does."""
        waiting = count_unread(self.request.user.pk)
        if waiting >= MOST_COUNTED:
            return f"{MOST_COUNTED - 1}+"
        return str(waiting or "")

    @property
    def here(self) -> str:
        """Where a language switch comes back to: the page itself when it can be asked again."""
        return self.request.get_full_path() if self.request.method == "GET" else "/"

    @property
    def city_name(self) -> str:
        active = active_city()
        return active.name_en if get_language() == "en" else active.name

    @cached_property
    def menu(self) -> list[Entry]:
        places = [*_own_places(self.capacity.role), *_public_places()]
        addresses = [(label, reverse(name)) for label, name in places]
        here = self.request.path
        best = max((a for _label, a in addresses if here.startswith(a)), key=len, default="")
        return [Entry(label, address, address == best) for label, address in addresses]


def shell(request: HttpRequest) -> dict[str, Shell]:
    """Template context processor."""
    return {"shell": Shell(request)}


def home_of(role: Role) -> str:
    """The url name of the page somebody lands on after signing in."""
    if role in OFFICES:
        return "desk:list_queue"
    own = {
        Role.WORKER: "worker:show_home",
        Role.ENTERPRISE: "enterprise:show_home",
        Role.SCHOOL: "bodies:show_home",
        Role.PROVIDER: "bodies:show_home",
        Role.INDUSTRY: "bodies:show_home",
        Role.ASSESSOR: "bodies:show_home",
        Role.UNION: "union:show_home",
    }
    return own.get(role, "public:show_start")


def home_entry(role: Role) -> Entry:
    """The way back to one's own home, in the menu's word for it."""
    label, name = _own_places(role)[0]
    return Entry(label, reverse(name), current=False)


def _own_places(role: Role) -> list[tuple[str, str]]:
    cases = (_("我的办件"), "cases:list_cases")
    courses = (_("培训班"), "bodies:list_courses")
    sessions = (_("技能评价"), "enterprise:list_sessions")
    places = {
        Role.WORKER: [
            (_("我的主页"), "worker:show_home"),
            (_("我的证书"), "wallet:list_held"),
            cases,
        ],
        Role.ENTERPRISE: [
            (_("企业主页"), "enterprise:show_home"),
            (_("职工名册"), "enterprise:list_roster"),
            sessions,
            cases,
        ],
        Role.SCHOOL: [
            (_("院校主页"), "bodies:show_home"),
            courses,
            (_("学分转化"), "school:list_programmes"),
            cases,
        ],
        Role.PROVIDER: [(_("培训机构主页"), "bodies:show_home"), courses, cases],
        Role.INDUSTRY: [(_("行业组织主页"), "bodies:show_home"), cases],
        Role.ASSESSOR: [(_("评价机构主页"), "bodies:show_home"), sessions, cases],
        Role.UNION: [(_("工会主页"), "union:show_home"), cases],
    }
    owed_back = (_("应当退回的款项"), "desk:list_recoveries")
    desk = [
        (_("工作台"), "desk:list_queue"),
        owed_back if role is Role.FINANCE else (_("成批核定"), "desk:list_batches"),
        (_("标准核定"), "desk:list_decisions"),
    ]
    return desk if role in OFFICES else places.get(role, [])


def _public_places() -> list[tuple[str, str]]:
    return [
        (_("条例"), "public:list_articles"),
        (_("办事指南"), "public:list_guides"),
        (_("查证书"), "public:check_certificate"),
        (_("监督公示板"), "dashboards:show_board"),
    ]
