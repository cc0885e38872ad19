"""What must be right before anybody is served."""

from django.conf import settings

from gongtu import provisions
from gongtu.oversight.norms import norms
from gongtu.policy import calendar, providers
from gongtu.policy.city import City, city_folder, use_city
from gongtu.policy.parameters import check_overlay


def start() -> None:
    """Load what the city declares; raises `Broken`, naming file and line, when it is wrong."""
    city = City.load(city_folder(settings.GONGTU_CITY))
    use_city(city)
    calendar.use(calendar.WorkingDays(city.calendar_folder))
    providers.use_overlay(providers.read_overlay(city.folder / "policy"))
    provisions.discover(norms())
    check_overlay()
