from django.db import migrations

from psychly.groups import make_groups


class Migration(migrations.Migration):
    dependencies = [("psychly", "0008_claim_rights"), ("articles", "0002_references_checked")]
    operations = [migrations.RunPython(make_groups, migrations.RunPython.noop)]
