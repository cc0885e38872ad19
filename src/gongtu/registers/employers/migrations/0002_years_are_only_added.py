"""Figures of a year are only added to."""

from django.db import migrations

from gongtu.records.append_only import migration
from gongtu.registers.employers.models import GUARDS


class Migration(migrations.Migration):
    dependencies = (("employers", "0001_initial"),)
    operations = (migration(GUARDS),)
