import logging
import time
import uuid

from django.http import HttpResponseNotAllowed
from django.utils.cache import add_never_cache_headers

from psychly.logs import request_id, route_of

log = logging.getLogger("psychly.requests")

CONTENT_SECURITY_POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "object-src 'none'",
        "frame-ancestors 'none'",
    ]
)
SWITCHED_OFF = (
    "accelerometer autoplay browsing-topics camera display-capture encrypted-media fullscreen gyroscope hid "
    "idle-detection local-fonts magnetometer microphone midi payment picture-in-picture screen-wake-lock serial usb "
    "xr-spatial-tracking"
).split()
METHODS = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}
FOR_OURSELVES = ["geolocation", "publickey-credentials-create", "publickey-credentials-get"]
HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Permissions-Policy": ", ".join(
        [f"{name}=(self)" for name in FOR_OURSELVES] + [f"{name}=()" for name in SWITCHED_OFF]
    ),
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}


class SecurityHeadersMiddleware:
    """The headers that Django has no setting for, on every answer, files and errors included."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response


class RequestIdMiddleware:
    """Gives each request a random number of its own, and writes the one line the log has for it."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        number = uuid.uuid4().hex
        token, started = request_id.set(number), time.perf_counter()
        try:
            response = self.get_response(request)
            if request.resolver_match:
                self.write_line(request, response, started)
        finally:
            request_id.reset(token)
        response.headers["X-Request-ID"] = number
        return response

    def write_line(self, request, response, started):
        facts = {
            "route": route_of(request),
            "method": request.method if request.method in METHODS else "other",
            "status": response.status_code,
            "milliseconds": round((time.perf_counter() - started) * 1000, 1),
        }
        log.info("request", extra={"facts": facts})


class ThreeMethodsMiddleware:
    """Pages are read or sent. Whatever else is asked of one is refused before its view looks at who asks: forms of
    allauth would take PUT for POST, and pages of the desk any method for GET."""

    ALLOWED = ("GET", "HEAD", "POST")

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, arguments, named):
        if request.method not in self.ALLOWED:
            return HttpResponseNotAllowed(self.ALLOWED)
        return None


class AccountPagesMiddleware:
    """What an account page says is for one person: no cache between us and them may keep it, nor their own browser."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if route_of(request).startswith("accounts/"):
            add_never_cache_headers(response)
        return response
