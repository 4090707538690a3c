import json
import logging
import sys

from psychly.logs import JsonFormatter, request_id, route_of

CANARY = "denver-ptsd-canary"


def written(message, *args, exc_info=None, **extra):
    record = logging.LogRecord("test", logging.WARNING, __file__, 1, message, args, exc_info)
    vars(record).update(extra)
    return JsonFormatter().format(record)


def test_a_line_is_one_json_object():
    line = json.loads(written("started"))
    assert (line["event"], line["level"], line["logger"]) == ("started", "WARNING", "test")


def test_arguments_are_left_out():
    assert CANARY not in written("Not Found: %s", f"/directory/?place={CANARY}")


def test_the_text_of_an_error_is_left_out_and_its_place_kept():
    try:
        raise ValueError(CANARY)
    except ValueError:
        line = written("failed", exc_info=sys.exc_info())
    assert CANARY not in line
    assert json.loads(line)["error"] == "ValueError"
    assert "test_logs.py" in json.loads(line)["trace"][0]


def test_it_names_the_route_and_not_the_path(rf):
    request = rf.get(f"/directory/{CANARY}/")
    line = written("Not Found: %s", request.path, request=request, status_code=404)
    assert CANARY not in line
    assert json.loads(line)["route"] == route_of(request) == "(no route)"


def test_it_carries_the_id_of_the_request():
    token = request_id.set("abc")
    assert json.loads(written("x"))["request_id"] == "abc"
    request_id.reset(token)
