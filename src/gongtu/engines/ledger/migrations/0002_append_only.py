"""What was entered stays as it was entered; corrections are new entries."""

from django.db import migrations

from gongtu.engines.ledger.models import GUARDS
from gongtu.records.append_only import migration


class Migration(migrations.Migration):
    dependencies = (("ledger", "0001_initial"),)
    operations = (migration(GUARDS),)
