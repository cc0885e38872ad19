"""What is written in the journal stays as it is written."""

from django.db import migrations

from gongtu.records.append_only import migration
from gongtu.records.journal.models import GUARDS


class Migration(migrations.Migration):
    dependencies = (("records", "0001_initial"),)
    operations = (migration(GUARDS),)
