import json

from articles.citations.files import FORMATS, csl_json
from tests.articles.citations.samples import ABRIDGED, EVERY


def test_each_format_has_a_type_and_a_writer():
    assert set(FORMATS) == {"bib", "ris", "json"}
    assert all(written(EVERY) for _, written in FORMATS.values())


def test_csl_json_holds_every_record():
    assert [item["id"] for item in json.loads(csl_json(EVERY))] == [record["id"] for record in EVERY]


def test_our_own_remarks_stay_with_us():
    [item] = json.loads(csl_json([ABRIDGED]))
    assert "custom" not in item
    assert item["author"] == ABRIDGED["author"]
    assert item["note"] == "The list of authors is abridged."
