"""The words of names, places and terms that a misspelt one may mean."""

from django.db import models

from articles.words.known import SPELLINGS, KnownWord, Spelling


class SearchWord(KnownWord):
    listings = models.PositiveIntegerField()

    COUNTED = "listings"


class SearchSpelling(Spelling):
    word = models.ForeignKey(SearchWord, on_delete=models.CASCADE, related_name=SPELLINGS)
