"""The pages of an account that open only for the one whose it is, by URL name, with what to say in the address."""

# Open for whoever is signed in, and has just shown that it is they.
SIGNED_IN = [
    "account_logout",
    "account_email",
    "account_set_password",
    "account_request_reauthentication_code",
    "mfa_index",
    "mfa_activate_totp",
    "mfa_list_webauthn",
    "mfa_add_webauthn",
    "usersessions_list",
]
# Only where there is something to look at, or to take away.
WITH_A_PASSWORD = ["account_change_password", "account_reauthenticate"]
WITH_AN_APP = ["mfa_deactivate_totp", "mfa_view_recovery_codes", "mfa_generate_recovery_codes", "mfa_reauthenticate"]
WITH_A_PASSKEY = ["mfa_edit_webauthn", "mfa_remove_webauthn", "mfa_reauthenticate_webauthn"]
# Steps on the way in: each opens only after the one before it.
STEPS = [
    "account_confirm_login_code",
    "account_email_verification_sent",
    "account_confirm_reauthentication_code",
    "account_confirm_password_reset_code",
    "account_complete_password_reset",
    "mfa_authenticate",
    "mfa_signup_webauthn",
]
# No pages: what a script asks for, and what is saved as a file.
ANSWERS = ["mfa_login_webauthn", "mfa_download_recovery_codes"]
BEHIND_SIGN_IN = [*SIGNED_IN, *WITH_A_PASSWORD, *WITH_AN_APP, *WITH_A_PASSKEY, *STEPS, *ANSWERS]
