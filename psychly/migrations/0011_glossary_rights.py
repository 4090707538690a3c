from django.db import migrations

from psychly.groups import make_groups


class Migration(migrations.Migration):
    dependencies = [("psychly", "0010_evidence_rights"), ("articles", "0007_glossary")]
    operations = [migrations.RunPython(make_groups, migrations.RunPython.noop)]
