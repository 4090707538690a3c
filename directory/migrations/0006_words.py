import django.db.models.deletion
from django.db import migrations, models

FULL_TEXT_OF_SQLITE = """
    CREATE VIRTUAL TABLE directory_searchtext
    USING fts5(name, headline, text, tags, spelled UNINDEXED, tokenize='unicode61', detail=column, columnsize=0)
"""
# Words are stored as stems, a to z and digits, which "simple" leaves as they are. A column for each place where words
# may be looked for, and not weights: an index does not know those, and every listing would be read to compare them.
# What is in these columns is kept beside the table, because a search reads its index and the keys of its rows alone.
COLUMNS_OF_POSTGRESQL = """
    ALTER TABLE directory_searchtext
    ADD COLUMN in_name tsvector NOT NULL
        GENERATED ALWAYS AS (strip(to_tsvector('simple', name))) STORED,
    ADD COLUMN in_headline tsvector NOT NULL
        GENERATED ALWAYS AS (strip(to_tsvector('simple', name || ' ' || headline))) STORED,
    ADD COLUMN anywhere tsvector NOT NULL
        GENERATED ALWAYS AS (strip(to_tsvector('simple', name || ' ' || headline || ' ' || text || ' ' || tags))) STORED,
    SET (toast_tuple_target = 128)
"""
INDEX_OF_POSTGRESQL = """
    CREATE INDEX search_text_words ON directory_searchtext USING gin (in_name, in_headline, anywhere)
"""
# For a common word PostgreSQL would rather read every listing, not knowing what that costs.
FUNCTION_OF_POSTGRESQL = """
    CREATE FUNCTION directory_listings_having(place text, words tsquery) RETURNS text
    LANGUAGE plpgsql STABLE SET enable_seqscan = off SET jit = off AS $$
    DECLARE
        numbers text;
    BEGIN
        EXECUTE format('SELECT string_agg(rowid::text, '','') FROM directory_searchtext WHERE %I @@ $1', place)
        INTO numbers USING words;
        RETURN numbers;
    END
    $$
"""


class CreateSearchText(migrations.CreateModel):
    """An ordinary table with one more column on PostgreSQL; on SQLite a full-text table of the same columns."""

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        if schema_editor.connection.vendor == "sqlite":
            schema_editor.execute(FULL_TEXT_OF_SQLITE)
        else:
            super().database_forwards(app_label, schema_editor, from_state, to_state)
            for sql in (COLUMNS_OF_POSTGRESQL, INDEX_OF_POSTGRESQL, FUNCTION_OF_POSTGRESQL):
                schema_editor.execute(sql, params=None)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        if schema_editor.connection.vendor != "sqlite":
            schema_editor.execute("DROP FUNCTION directory_listings_having(text, tsquery)")
        super().database_backwards(app_label, schema_editor, from_state, to_state)


class Migration(migrations.Migration):
    dependencies = [("directory", "0005_search_knows_cities_and_demonstrations")]

    operations = [
        CreateSearchText(
            name="SearchText",
            fields=[
                ("listing_id", models.BigIntegerField(db_column="rowid", primary_key=True, serialize=False)),
                ("name", models.TextField()),
                ("headline", models.TextField()),
                ("text", models.TextField()),
                ("tags", models.TextField()),
                ("spelled", models.TextField()),
            ],
        ),
        migrations.CreateModel(
            name="SearchWord",
            fields=[
                ("word", models.CharField(max_length=40, primary_key=True, serialize=False)),
                ("listings", models.PositiveIntegerField()),
            ],
        ),
        migrations.CreateModel(
            name="SearchSpelling",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("spelling", models.CharField(db_index=True, max_length=40)),
                (
                    "word",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="spellings",
                        to="directory.searchword",
                    ),
                ),
            ],
        ),
    ]
