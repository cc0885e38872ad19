"""What must be right before anybody is served."""

from datetime import date

from django.conf import settings
from django.utils.translation import gettext

from gongtu import provisions, registers
from gongtu.base.marked import read_yaml
from gongtu.base.speech import speak_through
from gongtu.engines.casework.speech import language
from gongtu.engines.entitlement.city.suppliers import check_supplied
from gongtu.engines.entitlement.parties import columns  # noqa: F401 - what the parties supply
from gongtu.engines.entitlement.registry import benefits, check_benefits
from gongtu.engines.entitlement.snapshot.place import use_place
from gongtu.ops.snapshots import place
from gongtu.oversight.norms import norms
from gongtu.policy import (
    calendar,
    providers,
    shared,  # noqa: F401 - its values may be overlaid too
)
from gongtu.policy.city import City, city_folder, use_city
from gongtu.policy.parameters import check_overlay
from gongtu.registers.offers.declare import Asked, Progress


def start() -> None:
    """Load what the city declares; raises `Broken`, naming file and line, when it is wrong."""
    # Models may be imported only once all apps are registered.
    from gongtu.oversight import towns  # noqa: F401 - read for its chores

    settings.GONGTU_DATA_DIR.mkdir(parents=True, exist_ok=True)
    speak_through(gettext, language)
    city = City.load(city_folder(settings.GONGTU_CITY))
    use_city(city)
    calendar.use(calendar.WorkingDays(city.calendar_folder))
    providers.use_overlay(providers.read_overlay(city.folder / "policy"))
    use_place(place)
    registers.discover()
    provisions.discover(norms())
    check_benefits()
    check_supplied(benefits())
    check_overlay()
    if settings.GONGTU_ASKS_AT_ONCE:
        ask_at_once()
    if settings.GONGTU_DEMO and settings.GONGTU_TODAY is None:
        settings.GONGTU_TODAY = demo_day(city)


def ask_at_once() -> None:
    """Every night the whole city is asked at once; what that needs is loaded when it begins."""
    from gongtu.registers.offers.services import use_source

    def over_the_city(on: date, progress: Progress) -> Asked:
        from gongtu.ops.cityrun import offered

        return offered.over_the_city(on, progress)

    use_source(over_the_city)


def demo_day(city: City) -> date | None:
    """The day on which the demo city stands still; None where the city has no demo."""
    path = city.folder / "demo" / "names.yaml"
    return read_yaml(path).plain["today"] if path.is_file() else None
