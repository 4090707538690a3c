import re

from django.contrib.syndication.views import Feed
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from articles.models import Edition
from articles.structured_data import absolute

LENGTH = 30
# XML can hold none of these, and they come along with what is pasted out of other programs.
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


@method_decorator(require_safe, name="__call__")
class GuideFeed(Feed):
    """One entry an edition: new guides, and what changed in old ones and why."""

    feed_type = Atom1Feed
    title = gettext_lazy("Psychly: guides and their changes")
    subtitle = gettext_lazy("New guides, and new editions of old ones with what changed and why.")
    author_name = "Psychly"

    def link(self):
        return absolute(reverse("articles:article_list"))

    def feed_url(self):
        return absolute(reverse("articles:feed"))

    def feed_guid(self):
        return self.feed_url()

    def items(self):
        return Edition.objects.in_language().readable().select_related("article").newest_first().without_text()[:LENGTH]

    def item_title(self, edition):
        if edition.correction:
            return plain(_("Correction: %(edition)s") % {"edition": edition})
        return plain(edition.title if edition.number == 1 else str(edition))

    def item_description(self, edition):
        if edition.number == 1:
            return plain(edition.summary)
        changed = _("What changed: %(reason)s") % {"reason": edition.reason}
        return plain(" ".join(part for part in (edition.correction, changed) if part))

    def item_link(self, edition):
        return absolute(edition.get_absolute_url())

    def item_author_name(self, edition):
        return plain(", ".join(author["name"] for author in edition.authors))

    def item_pubdate(self, edition):
        return edition.published_at

    item_updateddate = item_pubdate


def plain(text):
    return CONTROLS.sub(" ", text)
