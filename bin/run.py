"""`make run`, once the environment stands: a key, the data, a few words, and the production server."""

import os
import secrets
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LISTINGS = 400


def write_key(path: Path) -> None:
    """Once; a file that is there is somebody's, and stays as it is."""
    if not path.exists():
        path.parent.mkdir(exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(f"SECRET_KEY={secrets.token_urlsafe(50)}\n")


def main() -> None:
    os.chdir(ROOT)
    write_key(ROOT / "var" / "env")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "psychly.settings")
    import django
    from django.core.exceptions import ImproperlyConfigured

    try:
        django.setup()
    except ImproperlyConfigured as mistake:
        sys.exit(str(mistake))
    from bin.data import prepare

    prepare(LISTINGS)
    introduce()
    prepare_photos()
    gunicorn = str(Path(sys.executable).with_name("gunicorn"))
    os.execv(gunicorn, [gunicorn, "--config", "deploy/gunicorn.conf.py", "psychly.wsgi"])


def prepare_photos() -> None:
    """Beside the server, until it ends: a photo that is uploaded has its pictures within seconds."""
    subprocess.Popen([sys.executable, "manage.py", "make_photos", "--watch", "3"], cwd=ROOT)


def introduce() -> None:
    from django.conf import settings

    port = os.environ.get("PORT") or "8000"
    address = f"http://127.0.0.1:{port}"
    folder, server = settings.EMAIL_CONFIG.get("EMAIL_FILE_PATH"), settings.EMAIL_HOST
    print(
        f"""
Psychly answers on {address} until you press Ctrl-C.
  A staff account:  .venv/bin/python manage.py createsuperuser
  To sign in:       {address}/admin/ asks for your address, sends a code, and leads you to a second step
                    (passkeys need a name: http://localhost:{port}/admin/)
  Letters {f"are written as files to {folder}" if folder else f"leave through {server}"}
""",
        flush=True,
    )


if __name__ == "__main__":
    main()
