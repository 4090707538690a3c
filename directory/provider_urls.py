"""The provider's side, below `/directory/mine/`. Whoever is not signed in is asked to; a stranger gets 404."""

from django.urls import path

from directory.views.provider import edit, new, preview, review

urlpatterns = [
    path("new/", new.my_new, name="my_new"),
    path("listings/<slug:slug>/preview/", preview.my_preview, name="my_preview"),
    path("listings/<slug:slug>/review/", review.my_review, name="my_review"),
    path("listings/<slug:slug>/withdraw/", review.my_withdraw, name="my_withdraw"),
    path("listings/<slug:slug>/edit/<slug:step>/", edit.my_edit, name="my_edit"),
]
