from django.db import migrations, models
from django.db.models.functions import Lower


class Migration(migrations.Migration):
    dependencies = [("psychly", "0005_addresses_in_lower_case")]
    operations = [
        migrations.AddConstraint(
            model_name="user",
            constraint=models.CheckConstraint(
                condition=models.Q(email=Lower("email")), name="email_of_a_user_is_in_lower_case"
            ),
        ),
    ]
