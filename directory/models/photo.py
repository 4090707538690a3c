"""A picture that a provider sends of a place: prepared by a command, looked at by staff, then seen by readers."""

from contextlib import contextmanager
from datetime import timedelta

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Max, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from directory import emails
from directory.choices import PhotoStatus, answers_are_known
from directory.models.change import Change
from directory.models.letter import Letter
from directory.models.snapshot import moved, snapshot
from directory.photos import files
from directory.photos.rules import Kind, Problem, Refused
from directory.photos.safely import TookTooLong, variants_of_file
from directory.photos.sentences import SENTENCES
from directory.querysets import PhotoQuerySet

MOST_AT_A_LISTING = 12
MOST_A_DAY = 40
A_DAY = timedelta(days=1)
# Who prepares a photo has this long; then it is taken for killed, and another tries.
LEASE = timedelta(minutes=3)
MOST_TRIES = 3


def person(label):
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, related_name="+", null=True, editable=False, verbose_name=label
    )


class Photo(models.Model):
    Status = PhotoStatus
    SHOWS_SOMETHING = (Status.WAITING, Status.PUBLISHED, Status.REFUSED)

    # What does it show?
    listing = models.ForeignKey("directory.Listing", models.CASCADE, related_name="photos", verbose_name=_("listing"))
    alt = models.CharField(_("what it shows"), max_length=200)
    caption = models.CharField(_("caption"), max_length=200, blank=True)
    position = models.PositiveSmallIntegerField(_("place in the order"), default=0, editable=False)

    # In what state is it?
    status = models.CharField(
        _("state"), max_length=10, choices=PhotoStatus, default=PhotoStatus.UPLOADED, editable=False
    )
    reason = models.CharField(
        _("why it was not taken"),
        max_length=300,
        blank=True,
        help_text=_("The provider reads this in a letter: say what to do about it."),
    )
    uploaded_at = models.DateTimeField(_("uploaded"), default=timezone.now, editable=False)
    uploaded_by = person(_("uploaded by"))
    decided_at = models.DateTimeField(_("decided"), null=True, editable=False)
    decided_by = person(_("decided by"))
    removed_at = models.DateTimeField(_("removed"), null=True, editable=False)
    removed_by = person(_("removed by"))

    # Where are its files? The names in `variants` are of the public folder while it is published, else of the private.
    original = models.CharField(max_length=80, blank=True, editable=False)
    variants = models.JSONField(default=list, editable=False)
    width = models.PositiveIntegerField(_("width"), null=True, editable=False)
    height = models.PositiveIntegerField(_("height"), null=True, editable=False)
    next_try_at = models.DateTimeField(default=timezone.now, editable=False)
    tries = models.PositiveSmallIntegerField(default=0, editable=False)

    objects = PhotoQuerySet.as_manager()

    class Meta:
        verbose_name = _("photo")
        verbose_name_plural = _("photos")
        ordering = ["position", "pk"]
        indexes = [models.Index(fields=["status", "next_try_at"], name="photo_status_next_try")]
        constraints = [
            *answers_are_known("photo", status=PhotoStatus),
            models.CheckConstraint(condition=~Q(alt=""), name="photo_says_what_it_shows"),
            models.CheckConstraint(
                condition=~Q(status="refused") | ~Q(reason=""),
                name="refused_photo_has_a_reason",
                violation_error_message=_("Say why it is not taken."),
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["waiting", "published"])
                | Q(width__isnull=False, height__isnull=False, original=""),
                name="prepared_photo_has_a_size_and_no_original",
            ),
            models.CheckConstraint(
                condition=~Q(status="uploaded") | ~Q(original=""), name="uploaded_photo_has_its_original"
            ),
            models.CheckConstraint(
                condition=~Q(status="published") | Q(decided_at__isnull=False), name="published_photo_was_decided"
            ),
            models.CheckConstraint(
                condition=~Q(status="removed") | Q(removed_at__isnull=False, original="", variants=[]),
                name="removed_photo_has_its_day_and_no_files",
            ),
        ]

    def __str__(self):
        return f"{self.listing.name}: {self.alt}"

    def get_absolute_url(self):
        return reverse("directory:my_photo", args=[self.listing.slug, self.pk])

    # What may be done with it

    @classmethod
    def upload(cls, listing, *, by, file, alt, caption="") -> "Photo":
        """Raises ValidationError where the listing or the person has had enough for now."""
        original = files.keep_upload(file)
        try:
            with transaction.atomic():
                get_user_model().objects.select_for_update().get(pk=by.pk)
                if same := _sent_before(listing, original, uploaded_by=by, alt=alt, caption=caption):
                    files.drop([original], files.private())
                    return same
                _check_room(listing)
                _check_day(by)
                last = listing.photos.aggregate(last=Max("position"))["last"] or 0
                words = {"alt": alt, "caption": caption, "position": last + 1}
                return cls.objects.create(listing=listing, uploaded_by=by, original=original, **words)
        except BaseException:
            files.drop([original], files.private())
            raise

    def take(self) -> bool:
        """For the one that may prepare it now: one statement, so that of two processes one has it."""
        same = Photo.objects.filter(pk=self.pk, status=self.Status.UPLOADED, next_try_at=self.next_try_at)
        if not same.update(next_try_at=timezone.now() + LEASE, tries=self.tries + 1):
            return False
        self.refresh_from_db()
        return True

    def process(self) -> None:
        """Makes its pictures, outside of any transaction: no writer waits for them."""
        try:
            with files.private().open(self.original) as upload:
                made = variants_of_file(upload.read())
        except Refused as refusal:
            self._refuse_file(refusal.problem)
        except FileNotFoundError:
            self._refuse_file(Problem.LOST)
        except TookTooLong:
            if self.tries >= MOST_TRIES:
                self._refuse_file(Problem.UNREADABLE)
        else:
            self._keep(made)

    @transaction.atomic
    def approve(self, *, by):
        self._must_be(self.Status.WAITING)
        with self._logged(by):
            self._decide(self.Status.PUBLISHED, by=by)
            self._move(files.private(), files.public())
        self._write(emails.photo_published(self))

    @transaction.atomic
    def refuse(self, *, by, reason):
        """Also what readers see already. Its provider may mend its words and send it again."""
        self._must_be(self.Status.WAITING, self.Status.PUBLISHED)
        if not reason.strip():
            raise ValidationError(now("Write first why it is not taken: its provider reads it."))
        was_public = self.is_public
        with self._logged(by):
            self._decide(self.Status.REFUSED, by=by, reason=reason.strip())
            if was_public:
                self._move(files.public(), files.private())
        self._write(emails.photo_refused(self))

    @transaction.atomic
    def describe(self, *, by, alt, caption=""):
        """Other words wait for staff, and the photo with them."""
        self._must_be(self.Status.UPLOADED, *self.SHOWS_SOMETHING)
        is_same, was_public = (alt, caption) == (self.alt, self.caption), self.is_public
        if self.status == self.Status.REFUSED:
            self._must_be_worth_another_look(is_same)
            _check_room(self.listing)
        if is_same:
            return
        with self._logged(by):
            if self.status != self.Status.UPLOADED:
                self.status = self.Status.WAITING
            self.alt, self.caption, self.reason = alt, caption, ""
            self.save(update_fields=["status", "alt", "caption", "reason"])
            if was_public:
                self._move(files.public(), files.private())

    @transaction.atomic
    def move(self, *, by, earlier: bool):
        """One place towards the first, or towards the last; at the end it stays."""
        _lock(self.listing)
        order = list(self.listing.photos.kept())
        at = order.index(self)
        to = at - 1 if earlier else at + 1
        if 0 <= to < len(order):
            order[at], order[to] = order[to], order[at]
            with self._logged(by):
                for position, photo in enumerate(order, start=1):
                    Photo.objects.filter(pk=photo.pk).update(position=position)

    @transaction.atomic
    def remove(self, *, by):
        """Its files go at once: somebody may be on it who does not want to be."""
        self._must_be(self.Status.UPLOADED, *self.SHOWS_SOMETHING)
        with self._logged(by):
            storage, names = self._storage(), [row["name"] for row in self.variants]
            self._drop_later([self.original] if self.original else [], files.private())
            self._drop_later(names, storage)
            self.status, self.removed_at, self.removed_by = self.Status.REMOVED, timezone.now(), by
            self.original, self.variants = "", []
            self.save(update_fields=["status", "removed_at", "removed_by", "original", "variants"])

    def _keep(self, made):
        rows = files.keep(made, files.private())
        try:
            with transaction.atomic():
                self._must_be(self.Status.UPLOADED)
                self._drop_later([self.original], files.private())
                self.status, self.original, self.variants = self.Status.WAITING, "", rows
                self.width, self.height = made[-1].width, made[-1].height
                self.save(update_fields=["status", "original", "variants", "width", "height"])
        except ValidationError:
            # Removed meanwhile, or prepared by another that was believed dead.
            files.drop([row["name"] for row in rows], files.private())

    def _refuse_file(self, problem: Problem):
        with transaction.atomic():
            try:
                self._must_be(self.Status.UPLOADED)
            except ValidationError:
                return
            self._drop_later([self.original], files.private())
            self.original = ""
            self._decide(self.Status.REFUSED, by=None, reason=str(SENTENCES[problem]))
            self._write(emails.photo_refused(self))

    def _must_be(self, *states):
        """Locks its row, and reads it anew."""
        self.refresh_from_db(from_queryset=Photo.objects.select_for_update())
        if self.status not in states:
            raise ValidationError(now("It is decided already: %(state)s.") % {"state": self.get_status_display()})

    def _must_be_worth_another_look(self, is_same):
        if not self.variants:
            raise ValidationError(now("This file could not be used. Please send another photo."))
        if is_same:
            raise ValidationError(now("These words are as they were. Please change them, or send another photo."))

    def _decide(self, status, *, by, reason=""):
        self.status, self.decided_at, self.decided_by, self.reason = status, timezone.now(), by, reason
        self.save(update_fields=["status", "decided_at", "decided_by", "reason", "original"])

    def _move(self, source, target):
        old = [row["name"] for row in self.variants]
        self.variants = files.copy(self.variants, source, target)
        self.save(update_fields=["variants"])
        self._drop_later(old, source)

    def _drop_later(self, names, storage):
        transaction.on_commit(lambda: files.drop(names, storage))

    def _write(self, words):
        if self.uploaded_by:
            occasion = f"photo/{self.pk}/{self.status}/{self.decided_at}"
            Letter.write(occasion=occasion, to=self.uploaded_by.email, listing=self.listing, **words)

    @contextmanager
    def _logged(self, by):
        """What readers see of the listing before and after is compared, and the search hears of it."""
        before = snapshot(self.listing_id)
        yield
        if fields := moved(before, snapshot(self.listing_id)):
            Change.record(self.listing, fields, by=by)
            self.listing.save(update_fields=["updated_at"])
            self.listing.index()

    def _storage(self):
        return files.public() if self.is_public else files.private()

    # What follows from it

    @property
    def is_public(self) -> bool:
        return self.status == self.Status.PUBLISHED

    @property
    def fallback(self) -> dict:
        """The widest that every browser reads."""
        return [row for row in self.variants if row["kind"] == Kind.JPEG][-1]

    @property
    def url(self) -> str:
        return files.public().url(self.fallback["name"])

    @property
    def webp_set(self) -> str:
        return self._set(Kind.WEBP)

    @property
    def jpeg_set(self) -> str:
        return self._set(Kind.JPEG)

    def _set(self, kind: Kind) -> str:
        rows = (row for row in self.variants if row["kind"] == kind)
        return ", ".join(f"{files.public().url(row['name'])} {row['width']}w" for row in rows)

    def open_picture(self, widest: int):
        """One for those who may see it before readers do, in the smallest width from this on. A file, and its name."""
        wide = [row for row in self.variants if row["kind"] == Kind.JPEG and row["width"] >= widest]
        name = (wide[0] if wide else self.fallback)["name"]
        return self._storage().open(name), name


def _lock(listing) -> None:
    type(listing).objects.select_for_update().get(pk=listing.pk)


def _sent_before(listing, original: str, **said) -> Photo | None:
    """What the first of two clicks has sent: as long as it is not prepared, it lies here byte for byte."""
    waiting = listing.photos.filter(status=Photo.Status.UPLOADED, **said)
    new = files.read_upload(original) if waiting else b""
    return next((photo for photo in waiting if files.read_upload(photo.original) == new), None)


def _check_room(listing) -> None:
    _lock(listing)
    if listing.photos.counted().count() >= MOST_AT_A_LISTING:
        raise ValidationError(now("A listing has at most %d photos. Please remove one first.") % MOST_AT_A_LISTING)


def _check_day(user) -> None:
    if Photo.objects.uploaded_since(timezone.now() - A_DAY, by=user).count() >= MOST_A_DAY:
        raise ValidationError(now("You sent many photos today. Please send the next one tomorrow."))
