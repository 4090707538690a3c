"""The provider's side, below `/directory/mine/`. Whoever is not signed in is asked to; a stranger gets 404."""

from django.urls import path

from directory.views.provider import copies, managers

urlpatterns = [
    path("listings/<slug:slug>/people/", managers.my_managers, name="my_managers"),
    path("listings/<slug:slug>/people/<int:pk>/remove/", managers.my_manager_remove, name="my_manager_remove"),
    path("listings/<slug:slug>/people/leave/", managers.my_leave, name="my_leave"),
    path(
        "listings/<slug:slug>/people/invitations/<int:pk>/withdraw/",
        managers.my_invitation_withdraw,
        name="my_invitation_withdraw",
    ),
    path("invitations/<str:token>/", managers.my_invitation, name="my_invitation"),
    path("listings/<slug:slug>/copy/", copies.my_copy, name="my_copy"),
]
