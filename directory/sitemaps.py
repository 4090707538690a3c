from django.contrib.sitemaps import Sitemap

from directory.models import Listing


class ListingSitemap(Sitemap):
    def items(self):
        return Listing.objects.visible().real().order_by("pk").only("slug", "updated_at")

    def lastmod(self, item):
        return item.updated_at
