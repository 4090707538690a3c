from django.conf import settings
from django.contrib import admin
from django.contrib.sitemaps.views import sitemap
from django.urls import include, path
from django.views.decorators.http import require_safe

from directory.views.photos import photo_file
from psychly import health, views
from psychly.sitemaps import SITEMAPS

urlpatterns = [
    path("", views.home, name="home"),
    path("articles/", include("articles.urls")),
    path("directory/", include("directory.urls")),
    path("about/", views.about, name="about"),
    path("editorial-policy/", views.editorial_policy, name="editorial_policy"),
    path("how-we-verify/", views.how_we_verify, name="how_we_verify"),
    path("how-we-rank/", views.how_we_rank, name="how_we_rank"),
    path("for-providers/", views.for_providers, name="for_providers"),
    path("privacy/", views.privacy, name="privacy"),
    path("accessibility/", views.accessibility, name="accessibility"),
    path("accounts/", include("allauth.urls")),
    path("media/photos/<str:name>", photo_file, name="photo_file"),
    path("admin/", admin.site.urls),
    path("healthz", health.healthz, name="healthz"),
    path("robots.txt", health.robots, name="robots"),
    path("sitemap.xml", require_safe(sitemap), {"sitemaps": SITEMAPS}, name="sitemap"),
    path(".well-known/security.txt", health.security, name="security"),
]

if settings.DEBUG:
    urlpatterns.append(path("style/", views.style, name="style"))

handler400 = "psychly.views.bad_request"
handler403 = "psychly.views.permission_denied"
handler404 = "psychly.views.page_not_found"
handler500 = "psychly.views.server_error"
handler429 = "psychly.views.too_many_requests"
