"""The words that demonstration practices and people are named with: invented compounds, so that none is real."""

FIRST_HALVES = (
    "Amber Ash Bramble Brindle Cedar Clover Copper Dapple Dew Ember Fern Flint Frost Gorse Hazel Heather "
    "Hollow Juniper Kestrel Lantern Larch Lark Linden Maple Marsh Meadow Mistle Moss Nettle Oat Otter Pebble "
    "Pine Plover Quill Reed Rowan Rush Sage Sedge Slate Sorrel Sparrow Spruce Tansy Teal Thistle Thrush Umber "
    "Vetch Wander Willow Wren Yarrow"
).split()
SECOND_HALVES = (
    "bank bay beck bell bend bough brae bridge brook burn by cairn combe cote crest croft dale dell dene drift "
    "fell field ford garth gate glade glen grove hallow haven heath holm hurst keld knoll lea leigh loft lyn "
    "mead mere mill moor nook pike rigg shaw shore stead stow thorpe thwaite tor vale wade wark wick wold "
    "worth"
).split()
NOUNS = {
    "infusion_clinic": ["Infusion Clinic", "Infusion Center", "Ketamine Clinic"],
    "psychiatry_practice": ["Psychiatry", "Psychiatric Practice"],
    "pain_practice": ["Pain Practice", "Pain Center"],
    "anesthesia_practice": ["Anesthesia and Infusion", "Anesthesia Practice"],
    "hospital_outpatient": ["Hospital Outpatient Clinic", "Hospital Infusion Unit"],
    "academic_center": ["University Mood Program", "University Pain Program"],
    "community_mental_health": ["Community Mental Health"],
    "psychotherapy_practice_with_prescriber": ["Psychotherapy", "Therapy Practice"],
    "telehealth_prescriber": ["Telehealth"],
    "therapist_working_with_infusion_clinic": ["Counseling", "Therapy Room"],
}
GIVEN_NAMES = (
    "Abel Ada Alma Amos Anya Aria Asa Beau Bela Cleo Cyrus Dara Della Edda Eli Elsa Enzo Esme Ezra Faye Gia "
    "Hana Hugo Ida Ines Ira Isla Ivo Jada Joel Juno Kai Kira Lars Lena Lila Luca Luz Mara Milo Mina Nadia Nico "
    "Nora Odin Ona Otto Pia Remy Rhea Rosa Rufus Sana Silas Tess Theo Uma Vera Viola Wim Xenia Yara Yosef Zane "
    "Zora"
).split()
# A family name that says what it is.
FAMILY_NAMES = (
    "Demoson Exampleton Fictova Imaginez Inventado Madeupson Mockingham Nonreal Pretendo Samplewood Sampleton "
    "Specimenti Standin Testworth Unrealis Unknownova"
).split()
STREETS = "Example Specimen Sample Placeholder Pattern Model Imaginary Demonstration".split()
STREET_KINDS = "Street Avenue Road Lane Boulevard Way Drive".split()

# One area code a state; numbers after 555-01 are kept free for fiction.
AREA_CODES = {
    **{"AL": 205, "AK": 907, "AZ": 602, "AR": 501, "CA": 213, "CO": 303, "CT": 203, "DE": 302, "DC": 202, "FL": 305},
    **{"GA": 404, "HI": 808, "ID": 208, "IL": 312, "IN": 317, "IA": 515, "KS": 316, "KY": 502, "LA": 504, "ME": 207},
    **{"MD": 410, "MA": 617, "MI": 313, "MN": 612, "MS": 601, "MO": 314, "MT": 406, "NE": 402, "NV": 702, "NH": 603},
    **{"NJ": 201, "NM": 505, "NY": 212, "NC": 704, "ND": 701, "OH": 216, "OK": 405, "OR": 503, "PA": 215, "RI": 401},
    **{"SC": 803, "SD": 605, "TN": 615, "TX": 214, "UT": 801, "VT": 802, "VA": 804, "WA": 206, "WV": 304, "WI": 414},
    **{"WY": 307, "AS": 684, "GU": 671, "MP": 670, "PR": 787, "VI": 340},
}


def practice_name(draw, kind: str) -> str:
    return f"{draw.choice(FIRST_HALVES)}{draw.choice(SECOND_HALVES)} {draw.choice(NOUNS[kind])}"


def person_name(draw) -> str:
    return f"{draw.choice(GIVEN_NAMES)} {draw.choice(FAMILY_NAMES)}"


def street(draw) -> str:
    return f"{draw.randint(100, 9900)} {draw.choice(STREETS)} {draw.choice(STREET_KINDS)}"


def phone(draw, state: str) -> str:
    return f"+1{AREA_CODES[state]}55501{draw.randint(0, 99):02}"
