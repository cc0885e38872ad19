"""Rows of standings are only added."""

from django.db import migrations

from gongtu.parties.models.standing import GUARDS
from gongtu.records.append_only import migration


class Migration(migrations.Migration):
    dependencies = (("parties", "0003_standing_begins"),)
    operations = (migration(GUARDS),)
