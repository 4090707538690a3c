import pytest

from articles.sitemaps import ArticleSitemap, TopicSitemap
from tests.factories.articles import make_article, make_edition, make_next_edition, make_topic

pytestmark = pytest.mark.django_db


def test_it_lists_each_published_guide_once():
    edition = make_next_edition(make_edition(slug="ketamine"))
    make_article()
    sitemap = ArticleSitemap()
    [item] = sitemap.items()
    assert sitemap.location(item) == "/articles/ketamine/"
    assert sitemap.lastmod(item) == edition.published_at


def test_it_lists_topics_that_have_something_to_read():
    edition = make_edition()
    make_topic()
    assert list(TopicSitemap().items()) == [edition.article.topic]
