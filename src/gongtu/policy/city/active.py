"""Which city this process serves: set once by a door, asked for by everybody else."""

from pathlib import Path

from gongtu import cities
from gongtu.base.errors import Broken
from gongtu.policy.city.value import City

_chosen: list[City] = []


def city_folder(named: str) -> Path:
    """The folder of a city that ships with us, by its name, or any folder, by its path.

    Raises:
        Broken: There is no such folder; the message lists the names that ship with us.
    """
    shipped = Path(cities.__file__).parent
    for folder in (shipped / named, Path(named)):
        if (folder / "city.yaml").is_file():
            return folder
    known = sorted(path.parent.name for path in shipped.glob("*/city.yaml"))
    raise Broken(f"There is no city {named!r}; known: {', '.join(known)}, or the path of a folder.")


def use_city(city: City) -> None:
    """Serve this city from now on."""
    _chosen[:] = [city]


def active_city() -> City:
    """The city this process serves.

    Raises:
        Broken: No door has chosen one yet.
    """
    if not _chosen:
        raise Broken("No city has been chosen: a door calls use_city at start.")
    return _chosen[0]
