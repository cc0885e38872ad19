"""A city as a value: read from its folder, checked as a whole, and the same to every caller.

The doors choose the folder (setting `GONGTU_CITY`, a name or a path) and call `use_city` once;
everybody below asks `active_city()`.  No code names a city.
"""

from gongtu.policy.city.active import active_city, city_folder, use_city
from gongtu.policy.city.parts import (
    Body,
    Department,
    Division,
    Honour,
    Letterhead,
    Mechanism,
    TrustedIssuer,
)
from gongtu.policy.city.translation import Translation, load_translation
from gongtu.policy.city.value import City

__all__ = [
    "Body",
    "City",
    "Department",
    "Division",
    "Honour",
    "Letterhead",
    "Mechanism",
    "Translation",
    "TrustedIssuer",
    "active_city",
    "city_folder",
    "load_translation",
    "use_city",
]
