"""The provider's side, below `/directory/mine/`. Whoever is not signed in is asked to; a stranger gets 404."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
