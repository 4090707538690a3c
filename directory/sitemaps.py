from django.contrib.sitemaps import Sitemap

from directory.landing.indexing import entries
from directory.models import Listing


class ListingSitemap(Sitemap):
    def items(self):
        return Listing.objects.visible().real().order_by("pk").only("slug", "updated_at")

    def lastmod(self, item):
        return item.updated_at


class LandingSitemap(Sitemap):
    """The pages of states and cities that search engines may list."""

    def items(self):
        return entries()

    def location(self, item):
        return item.url

    def lastmod(self, item):
        return item.changed_on
