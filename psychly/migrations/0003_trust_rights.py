from django.db import migrations

from psychly.groups import make_groups


class Migration(migrations.Migration):
    dependencies = [("psychly", "0002_groups"), ("directory", "0004_reports")]
    operations = [migrations.RunPython(make_groups, migrations.RunPython.noop)]
