from django.utils import timezone

from directory.provider_forms.one import One, YesOrNo

ROOM = One("next_new_patient", "When?", dated="next_new_patient_on")
VIDEO = YesOrNo("by_video_only", "Where?", true="By video", false="At an address")


def test_what_was_never_said_is_not_stated(said):
    assert ROOM.values(said()) == {"next_new_patient": "not_stated"}


def test_a_radio_that_nobody_chose_is_not_stated(said):
    assert One("accepting", "Room?").paths(said(), {"accepting": ""}) == {"accepting": "not_stated"}


def test_what_moves_is_dated_today(said):
    paths = ROOM.paths(said(), {"next_new_patient": "4_7_days"})
    assert paths == {"next_new_patient": "4_7_days", "next_new_patient_on": timezone.localdate().isoformat()}


def test_what_stays_keeps_its_day(said):
    words = {"next_new_patient": "4_7_days", "next_new_patient_on": "2026-01-05"}
    assert ROOM.paths(said(words), {"next_new_patient": "4_7_days"}) == words


def test_what_is_not_stated_any_more_has_no_day(said):
    words = {"next_new_patient": "4_7_days", "next_new_patient_on": "2026-01-05"}
    paths = ROOM.paths(said(words), {"next_new_patient": "not_stated"})
    assert paths == {"next_new_patient": "not_stated", "next_new_patient_on": None}


def test_true_or_false_is_asked_as_two_sentences(said):
    assert [label for _value, label in VIDEO.fields(said())["by_video_only"].choices] == ["At an address", "By video"]
    assert VIDEO.values(said({"by_video_only": True})) == {"by_video_only": "yes"}
    assert VIDEO.paths(said(), {"by_video_only": "no"}) == {"by_video_only": False}
