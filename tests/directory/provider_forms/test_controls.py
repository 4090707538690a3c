import pytest
from django import forms

from directory.models import Listing, Offering
from directory.provider_forms.controls import control, default_of


@pytest.mark.parametrize("name", ["anesthesia_trained_on_site", "monitor_presence", "fasting"])
def test_few_choices_are_radios_and_the_last_is_to_say_nothing(name):
    made = control(Listing, name, "?")
    assert isinstance(made.widget, forms.RadioSelect)
    assert made.choices[-1] == ("not_stated", "We would rather not say yet")


def test_many_stand_in_a_list_that_opens():
    assert isinstance(control(Listing, "prescriber_role", "?").widget, forms.Select)


def test_a_list_may_begin_with_nothing_chosen():
    assert control(Listing, "state", "?", nothing="Choose a state").choices[0] == ("", "Choose a state")


def test_days_and_phones_are_asked_as_phones_and_people_know_them():
    assert control(Listing, "fees_as_of", "?").widget.input_type == "date"
    phone = control(Listing, "phone", "?")
    assert phone.prepare_value("+13035550123") == "(303) 555-0123"
    for typed in ("12", "call us", "(303) 555-0123 ext. 4"):
        assert phone.prepare_value(typed) == typed
    assert str(phone.clean("303 555 0123")) in {"+13035550123", "(303) 555-0123"}


def test_nothing_has_to_be_filled_in_unless_it_says_so():
    assert not control(Listing, "name", "?").required
    assert control(Listing, "name", "?", required=True).required


def test_the_default_is_what_a_field_says_before_anybody_wrote():
    assert default_of(Offering, "stop_rule") == "none_stated"
    assert default_of(Listing, "headline") == ""
    assert default_of(Listing, "min_age") is None
