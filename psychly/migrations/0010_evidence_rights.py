from django.db import migrations

from psychly.groups import make_groups


class Migration(migrations.Migration):
    dependencies = [("psychly", "0009_notice_rights"), ("articles", "0005_evidence")]
    operations = [migrations.RunPython(make_groups, migrations.RunPython.noop)]
