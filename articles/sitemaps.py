from django.contrib.sitemaps import Sitemap

from articles.models import Edition, Topic


class ArticleSitemap(Sitemap):
    def items(self):
        return Edition.objects.published().newest_first().without_text()

    def location(self, item):
        return item.article.get_absolute_url()

    def lastmod(self, item):
        return item.published_at


class TopicSitemap(Sitemap):
    def items(self):
        return Topic.objects.with_guides()
