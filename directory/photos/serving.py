"""The answer that a picture is: what it is called a picture as, and that it can be nothing else."""

from django.http import FileResponse

from directory.photos.files import content_type

# The strictest there is: whatever a file turned out to be, a browser runs nothing of it.
SANDBOX = "sandbox; default-src 'none'"


def picture(file, name: str, **headers: str) -> FileResponse:
    return FileResponse(file, content_type=content_type(name), headers={"Content-Security-Policy": SANDBOX, **headers})
