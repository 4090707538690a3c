"""The answer that a picture is: what it is called a picture as, and that it can be nothing else."""

from django.core.files.base import File
from django.http import HttpResponse

from directory.photos.files import content_type

# The strictest there is: whatever a file turned out to be, a browser runs nothing of it.
SANDBOX = "sandbox; default-src 'none'"


def picture(file: File, name: str, **headers: str) -> HttpResponse:
    with file:
        response = HttpResponse(file.read(), content_type=content_type(name))
    for header, value in {"Content-Security-Policy": SANDBOX, **headers}.items():
        response.headers[header] = value
    return response
