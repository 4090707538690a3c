"""Writes the NPI registry's file with invented rows to its output, much faster than anybody can read it.

python -m tests.bench.npi_rows 1000000
"""

import sys
from collections.abc import Iterator
from itertools import islice
from random import Random

from directory.npi import is_npi

FIRST_THOUSAND = 100_000  # NPIs begin with 1
PATTERNS = 500
LAST_NAMES = ["Testperson", "Sample", "Example", "Placeholder", "O'Fiction", "De la Muestra", "Invented-Name"]
FIRST_NAMES = ["Alex", "Sam", "Robin", "Jordan", "Casey", "Morgan", "Quinn"]
TAXONOMIES = ["2084P0800X", "207L00000X", "363L00000X", "207Q00000X", "367500000X", "1041C0700X"]
STATES = ["CO", "TX", "CA", "NY", "FL", "WA"]


def header() -> list[str]:
    """The 330 columns, in their order."""
    names = [
        "NPI", "Entity Type Code", "Replacement NPI", "Employer Identification Number (EIN)",
        "Provider Organization Name (Legal Business Name)", "Provider Last Name (Legal Name)", "Provider First Name",
        "Provider Middle Name", "Provider Name Prefix Text", "Provider Name Suffix Text", "Provider Credential Text",
        "Provider Other Organization Name", "Provider Other Organization Name Type Code", "Provider Other Last Name",
        "Provider Other First Name", "Provider Other Middle Name", "Provider Other Name Prefix Text",
        "Provider Other Name Suffix Text", "Provider Other Credential Text", "Provider Other Last Name Type Code",
    ]  # fmt: skip
    for place in ("Mailing", "Practice Location"):
        names += [f"Provider {line} Line Business {place} Address" for line in ("First", "Second")]
        details = ["City Name", "State Name", "Postal Code", "Country Code (If outside U.S.)"]
        details += ["Telephone Number", "Fax Number"]
        names += [f"Provider Business {place} Address {detail}" for detail in details]
    names += [
        "Provider Enumeration Date", "Last Update Date", "NPI Deactivation Reason Code", "NPI Deactivation Date",
        "NPI Reactivation Date", "Provider Sex Code",
    ]  # fmt: skip
    official = ["Last Name", "First Name", "Middle Name", "Title or Position", "Telephone Number"]
    names += [f"Authorized Official {detail}" for detail in official]
    for number in range(1, 16):
        names += [
            f"Healthcare Provider Taxonomy Code_{number}", f"Provider License Number_{number}",
            f"Provider License Number State Code_{number}", f"Healthcare Provider Primary Taxonomy Switch_{number}",
        ]  # fmt: skip
    for number in range(1, 51):
        names += [f"Other Provider Identifier{detail}_{number}" for detail in ("", " Type Code", " State", " Issuer")]
    names += ["Is Sole Proprietor", "Is Organization Subpart", "Parent Organization LBN", "Parent Organization TIN"]
    names += [f"Authorized Official {detail}" for detail in ("Name Prefix Text", "Name Suffix Text", "Credential Text")]
    names += [f"Healthcare Provider Taxonomy Group_{number}" for number in range(1, 16)]
    return [*names, "Certification Date"]


def npis(count: int) -> Iterator[str]:
    """Real check digits on invented numbers, in order; computed a thousand at a time, as it must be fast."""
    for thousand in range(FIRST_THOUSAND, FIRST_THOUSAND + (count + 999) // 1000):
        first = next(digit for digit in range(10) if is_npi(f"{thousand}000{digit}"))
        for low in range(min(1000, count - (thousand - FIRST_THOUSAND) * 1000)):
            yield f"{thousand}{low:03}{(first - LUHN[low]) % 10}"


def _doubled(digit: int) -> int:
    return digit * 2 - 9 * (digit > 4)


LUHN = [_doubled(low % 10) + low // 10 % 10 + _doubled(low // 100) for low in range(1000)]


def row(random: Random, columns: list[str]) -> list[str]:
    """A person, an organization or, as one in twelve, a deactivated NPI of which nothing else is said."""
    if random.random() < 1 / 12:
        return _filled(columns, {"NPI Deactivation Date": "01/31/2020"})
    values = _organization(random) if random.random() < 0.2 else _person(random)
    for place in ("Mailing", "Practice Location"):
        values |= {
            f"Provider First Line Business {place} Address": f"{random.randrange(1, 9999)} INVENTED AVENUE",
            f"Provider Business {place} Address City Name": "TESTVILLE",
            f"Provider Business {place} Address State Name": random.choice(STATES),
            f"Provider Business {place} Address Postal Code": f"{random.randrange(10**8, 10**9)}",
            f"Provider Business {place} Address Country Code (If outside U.S.)": "US",
            f"Provider Business {place} Address Telephone Number": "3035550123",
        }
    for number in range(1, random.choice([2, 2, 3, 4])):
        values |= {
            f"Healthcare Provider Taxonomy Code_{number}": random.choice(TAXONOMIES),
            f"Provider License Number_{number}": f"T-{random.randrange(10**5)}",
            f"Provider License Number State Code_{number}": random.choice(STATES),
            f"Healthcare Provider Primary Taxonomy Switch_{number}": "Y" if number == 1 else "N",
        }
    return _filled(columns, values | {"Provider Enumeration Date": "05/23/2005", "Last Update Date": "07/08/2024"})


def _person(random: Random) -> dict[str, str]:
    return {
        "Entity Type Code": "1",
        "Provider Last Name (Legal Name)": random.choice(LAST_NAMES).upper(),
        "Provider First Name": random.choice(FIRST_NAMES).upper(),
        "Provider Credential Text": "M.D.",
        "Provider Sex Code": "X",
        "Is Sole Proprietor": "N",
    }


def _organization(random: Random) -> dict[str, str]:
    return {
        "Entity Type Code": "2",
        "Provider Organization Name (Legal Business Name)": f"{random.choice(LAST_NAMES).upper()} CLINIC, LLC",
        "Authorized Official Last Name": random.choice(LAST_NAMES).upper(),
        "Authorized Official Telephone Number": "3035550123",
        "Is Organization Subpart": "N",
    }


def _filled(columns: list[str], values: dict[str, str]) -> list[str]:
    return [values.get(column, "") for column in columns]


def _line(cells: list[str]) -> str:
    return ",".join(f'"{cell}"' for cell in cells) + "\n"


def main(count: int) -> None:
    columns, random = header(), Random(1)
    beginnings = len('""')
    tails = [_line(row(random, columns))[beginnings:] for _ in range(PATTERNS)]
    sys.stdout.write(_line(columns))
    numbers = npis(count)
    while block := list(islice(numbers, PATTERNS)):
        sys.stdout.write("".join(f'"{npi}"{tail}' for npi, tail in zip(block, tails, strict=False)))


if __name__ == "__main__":
    main(int(sys.argv[1]))
