"""What the settings say about accounts that is more than a word. Read before Django stands, so it imports none."""

# Long enough for a slow mail server, short enough that a forgotten letter opens nothing.
CODE_LASTS_SECONDS = 15 * 60

FORMS = {"login": "psychly.accounts.forms.SignInForm", "signup": "psychly.accounts.forms.SignUpForm"}
SECOND_FACTOR_FORMS = {"add_webauthn": "psychly.accounts.forms.AddPasskeyForm"}
