from articles.finality import EditionIsFinal
from articles.models.article import RESERVED_SLUGS, Article
from articles.models.edition import Edition
from articles.models.notice import Notice
from articles.models.people import Person, Topic
from articles.models.reference import Reference

__all__ = ["RESERVED_SLUGS", "Article", "Edition", "EditionIsFinal", "Notice", "Person", "Reference", "Topic"]
