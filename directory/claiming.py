"""How long each part of a claim and of an invitation lasts, and how often it may be tried."""

from datetime import timedelta

# A code in a letter. Each letter allows so many wrong ones more.
CODE_LASTS = timedelta(hours=48)
TRIES = 5
LETTERS = 5
# The old contact may object within this time after being told.
OBJECTION_LASTS = timedelta(days=7)
# Before this time has passed, a new web site or a new manager chosen by staff proves nothing yet.
STANDS_AFTER = timedelta(days=90)
# A claim that nobody proves ends by itself.
CLAIM_LASTS = timedelta(days=30)
INVITATION_LASTS = timedelta(days=14)
OPEN_INVITATIONS = 10
