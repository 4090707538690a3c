from directory.provider_forms.many import Detailed, Many

MONITORING = Many("monitoring", "What is measured?", rest="That is all")
LANGUAGE = Detailed("language", {"clinician": "A clinician", "": "Somebody"})
ECG, HEART = "statements.monitoring.ecg", "statements.monitoring.heart_rate"


def test_not_stated_is_no_box(said):
    assert [slug for slug, _label in MONITORING.fields(said())["monitoring"].choices] == ["ecg", "heart_rate"]


def test_what_is_not_ticked_is_not_stated(said):
    assert MONITORING.paths(said(), {"monitoring": ["ecg"], "monitoring__rest": False}) == {ECG: "yes", HEART: None}


def test_the_sentence_makes_a_no_of_the_rest(said):
    assert MONITORING.paths(said(), {"monitoring": ["ecg"], "monitoring__rest": True}) == {ECG: "yes", HEART: "no"}
    assert MONITORING.values(said({ECG: "yes", HEART: "no"})) == {"monitoring": ["ecg"], "monitoring__rest": True}


def test_taken_back_it_takes_the_noes_along(said):
    words = said({ECG: "yes", HEART: "no"})
    assert MONITORING.paths(words, {"monitoring": ["ecg"], "monitoring__rest": False})[HEART] is None


def test_a_single_no_stays(said):
    words = said({ECG: "no"})
    assert MONITORING.values(words) == {"monitoring": [], "monitoring__rest": False}
    assert MONITORING.paths(words, {"monitoring": [], "monitoring__rest": False}) == {ECG: "no", HEART: None}


def test_everything_ticked_needs_no_sentence(said):
    assert MONITORING.values(said({ECG: "yes", HEART: "yes"}))["monitoring__rest"] is False


def test_long_lists_are_folded_away(said, monkeypatch):
    monkeypatch.setattr("directory.provider_forms.many.MOST_OPEN", 1)
    assert MONITORING.blocks(said())[0].folded


def test_a_detail_is_a_list_of_its_own(said):
    words = said({"statements.language.es.clinician": "yes", "statements.language.en": "yes"})
    values = LANGUAGE.values(words)
    assert values == {"language__clinician": ["es"], "language__any": ["en"]}
    paths = LANGUAGE.paths(words, values | {"language__any": []})
    assert paths["statements.language.es.clinician"] == "yes"
    assert paths["statements.language.en"] is None


def test_a_no_with_a_detail_stays(said):
    words = said({"statements.language.es.clinician": "no"})
    assert LANGUAGE.paths(words, LANGUAGE.values(words))["statements.language.es.clinician"] == "no"
