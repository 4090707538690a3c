from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.models.fields import WebAddressField
from articles.models.loaded import LoadedRow
from articles.querysets import TopicQuerySet


class Topic(LoadedRow):
    """What guides are filed under."""

    title = models.CharField(_("title"), max_length=80, unique=True)
    slug = models.SlugField(_("slug"), max_length=80, unique=True)
    summary = models.TextField(_("summary"), blank=True, help_text=_("One or two sentences, for readers."))
    position = models.PositiveSmallIntegerField(_("position"), default=999, help_text=_("Small numbers come first."))

    objects = TopicQuerySet.as_manager()

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["position", "title"]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("articles:topic_detail", kwargs={"slug": self.slug})


class Person(LoadedRow):
    """Somebody who writes or reviews. Nobody is invented: a team that writes together is one row, marked so."""

    slug = models.SlugField(_("slug"), max_length=80, unique=True)
    name = models.CharField(_("name"), max_length=120)
    is_organization = models.BooleanField(_("is a team or an organization"), default=False)
    credentials = models.CharField(_("credentials"), max_length=120, blank=True, help_text=_("Such as MD, PhD, RN."))
    role = models.CharField(_("role"), max_length=200, blank=True, help_text=_("What they do here, in a few words."))
    biography = models.TextField(_("about them"), blank=True)
    url = WebAddressField(_("web page"), blank=True)
    conflicts = models.TextField(
        _("conflicts of interest"),
        blank=True,
        help_text=_(
            "In their own words, such as “None” or who pays them. Readers see it; a reviewer must have said it."
        ),
    )

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["name"]

    def __str__(self):
        return f"{self.name}, {self.credentials}" if self.credentials else self.name

    def as_named(self):
        """The names of the time, as an edition keeps them."""
        return {
            "name": self.name,
            "credentials": self.credentials,
            "role": self.role,
            "url": self.url,
            "is_organization": self.is_organization,
        }

    def as_reviewer(self):
        return self.as_named() | {"conflicts": self.conflicts}

    def review_problems(self):
        """What keeps this person from reviewing."""
        if self.is_organization or not self.credentials:
            yield _("A reviewer is one person, whose credentials readers can see.")
        if not self.conflicts.strip():
            yield _("Readers are told of a reviewer’s conflicts of interest: record what this person said of them.")
