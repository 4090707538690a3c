"""How long a confirmation counts, in one place for the search, the pages and the rules that are published."""

from datetime import timedelta

# "Confirmed": its provider said within this time that all of it is true.
CONFIRMED_FOR = timedelta(days=90)
# After this time without a word it leaves the search.
SHOWN_FOR = timedelta(days=120)
# A price older than this is shown as old.
PRICES_CURRENT_FOR = timedelta(days=180)
# A license that runs out within this time is for staff to look up again.
LICENSE_ENDS_SOON = timedelta(days=60)
