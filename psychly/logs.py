"""Log lines that say what happened to which route, and nothing about who asked for what.

A message is written as its template, without its arguments, and an error as its type and places in the code,
without its text: paths, queries, addresses and form values all reach logs through those two.
"""

import json
import logging
import traceback
from contextvars import ContextVar
from datetime import UTC, datetime

request_id: ContextVar[str] = ContextVar("request_id", default="")


def route_of(request) -> str:
    """The address pattern that answered, such as `directory/<slug:slug>/`; never the address itself."""
    match = getattr(request, "resolver_match", None)
    return match.route if match else "(no route)"


def event_of(record: logging.LogRecord) -> str:
    """Django writes what was wrong with a request, a forged host for one, into the message of its security log."""
    if record.name.startswith("django.security"):
        return "refused"
    return "not answered as asked" if record.name == "django.request" else str(record.msg)


class JsonFormatter(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "event": event_of(record),
            "request_id": request_id.get(),
        }
        line |= getattr(record, "facts", {})
        if hasattr(record, "request") and hasattr(record, "status_code"):
            line |= {"route": route_of(record.request), "status": record.status_code}
        if record.exc_info and record.exc_info[0]:
            line |= self.error(record.exc_info)
        return json.dumps(line)

    def error(self, exc_info) -> dict:
        kind, _, trace = exc_info
        frames = traceback.extract_tb(trace)
        return {"error": kind.__qualname__, "trace": [f"{f.filename}:{f.lineno} {f.name}" for f in frames]}
