"""The photos of one's own listing: sent, described, put in order, removed."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from directory.mine.crumbs import crumbs
from directory.models import Listing, Photo
from directory.models.photo import MOST_AT_A_LISTING
from directory.photo_forms import PhotoForm, PhotoWordsForm
from directory.photos.serving import picture
from directory.views.provider.typed import keeps_typed, sent_from, typed

NO_ROOM = 507
PREVIEW_WIDTH = 480


@never_cache
@keeps_typed
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def my_photos(request, slug):
    listing = get_object_or_404(Listing.objects.editable_by(request.user), slug=slug)
    if request.method != "POST":
        return _page(request, listing, PhotoForm(typed(request)))
    form = PhotoForm(request.POST, request.FILES, is_too_large=getattr(request, "has_too_large_file", False))
    if not form.is_valid() or not form.save(listing, by=request.user):
        return _page(request, listing, form, status=NO_ROOM if form.could_not_keep else 200)
    messages.success(request, _("We have your photo. It is being prepared; then our staff look at it."))
    return redirect("directory:my_photos", slug)


@never_cache
@keeps_typed
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def my_photo(request, slug, pk):
    photo = _photo(request, slug, pk)
    words = {"alt": photo.alt, "caption": photo.caption}
    form = PhotoWordsForm(typed(request), initial=words)
    if request.method == "POST" and form.is_valid() and form.describe(photo, by=request.user):
        messages.success(request, _("Your words are kept. Our staff look at the photo with them."))
        return redirect("directory:my_photos", slug)
    way = crumbs(photo.listing, _("Words of a photo"))
    context = {"listing": photo.listing, "photo": photo, "form": form, "crumbs": way}
    return render(request, "directory/my_photo.html", context)


@never_cache
@sent_from("directory:my_photos")
@login_required
@require_POST
def move_my_photo(request, slug, pk):
    _photo(request, slug, pk).move(by=request.user, earlier=request.POST.get("to") == "earlier")
    return redirect("directory:my_photos", slug)


@never_cache
@sent_from("directory:my_photos")
@login_required
@require_POST
def remove_my_photo(request, slug, pk):
    _photo(request, slug, pk).remove(by=request.user)
    messages.success(request, _("The photo is removed, and its files with it."))
    return redirect("directory:my_photos", slug)


@never_cache
@login_required
@require_safe
def my_photo_picture(request, slug, pk):
    """Before readers see it, only those who keep the listing true do."""
    photo = _photo(request, slug, pk)
    if not photo.variants:
        raise Http404
    return picture(*photo.open_picture(PREVIEW_WIDTH))


def _photo(request, slug, pk) -> Photo:
    photos = Photo.objects.editable_by(request.user).select_related("listing")
    return get_object_or_404(photos, listing__slug=slug, pk=pk)


def _page(request, listing, form, status=200):
    photos = listing.photos.kept()
    context = {
        "listing": listing,
        "photos": photos,
        "form": form,
        "is_full": listing.photos.counted().count() >= MOST_AT_A_LISTING,
        "most": MOST_AT_A_LISTING,
        "crumbs": crumbs(listing, _("Photos")),
    }
    return render(request, "directory/my_photos.html", context, status=status)
