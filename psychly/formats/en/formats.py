"""Dates as the site prints them: 3 September 2026. “4:28 PM” has no full stops, because sentences end with it."""

DATE_FORMAT = "j F Y"
SHORT_DATE_FORMAT = "j M Y"
DATETIME_FORMAT = "j F Y, g:i A"
THOUSAND_SEPARATOR = ","
NUMBER_GROUPING = 3
