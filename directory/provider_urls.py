"""The provider's side, below `/directory/mine/`. Whoever is not signed in is asked to; a stranger gets 404."""

from django.urls import URLPattern, path

from directory.views.provider import away, copies, edit, managers, new, photos, preview, review
from directory.views.provider.close import my_close
from directory.views.provider.confirm import my_confirm
from directory.views.provider.export import my_export
from directory.views.provider.listings import mine, my_listing

urlpatterns: list[URLPattern] = [
    path("", mine, name="mine"),
    path("new/", new.my_new, name="my_new"),
    path("export/", my_export, name="my_export"),
    path("close-account/", my_close, name="my_close"),
    path("invitations/<str:token>/", managers.my_invitation, name="my_invitation"),
    path("listings/<slug:slug>/", my_listing, name="my_listing"),
    path("listings/<slug:slug>/confirm/", my_confirm, name="my_confirm"),
    path("listings/<slug:slug>/preview/", preview.my_preview, name="my_preview"),
    path("listings/<slug:slug>/review/", review.my_review, name="my_review"),
    path("listings/<slug:slug>/withdraw/", review.my_withdraw, name="my_withdraw"),
    path("listings/<slug:slug>/edit/<slug:step>/", edit.my_edit, name="my_edit"),
    path("listings/<slug:slug>/people/", managers.my_managers, name="my_managers"),
    path("listings/<slug:slug>/people/<int:pk>/remove/", managers.my_manager_remove, name="my_manager_remove"),
    path("listings/<slug:slug>/people/leave/", managers.my_leave, name="my_leave"),
    path(
        "listings/<slug:slug>/people/invitations/<int:pk>/withdraw/",
        managers.my_invitation_withdraw,
        name="my_invitation_withdraw",
    ),
    path("listings/<slug:slug>/away/", away.my_away, name="my_away"),
    path("listings/<slug:slug>/copy/", copies.my_copy, name="my_copy"),
    path("listings/<slug:slug>/photos/", photos.my_photos, name="my_photos"),
    path("listings/<slug:slug>/photos/<int:pk>/", photos.my_photo, name="my_photo"),
    path("listings/<slug:slug>/photos/<int:pk>/move/", photos.move_my_photo, name="move_my_photo"),
    path("listings/<slug:slug>/photos/<int:pk>/remove/", photos.remove_my_photo, name="remove_my_photo"),
    path("listings/<slug:slug>/photos/<int:pk>/picture/", photos.my_photo_picture, name="my_photo_picture"),
]
