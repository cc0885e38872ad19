"""One issuer on record."""

from datetime import date

import pytest

from gongtu.parties.models import Division, Organisation

DAY = date(2026, 9, 1)


@pytest.fixture
def factory() -> int:
    division = Division.objects.create(
        code="370203", name="市北区", name_en="Shibei", level="district"
    )
    return Organisation.objects.create(
        uscc="91370200264574251E",
        name="青岛某精密机械有限公司",
        kind="enterprise",
        division=division,
        registered_on=DAY,
    ).pk
