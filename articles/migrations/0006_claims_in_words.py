from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0005_evidence"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="evidenceclaim",
            name="evidence_claim_lies_in_its_interval",
        ),
        migrations.RemoveConstraint(
            model_name="evidenceclaim",
            name="evidence_claim_figure_says_what_against_what_and_when",
        ),
        migrations.AddField(
            model_name="evidenceclaim",
            name="result",
            field=models.CharField(
                blank=True,
                help_text="Where there is no difference to give: 63% with ketamine and 32% with saline.",
                max_length=200,
                verbose_name="result in words",
            ),
        ),
        migrations.AlterField(
            model_name="evidenceclaim",
            name="certainty",
            field=models.CharField(
                blank=True,
                choices=[
                    ("high", "high certainty"),
                    ("moderate", "moderate certainty"),
                    ("low", "low certainty"),
                    ("very low", "very low certainty"),
                    ("expert", "expert opinion"),
                ],
                max_length=10,
                verbose_name="certainty",
            ),
        ),
        migrations.AddConstraint(
            model_name="evidenceclaim",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("high", None), ("low", None)),
                    models.Q(
                        ("effect__isnull", False),
                        ("high__isnull", False),
                        ("low__isnull", False),
                        ("effect__gte", models.F("low")),
                        ("effect__lte", models.F("high")),
                    ),
                    _connector="OR",
                ),
                name="evidence_claim_lies_in_its_interval",
                violation_error_message="An interval has both ends, and the difference lies in it.",
            ),
        ),
        migrations.AddConstraint(
            model_name="evidenceclaim",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("effect", None),
                    models.Q(
                        ("result", ""),
                        models.Q(("measure", ""), _negated=True),
                        models.Q(("comparator", ""), _negated=True),
                        models.Q(("time_point", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="evidence_claim_figure_says_what_against_what_and_when",
                violation_error_message=(
                    "A difference says how it is measured, compared with what, and when; it needs no result in words."
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="evidenceclaim",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("result__regex", "[0-9]"), _negated=True),
                    models.Q(models.Q(("comparator", ""), _negated=True), models.Q(("time_point", ""), _negated=True)),
                    _connector="OR",
                ),
                name="evidence_claim_result_in_figures_says_against_what_and_when",
                violation_error_message="A result in figures says compared with what, and when.",
            ),
        ),
    ]
