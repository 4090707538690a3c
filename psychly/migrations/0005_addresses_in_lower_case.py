from django.db import migrations
from django.db.models.functions import Lower


def lower(apps, schema_editor):
    apps.get_model("psychly", "User").objects.update(email=Lower("email"))


class Migration(migrations.Migration):
    """Sign-in looks an address up in lower case. What keeps it so comes after, in a transaction of its own."""

    dependencies = [("psychly", "0004_photo_rights")]
    operations = [migrations.RunPython(lower, migrations.RunPython.noop)]
