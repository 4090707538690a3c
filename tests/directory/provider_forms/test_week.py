import pytest

from directory.provider_forms.week import Week

TUESDAY = {"hours.1.09:00-12:00": True, "hours.1.13:00-17:00": True}


def typed(said, words, **changes):
    return Week().values(said(words)) | changes


def test_two_stretches_of_a_day_and_its_note(said):
    values = Week().values(said(TUESDAY | {"hours.2.09:00-12:00": "By appointment"}))
    assert (values["day1__opens0"], values["day1__closes1"]) == ("09:00:00", "17:00:00")
    assert (values["day2__note"], values["day1__note"]) == ("By appointment", "")


def test_what_was_opened_makes_the_same_paths(said):
    assert Week().paths(said(TUESDAY), typed(said, TUESDAY)) == TUESDAY


def test_a_day_left_empty_is_closed(said):
    paths = Week().paths(said(TUESDAY), typed(said, TUESDAY, day1__opens1=None, day1__closes1=None))
    assert paths == {"hours.1.09:00-12:00": True, "hours.1.13:00-17:00": None}


def test_a_day_that_nobody_touched_keeps_the_note_of_each_stretch(said):
    words = TUESDAY | {"hours.1.09:00-12:00": "By appointment"}
    assert Week().paths(said(words), typed(said, words, day2__opens0="08:00:00", day2__closes0="09:00:00")) == {
        **words,
        "hours.2.08:00-09:00": True,
    }


def test_a_third_stretch_has_room_too(said):
    words = TUESDAY | {"hours.1.18:00-20:00": True}
    assert "day1__opens2" in Week().fields(said(words))


def test_monday_stands_for_the_working_week_and_no_longer(said):
    values = typed(said, {}, day0__opens0="08:00:00", day0__closes0="16:00:00", like_monday=True)
    paths = Week().paths(said({}), values)
    assert list(paths) == [f"hours.{day}.08:00-16:00" for day in range(5)]


@pytest.mark.parametrize(
    ("changes", "at"),
    [
        ({"day1__closes0": None}, "day1__closes0"),
        ({"day1__opens0": None}, "day1__opens0"),
        ({"day1__closes0": "09:00:00"}, "day1__closes0"),
        ({"day1__opens1": "11:00:00"}, "day1__opens1"),
        ({"day6__note": "Round the back"}, "day6__note"),
    ],
)
def test_what_does_not_fit_is_told_at_its_control(changes, at, said):
    assert list(Week().problems(said(TUESDAY), typed(said, TUESDAY, **changes))) == [at]


def test_hours_that_fit_are_no_problem(said):
    assert Week().problems(said(TUESDAY), typed(said, TUESDAY)) == {}
