from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from articles.sitemaps import ArticleSitemap, TopicSitemap
from directory.sitemaps import LandingSitemap, ListingSitemap

PAGES = [
    "home",
    "articles:article_list",
    "articles:glossary",
    "directory:search",
    "about",
    "editorial_policy",
    "how_we_verify",
    "how_we_rank",
    "for_providers",
    "privacy",
    "accessibility",
]


class PageSitemap(Sitemap):
    def items(self):
        return PAGES

    def location(self, item):
        return reverse(item)


SITEMAPS = {
    "pages": PageSitemap,
    "topics": TopicSitemap,
    "articles": ArticleSitemap,
    "landing": LandingSitemap,
    "listings": ListingSitemap,
}

# Django asks for a domain without django.contrib.sites from the request; ours is always the configured one.
_site = urlsplit(settings.SITE_URL)
for _sitemap in SITEMAPS.values():
    _sitemap.protocol = _site.scheme
    _sitemap.get_domain = lambda self, site=None: _site.netloc  # type: ignore[method-assign]
