"""The provider's side, below `/directory/mine/`. Whoever is not signed in is asked to; a stranger gets 404."""

from django.urls import URLPattern, path

from directory.views.provider import photos

urlpatterns: list[URLPattern] = [
    path("listings/<slug:slug>/photos/", photos.my_photos, name="my_photos"),
    path("listings/<slug:slug>/photos/<int:pk>/", photos.my_photo, name="my_photo"),
    path("listings/<slug:slug>/photos/<int:pk>/move/", photos.move_my_photo, name="move_my_photo"),
    path("listings/<slug:slug>/photos/<int:pk>/remove/", photos.remove_my_photo, name="remove_my_photo"),
    path("listings/<slug:slug>/photos/<int:pk>/picture/", photos.my_photo_picture, name="my_photo_picture"),
]
