"""The states by their postal code: fifty, the District of Columbia and five territories."""

from directory.place_names import key_of

STATE_NAMES = {
    "AL": "Alabama",
    "AK": "Alaska",
    "AS": "American Samoa",
    "AZ": "Arizona",
    "AR": "Arkansas",
    "CA": "California",
    "CO": "Colorado",
    "CT": "Connecticut",
    "DE": "Delaware",
    "DC": "District of Columbia",
    "FL": "Florida",
    "GA": "Georgia",
    "GU": "Guam",
    "HI": "Hawaii",
    "ID": "Idaho",
    "IL": "Illinois",
    "IN": "Indiana",
    "IA": "Iowa",
    "KS": "Kansas",
    "KY": "Kentucky",
    "LA": "Louisiana",
    "ME": "Maine",
    "MD": "Maryland",
    "MA": "Massachusetts",
    "MI": "Michigan",
    "MN": "Minnesota",
    "MS": "Mississippi",
    "MO": "Missouri",
    "MT": "Montana",
    "NE": "Nebraska",
    "NV": "Nevada",
    "NH": "New Hampshire",
    "NJ": "New Jersey",
    "NM": "New Mexico",
    "NY": "New York",
    "NC": "North Carolina",
    "ND": "North Dakota",
    "MP": "Northern Mariana Islands",
    "OH": "Ohio",
    "OK": "Oklahoma",
    "OR": "Oregon",
    "PA": "Pennsylvania",
    "PR": "Puerto Rico",
    "RI": "Rhode Island",
    "SC": "South Carolina",
    "SD": "South Dakota",
    "TN": "Tennessee",
    "TX": "Texas",
    "UT": "Utah",
    "VT": "Vermont",
    "VI": "Virgin Islands",
    "VA": "Virginia",
    "WA": "Washington",
    "WV": "West Virginia",
    "WI": "Wisconsin",
    "WY": "Wyoming",
}
OTHER_NAMES = {
    "US Virgin Islands": "VI",
    "United States Virgin Islands": "VI",
    "Commonwealth of the Northern Mariana Islands": "MP",
}
# A large city bears the name, so the name alone says too little.
SHARED_WITH_A_CITY = {"NY", "WA"}
assert {*OTHER_NAMES.values(), *SHARED_WITH_A_CITY} <= set(STATE_NAMES)

_CODES = {key_of(name): code for code, name in STATE_NAMES.items()} | {
    key_of(name): code for name, code in OTHER_NAMES.items()
}


def state_code(text: str) -> str:
    """The postal code of a state given by code or name in any spelling, "Ohio State" too; empty when it is none."""
    key = key_of(text)
    return key.upper() if key.upper() in STATE_NAMES else _CODES.get(key) or _CODES.get(key.removesuffix("state"), "")


def full_name(code: str) -> str:
    """A name that means the state and nothing else: "Ohio", but "New York State"."""
    return f"{STATE_NAMES[code]} State" if code in SHARED_WITH_A_CITY else STATE_NAMES[code]
