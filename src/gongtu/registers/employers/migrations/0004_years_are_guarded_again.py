"""A table that SQLite made anew has lost its guards."""

from django.db import migrations

from gongtu.records.append_only import migration
from gongtu.registers.employers.models import GUARDS


class Migration(migrations.Migration):
    dependencies = (("employers", "0003_apprentices_and_taxes"),)
    operations = (migration(GUARDS),)
