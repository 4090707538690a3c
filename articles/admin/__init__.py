from articles.admin.article import ArticleAdmin
from articles.admin.claim import EvidenceClaimAdmin
from articles.admin.edition import EditionAdmin
from articles.admin.glossary import GlossaryEntryAdmin
from articles.admin.people import PersonAdmin, TopicAdmin
from articles.admin.reference import ReferenceAdmin

__all__ = [
    "ArticleAdmin",
    "EditionAdmin",
    "EvidenceClaimAdmin",
    "GlossaryEntryAdmin",
    "PersonAdmin",
    "ReferenceAdmin",
    "TopicAdmin",
]
