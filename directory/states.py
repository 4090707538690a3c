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
# "In the District of Columbia".
WITH_AN_ARTICLE = {"DC", "MP", "VI"}
# A large city bears the name, so the name alone says too little.
SHARED_WITH_A_CITY = {"NY", "WA"}
assert {*OTHER_NAMES.values(), *SHARED_WITH_A_CITY, *WITH_AN_ARTICLE} <= set(STATE_NAMES)

# Those with a common border on land or in a river; for islands and Alaska the one that people cross the sea to.
NEIGHBORS = {
    "AL": "FL GA MS TN",
    "AK": "WA",
    "AS": "HI",
    "AZ": "CA CO NM NV UT",
    "AR": "LA MO MS OK TN TX",
    "CA": "AZ NV OR",
    "CO": "AZ KS NE NM OK UT WY",
    "CT": "MA NY RI",
    "DE": "MD NJ PA",
    "DC": "MD VA",
    "FL": "AL GA",
    "GA": "AL FL NC SC TN",
    "GU": "MP",
    "HI": "CA",
    "ID": "MT NV OR UT WA WY",
    "IL": "IA IN KY MO WI",
    "IN": "IL KY MI OH",
    "IA": "IL MN MO NE SD WI",
    "KS": "CO MO NE OK",
    "KY": "IL IN MO OH TN VA WV",
    "LA": "AR MS TX",
    "ME": "NH",
    "MD": "DC DE PA VA WV",
    "MA": "CT NH NY RI VT",
    "MI": "IN OH WI",
    "MN": "IA ND SD WI",
    "MS": "AL AR LA TN",
    "MO": "AR IA IL KS KY NE OK TN",
    "MT": "ID ND SD WY",
    "NE": "CO IA KS MO SD WY",
    "NV": "AZ CA ID OR UT",
    "NH": "MA ME VT",
    "NJ": "DE NY PA",
    "NM": "AZ CO OK TX UT",
    "NY": "CT MA NJ PA VT",
    "NC": "GA SC TN VA",
    "ND": "MN MT SD",
    "MP": "GU",
    "OH": "IN KY MI PA WV",
    "OK": "AR CO KS MO NM TX",
    "OR": "CA ID NV WA",
    "PA": "DE MD NJ NY OH WV",
    "PR": "VI",
    "RI": "CT MA",
    "SC": "GA NC",
    "SD": "IA MN MT ND NE WY",
    "TN": "AL AR GA KY MO MS NC VA",
    "TX": "AR LA NM OK",
    "UT": "AZ CO ID NM NV WY",
    "VT": "MA NH NY",
    "VI": "PR",
    "VA": "DC KY MD NC TN WV",
    "WA": "ID OR",
    "WV": "KY MD OH PA VA",
    "WI": "IA IL MI MN",
    "WY": "CO ID MT NE SD UT",
}
assert set(NEIGHBORS) == set(STATE_NAMES), "a state has no neighbors"

_CODES = {key_of(name): code for code, name in STATE_NAMES.items()} | {
    key_of(name): code for name, code in OTHER_NAMES.items()
}
_ALL_KEYS = [*_CODES.items(), *((code.lower(), code) for code in STATE_NAMES)]


def state_code(text: str) -> str:
    """The postal code of a state given by code or name in any spelling, "Ohio State" too; empty when it is none."""
    key = key_of(text)
    return key.upper() if key.upper() in STATE_NAMES else _CODES.get(key) or _CODES.get(key.removesuffix("state"), "")


def full_name(code: str) -> str:
    """A name that means the state and nothing else: "Ohio", but "New York State"."""
    return f"{STATE_NAMES[code]} State" if code in SHARED_WITH_A_CITY else STATE_NAMES[code]


def mid_sentence(code: str) -> str:
    """ "Ohio", but "the District of Columbia"."""
    return f"the {full_name(code)}" if code in WITH_AN_ARTICLE else full_name(code)


def neighbors(code: str) -> list[str]:
    """Their codes, by name."""
    return sorted(NEIGHBORS[code].split(), key=lambda neighbor: STATE_NAMES[neighbor])


def names_of(code: str) -> list[str]:
    """All that `state_code` reads as this state, its code apart."""
    name = STATE_NAMES[code]
    return [name, f"{name} State", *(other for other, meant in OTHER_NAMES.items() if meant == code)]


def codes_beginning(text: str) -> set[str]:
    """Of the states whose code or name begins so."""
    key = key_of(text)
    return {code for known, code in _ALL_KEYS if known.startswith(key)}
