"""Which rule each address of the site follows, by URL name. A new address must be given its line here."""

from tests.psychly.authorization import rules
from tests.psychly.authorization.rules import GOES_ON, NOT_THERE, desk_right

PAGES = """
home about editorial_policy how_we_verify how_we_rank privacy accessibility for_providers
healthz robots sitemap security photo_file
account_inactive account_password_reset_completed
articles:article_list articles:glossary articles:topic_detail articles:feed
articles:article_detail articles:article_changes
articles:article_checklist articles:edition_detail articles:article_references articles:edition_references
articles:edition_citation
directory:search directory:health directory:compare directory:report_status directory:in_state directory:in_city
directory:places directory:listing_detail directory:listing_history directory:listing_questions
""".split()
OWN_FORMS = """
directory:my_confirm directory:my_review directory:my_edit directory:my_managers directory:my_manager_remove
directory:my_leave directory:my_away directory:my_copy directory:my_photos directory:my_photo
""".split()
OWN_PAGES = "directory:my_listing directory:my_preview directory:my_photo_picture".split()
OWN_DEEDS = """
directory:my_withdraw directory:my_invitation_withdraw directory:move_my_photo directory:remove_my_photo
directory:claim_code directory:claim_again directory:claim_withdraw
""".split()
WAYS_IN = "account_login account_signup account_signup_by_passkey account_request_login_code".split()
STEPS = """
account_confirm_login_code account_confirm_reauthentication_code account_confirm_password_reset_code
account_complete_password_reset mfa_authenticate mfa_signup_webauthn
""".split()
ACCOUNT = """
account_reauthenticate account_request_reauthentication_code account_email account_change_password account_set_password
mfa_reauthenticate mfa_activate_totp mfa_generate_recovery_codes mfa_add_webauthn usersessions_list
""".split()

RULES = {
    **dict.fromkeys(PAGES, rules.page),
    "directory:report": rules.form,
    "account_reset_password": rules.form,
    "account_email_verification_sent": rules.begun,
    "mfa_login_webauthn": rules.step,
    "articles:edition_preview": rules.link_page,
    "directory:confirm": rules.link,
    "directory:claim_objection": rules.link,
    "directory:claim": rules.signed_in,
    "directory:mine": rules.signed_in_page,
    "directory:my_export": rules.signed_in_page,
    "directory:my_new": rules.signed_in,
    "directory:my_close": rules.signed_in,
    "directory:my_invitation": rules.meant,
    **dict.fromkeys(OWN_FORMS, rules.own),
    **dict.fromkeys(OWN_PAGES, rules.own_page),
    **dict.fromkeys(OWN_DEEDS, rules.own_deed),
    **dict.fromkeys(WAYS_IN, rules.way_in),
    **dict.fromkeys(STEPS, rules.step),
    **dict.fromkeys(ACCOUNT, rules.account),
    "account_logout": rules.way_out,
    "mfa_index": rules.account_page,
    "mfa_list_webauthn": rules.account_page,
    "mfa_deactivate_totp": rules.account_with_app,
    "mfa_view_recovery_codes": rules.account_with_app_page,
    "mfa_download_recovery_codes": rules.account_with_app_file,
    "mfa_reauthenticate_webauthn": rules.shown_again,
    "mfa_remove_webauthn": rules.own_key,
    "mfa_edit_webauthn": rules.own_key,
    "admin:index": rules.desk,
    "admin:app_list": rules.desk,
    "admin:password_change": rules.desk,
    "admin:password_change_done": rules.desk_page,
    "admin:jsi18n": rules.desk_page,
    "admin:login": rules.desk_door,
    "admin:logout": rules.desk_way_out,
    # Neither of the two has a name.
    "admin/(?P<url>.*)$": rules.desk_dead_end,
    "<path:object_id>/": rules.desk,
}

# Recovery codes are shown once, so that they were shown is kept.
NOTES_THAT_IT_WAS_SEEN = dict.fromkeys(["mfa_view_recovery_codes", "mfa_download_recovery_codes"], "mfa_authenticator")

# The desk, model by model: who may view, add, change and delete. Nobody has what no letter stands for.
RIGHTS = {  # editors, support, superuser
    "auth.group": ("", "", "vacd"),
    "psychly.user": ("", "", "vacd"),
    "articles.article": ("vacd", "v", "vacd"),
    "articles.edition": ("v", "v", "v"),
    "articles.topic": ("vacd", "", "vacd"),
    "articles.person": ("vacd", "", "vacd"),
    "articles.evidenceclaim": ("vacd", "", "vacd"),
    "articles.glossaryentry": ("vacd", "", "vacd"),
    "articles.reference": ("vacd", "", "vacd"),
    "directory.change": ("", "vc", "vc"),
    "directory.check": ("", "va", "va"),
    "directory.license": ("", "vd", "vd"),
    "directory.claim": ("", "vc", "vc"),
    "directory.membership": ("", "vc", "vc"),
    "directory.managerinvitation": ("", "v", "v"),
    "directory.letter": ("", "v", "v"),
    "directory.listing": ("v", "vac", "vacd"),
    "directory.clinician": ("", "vac", "vacd"),
    "directory.photo": ("", "vc", "vc"),
    "directory.place": ("", "v", "vacd"),
    "directory.report": ("", "vc", "vc"),
    "directory.term": ("vc", "v", "vc"),
}
# Which of these letters opens a page of a model, and which takes what is sent from it.
VIEWS = {
    "changelist": desk_right("vc"),
    "add": desk_right("a"),
    "change": desk_right("vc", "c"),
    "delete": desk_right("d"),
    # Django says so before it asks for the right, to staff alone.
    "history": desk_right("vc", missing=[GOES_ON]),
    "preview": desk_right("v"),
    "picture": desk_right("vc", refusal=NOT_THERE),
    "password_change": desk_right("c"),
    # The page of a row on the site, and what the fields of others find of it.
    "view_on_site": desk_right("v"),
    "autocomplete": rules.read_only(desk_right("v")),
    "publish": desk_right("c"),
    "review": desk_right("v", "c"),
    # What somebody types is looked at, and nothing of it is kept.
    "check": rules.desk_deed(desk_right("ac")),
    "look": rules.desk_deed(desk_right("ac")),
    "pick": desk_right("ac"),
    # Here no edition is waiting for its day.
    "withdraw": desk_right("c", opens=NOT_THERE),
    "incoming": desk_right("a"),
    "call": desk_right("c"),
    "send_back": desk_right("c"),
    "suspend": desk_right("c"),
    "restore": desk_right("c"),
}
