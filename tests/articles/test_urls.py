from articles.models import RESERVED_SLUGS
from articles.urls import urlpatterns


def test_every_sibling_of_an_article_is_reserved():
    """`/articles/feed/` is no article; a new address beside the articles' own joins the constant, or this fails."""
    first_parts = {str(pattern.pattern).split("/")[0] for pattern in urlpatterns}
    siblings = {part for part in first_parts if part and not part.startswith("<")}
    assert siblings == set(RESERVED_SLUGS)
