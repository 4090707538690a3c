"""Dates as the site prints them: 3 September 2026."""

DATE_FORMAT = "j F Y"
SHORT_DATE_FORMAT = "j M Y"
DATETIME_FORMAT = "j F Y, g:i a"
THOUSAND_SEPARATOR = ","
NUMBER_GROUPING = 3
