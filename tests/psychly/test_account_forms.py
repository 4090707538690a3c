import pytest
from allauth.account.forms import ChangePasswordForm, RequestLoginCodeForm
from django.contrib.auth.models import AnonymousUser
from django.template import Context, Template

from psychly.accounts.browsers import browser_of
from psychly.accounts.forms import SignInForm
from psychly.templatetags.account_forms import in_our_words

CHROME = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36"
SAFARI = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 (KHTML, like Gecko) Version/18 Safari/604"
)
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


@pytest.mark.parametrize("form", [SignInForm(), RequestLoginCodeForm(), ChangePasswordForm(user=AnonymousUser())])
def test_every_field_has_a_label_of_ours_and_says_nothing_inside_itself(form):
    for field in in_our_words(form):
        assert str(field.label)
        assert "placeholder" not in str(field)


def test_a_password_is_a_choice_at_sign_in():
    form = in_our_words(SignInForm())
    assert not form.fields["password"].required
    assert "Leave it empty" in str(form["password"].help_text)


@pytest.mark.parametrize(
    ("string", "name"),
    [
        (CHROME, "Chrome on Windows"),
        (SAFARI, "Safari on iPhone"),
        (FIREFOX, "Firefox on Linux"),
        ("curl/8", "A browser we do not know"),
    ],
)
def test_a_browser_is_called_as_its_owner_would(string, name):
    assert browser_of(string) == name
    assert Template("{% load account_forms %}{{ it|browser }}").render(Context({"it": string})) == name


def test_a_form_that_comes_back_with_errors_keeps_our_words():
    form = RequestLoginCodeForm({"email": "nobody"})
    assert not form.is_valid()
    assert [str(field.label) for field in in_our_words(form)] == ["E-mail address"]
