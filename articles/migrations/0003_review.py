import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

from articles.loading import fingerprint


def settle_published(apps, schema_editor):
    """Articles whose words readers have are published, and a review that they name covers these words."""
    for article in apps.get_model("articles", "Article").objects.all():
        newest = article.editions.order_by("-number").first()
        words = [article.title, article.summary, article.text]
        if newest and words == [newest.title, newest.summary, newest.text]:
            article.status, article.settled_hash = "published", fingerprint(words)
            article.save(update_fields=["status", "settled_hash"])


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0002_references_checked"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Comment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("anchor", models.CharField(blank=True, max_length=200, verbose_name="section")),
                ("quote", models.CharField(max_length=500, verbose_name="passage")),
                ("words", models.TextField(max_length=2000, verbose_name="comment")),
                ("written_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="written")),
                ("resolved_at", models.DateTimeField(blank=True, null=True, verbose_name="resolved")),
            ],
            options={
                "verbose_name": "comment",
                "verbose_name_plural": "comments",
                "ordering": ["written_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Review",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("due_on", models.DateField(verbose_name="answer due")),
                ("asked_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="asked")),
                (
                    "status",
                    models.CharField(
                        choices=[("asked", "asked"), ("signed", "signed"), ("sent_back", "sent back")],
                        default="asked",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("reviewed_on", models.DateField(blank=True, null=True, verbose_name="reviewed on")),
                ("note", models.TextField(blank=True, verbose_name="note")),
                ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="recorded")),
            ],
            options={
                "verbose_name": "review",
                "verbose_name_plural": "reviews",
                "ordering": ["-asked_at", "-pk"],
            },
        ),
        migrations.AddField(
            model_name="article",
            name="settled_hash",
            field=models.CharField(blank=True, editable=False, max_length=64),
        ),
        migrations.AddField(
            model_name="article",
            name="status",
            field=models.CharField(
                choices=[
                    ("draft", "draft"),
                    ("in_review", "in review"),
                    ("reviewed", "reviewed"),
                    ("published", "published"),
                ],
                default="draft",
                editable=False,
                max_length=10,
                verbose_name="state",
            ),
        ),
        migrations.AddField(
            model_name="edition",
            name="unreviewed_because",
            field=models.TextField(blank=True, verbose_name="why without a review"),
        ),
        migrations.AddField(
            model_name="person",
            name="conflicts",
            field=models.TextField(
                blank=True,
                help_text="In their own words, such as “None” or who pays them. Readers see it; a reviewer must have said it.",
                verbose_name="conflicts of interest",
            ),
        ),
        migrations.AddConstraint(
            model_name="edition",
            constraint=models.CheckConstraint(
                condition=models.Q(("unreviewed_because", ""), ("reviewed_on", None), _connector="OR"),
                name="only_unreviewed_edition_says_why",
            ),
        ),
        migrations.AddField(
            model_name="comment",
            name="article",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="comments",
                to="articles.article",
                verbose_name="article",
            ),
        ),
        migrations.AddField(
            model_name="comment",
            name="resolved_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="resolved by",
            ),
        ),
        migrations.AddField(
            model_name="comment",
            name="written_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="written by",
            ),
        ),
        migrations.AddField(
            model_name="review",
            name="article",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="reviews",
                to="articles.article",
                verbose_name="article",
            ),
        ),
        migrations.AddField(
            model_name="review",
            name="asked_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="asked by",
            ),
        ),
        migrations.AddField(
            model_name="review",
            name="decided_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="recorded by",
            ),
        ),
        migrations.AddField(
            model_name="review",
            name="reviewer",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="reviews",
                to="articles.person",
                verbose_name="reviewer",
            ),
        ),
        migrations.AddConstraint(
            model_name="comment",
            constraint=models.CheckConstraint(
                condition=models.Q(models.Q(("quote", ""), _negated=True), models.Q(("words", ""), _negated=True)),
                name="comment_has_passage_and_words",
            ),
        ),
        migrations.AddConstraint(
            model_name="comment",
            constraint=models.CheckConstraint(
                condition=models.Q(("resolved_by", None), ("resolved_at__isnull", False), _connector="OR"),
                name="who_resolved_says_when",
            ),
        ),
        migrations.AddConstraint(
            model_name="review",
            constraint=models.UniqueConstraint(
                models.F("article"), condition=models.Q(("status", "asked")), name="one_open_review_per_article"
            ),
        ),
        migrations.AddConstraint(
            model_name="review",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("decided_at", None), ("status", "asked")),
                    models.Q(models.Q(("status", "asked"), _negated=True), ("decided_at__isnull", False)),
                    _connector="OR",
                ),
                name="decided_review_says_when",
            ),
        ),
        migrations.AddConstraint(
            model_name="review",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("reviewed_on__isnull", False), ("status", "signed")),
                    models.Q(models.Q(("status", "signed"), _negated=True), ("reviewed_on", None)),
                    _connector="OR",
                ),
                name="signed_review_has_its_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="review",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "sent_back"), _negated=True),
                    models.Q(("note", ""), _negated=True),
                    _connector="OR",
                ),
                name="review_is_sent_back_with_a_reason",
            ),
        ),
        migrations.RunPython(settle_published, migrations.RunPython.noop),
    ]
