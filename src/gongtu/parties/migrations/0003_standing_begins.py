"""Every enterprise on record begins with what its registration said."""

from typing import Any

from django.db import migrations


def begin(apps: Any, _editor: Any) -> None:
    """The headcount of an organisation was without a day; it holds from its registration on."""
    organisations = apps.get_model("parties", "Organisation").objects
    standings = apps.get_model("parties", "OrganisationStanding").objects
    told = organisations.filter(kind="enterprise").exclude(headcount=None, state_owned=False)
    for body in told.order_by("id").iterator():
        standings.create(
            organisation=body,
            since=body.registered_on,
            headcount=body.headcount,
            state_owned=body.state_owned,
            source="单位登记",
            recorded_on=body.registered_on,
        )


class Migration(migrations.Migration):
    dependencies = (("parties", "0002_organisationstanding"),)
    operations = (migrations.RunPython(begin, migrations.RunPython.noop),)
