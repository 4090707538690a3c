import django.db.models.deletion
from django.db import migrations, models

FULL_TEXT_OF_SQLITE = """
    CREATE VIRTUAL TABLE articles_sectiontext USING fts5(
        title, heading, above, text, sources, stressed UNINDEXED, tokenize='unicode61', detail=column, columnsize=0
    )
"""
# Words are stored as stems, a to z and digits, which "simple" leaves as they are. A column for each place where words
# may be looked for, as on SQLite: both find the same, and the order is made elsewhere.
COLUMNS_OF_POSTGRESQL = """
    ALTER TABLE articles_sectiontext
    ADD COLUMN in_title tsvector NOT NULL
        GENERATED ALWAYS AS (strip(to_tsvector('simple', title))) STORED,
    ADD COLUMN in_heading tsvector NOT NULL
        GENERATED ALWAYS AS (strip(to_tsvector('simple', heading || ' ' || above))) STORED,
    ADD COLUMN in_text tsvector NOT NULL GENERATED ALWAYS AS (
        strip(to_tsvector('simple', title || ' ' || heading || ' ' || above || ' ' || text))
    ) STORED,
    ADD COLUMN anywhere tsvector NOT NULL GENERATED ALWAYS AS (
        strip(to_tsvector('simple', title || ' ' || heading || ' ' || above || ' ' || text || ' ' || sources))
    ) STORED
"""
INDEX_OF_POSTGRESQL = """
    CREATE INDEX section_text_words ON articles_sectiontext USING gin (in_title, in_heading, in_text, anywhere)
"""


class CreateSectionText(migrations.CreateModel):
    """An ordinary table with more columns on PostgreSQL; on SQLite a full-text table of the same columns."""

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        if schema_editor.connection.vendor == "sqlite":
            schema_editor.execute(FULL_TEXT_OF_SQLITE)
        else:
            super().database_forwards(app_label, schema_editor, from_state, to_state)
            for sql in (COLUMNS_OF_POSTGRESQL, INDEX_OF_POSTGRESQL):
                schema_editor.execute(sql, params=None)


class Migration(migrations.Migration):
    dependencies = [("articles", "0007_glossary")]

    operations = [
        migrations.CreateModel(
            name="Section",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("anchor", models.TextField()),
                ("title", models.TextField()),
                ("above", models.TextField()),
                ("words", models.TextField()),
                ("stressed", models.TextField()),
                ("sources", models.TextField()),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="articles.edition"
                    ),
                ),
            ],
        ),
        CreateSectionText(
            name="SectionText",
            fields=[
                ("section_id", models.BigIntegerField(db_column="rowid", primary_key=True, serialize=False)),
                ("title", models.TextField()),
                ("heading", models.TextField()),
                ("above", models.TextField()),
                ("text", models.TextField()),
                ("sources", models.TextField()),
                ("stressed", models.TextField()),
            ],
        ),
        migrations.CreateModel(
            name="SectionWord",
            fields=[
                ("word", models.CharField(max_length=40, primary_key=True, serialize=False)),
                ("sections", models.PositiveIntegerField()),
            ],
        ),
        migrations.CreateModel(
            name="SectionSpelling",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("spelling", models.CharField(db_index=True, max_length=40)),
                (
                    "word",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="spellings",
                        to="articles.sectionword",
                    ),
                ),
            ],
        ),
    ]
