"""How the site is served, by `make run` and in a deployment alike:

    .venv/bin/gunicorn --config deploy/gunicorn.conf.py psychly.wsgi

On the internet a proxy that buffers stands in front of it (deploy/nginx.conf): two hundred clients that send a byte
every other second would otherwise keep every process busy.
"""

import gc
import logging
import os
import sys
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

try:
    # Also reads var/env, so that PORT and WEB_CONCURRENCY may stand there.
    import psychly.settings  # noqa: F401
except ImproperlyConfigured as mistake:
    sys.exit(str(mistake))

chdir = str(ROOT)
bind = f"127.0.0.1:{os.environ.get('PORT') or 8000}"
# A Django page is work for the processor: more processes, or threads, only wait for each other.
workers = int(os.environ.get("WEB_CONCURRENCY") or (os.cpu_count() or 1) + 1)
worker_class = "sync"
timeout = 30
graceful_timeout = 30
# A search with every filter set is long.
limit_request_line = 8190
control_socket_disable = True
# Gunicorn touches a file to say that a process lives; on a slow disk that alone can be late.
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None

# No access log: addresses hold places and filters.
accesslog = None
# What it says of its own comings and goings is left out; what went wrong is not.
loglevel = "warning"


# A page makes some ten thousand objects, and nearly all of them go with it.
OBJECTS_BETWEEN_LOOKS = 20_000


def post_worker_init(worker):
    """What a process has loaded by now it keeps: to look through all of that for rubbish, and after every few hundred
    objects, as Python does, takes a sixth of the time of a page."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(OBJECTS_BETWEEN_LOOKS)


def worker_exit(server, worker):
    """What a process has counted since the last minute is written before it ends."""
    try:
        from directory.sightings.keeping import write_down
    except Exception:
        # It never came as far as to know the site; why it ends is in the log already.
        return
    write_down()


class WithoutVisitors(logging.Filter):
    """Gunicorn writes a bad request's sender and first line into the message itself."""

    def filter(self, record):
        if str(record.msg).startswith("Invalid request"):
            record.msg, record.args = "Invalid request", ()
        return True


logconfig_dict = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "psychly.logs.JsonFormatter"}},
    "filters": {"without_visitors": {"()": WithoutVisitors}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json", "filters": ["without_visitors"]}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {"gunicorn.error": {"level": "WARNING", "handlers": ["stderr"], "propagate": False}},
}
