from django.db import models


class LoadedRow(models.Model):
    """A row that a shipped file may write; articles.loading says when."""

    loaded_hash = models.CharField(max_length=64, blank=True, editable=False)

    class Meta:
        abstract = True
