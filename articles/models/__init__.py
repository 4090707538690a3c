from articles.finality import EditionIsFinal
from articles.models.article import RESERVED_SLUGS, Article
from articles.models.claim import EvidenceClaim
from articles.models.comment import Comment
from articles.models.edition import Edition
from articles.models.glossary import GlossaryEntry
from articles.models.notice import Notice
from articles.models.people import Person, Topic
from articles.models.reference import Reference
from articles.models.review import Review
from articles.models.section import Section
from articles.models.section_text import SectionText
from articles.models.section_word import SectionSpelling, SectionWord

__all__ = [
    "RESERVED_SLUGS",
    "Article",
    "Comment",
    "Edition",
    "EditionIsFinal",
    "EvidenceClaim",
    "GlossaryEntry",
    "Notice",
    "Person",
    "Reference",
    "Review",
    "Section",
    "SectionSpelling",
    "SectionText",
    "SectionWord",
    "Topic",
]
