from django.db import migrations

from gongtu.records.counts import TABLE


def make(apps, editor):
    """SQLite has a file of its own for it."""
    if editor.connection.vendor == "postgresql":
        editor.execute(TABLE.format(kind="UNLOGGED TABLE"))


def drop(apps, editor):
    if editor.connection.vendor == "postgresql":
        editor.execute("DROP TABLE records_count")


class Migration(migrations.Migration):

    dependencies = [
        ('records', '0003_changes'),
    ]

    operations = [migrations.RunPython(make, drop)]
