"""What machines ask of the site: is it up, what may be crawled, where to report a hole."""

from datetime import timedelta

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

SECURITY_CONTACT_VALID_FOR = timedelta(days=180)


def plain(*lines: str, status: int = 200) -> HttpResponse:
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8", status=status)


@never_cache
@require_safe
def healthz(request):
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return plain("database unreachable", status=503)
    return plain("ok")


@require_safe
def robots(request):
    return plain(
        "User-agent: *",
        "Disallow: /admin/",
        "Allow: /",
        "",
        f"Sitemap: {settings.SITE_URL}{reverse('sitemap')}",
    )


@require_safe
def security(request):
    expires = timezone.now().replace(hour=0, minute=0, second=0, microsecond=0) + SECURITY_CONTACT_VALID_FOR
    return plain(
        f"Contact: mailto:{settings.CONTACT_EMAIL}",
        f"Expires: {expires.isoformat()}",
        "Preferred-Languages: en",
        f"Canonical: {settings.SITE_URL}{reverse('security')}",
    )
