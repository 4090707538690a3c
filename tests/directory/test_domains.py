import pytest

from directory.data.shared_hosts import PUBLIC_SUFFIXES, SHARED_HOSTS
from directory.domains import domain_of, host_of, is_at_own_site, is_shared, own_domain, registrable


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://Clinic.Example.com/ketamine?a=b#c", "clinic.example.com"),
        ("http://clinic.example.com:8443/", "clinic.example.com"),
        ("https://clinic.example.com./", "clinic.example.com"),
        ("https://münchen.example/", "xn--mnchen-3ya.example"),
        ("https://clinic.example.com@evil.example/", ""),
        ("https://evil.example\\@clinic.example.com/", ""),
        ("https://evil.example\\.clinic.example.com/", ""),
        ("https://clinic.example.com:port/", ""),
        ("javascript://clinic.example.com/%0aalert(1)", ""),
        ("clinic.example.com", ""),
        ("https://192.0.2.7/", ""),
        ("https://[2001:db8::1]/", ""),
        ("https://localhost/", ""),
        ("https://a..example.com/", ""),
        ("https://[broken/", ""),
        ("", ""),
    ],
)
def test_the_host_of_an_address_is_what_a_browser_asks(url, host):
    assert host_of(url) == host


@pytest.mark.parametrize(
    ("address", "domain"),
    [
        ("office@Clinic.Example.com", "clinic.example.com"),
        ('"office@clinic.example.com"@evil.example', "evil.example"),
        ("office@clinic.example.com.", "clinic.example.com"),
        ("office@сlinic.example.com", ""),  # its first letter is Cyrillic
        ("office@münchen.example", ""),
        ("office@xn--mnchen-3ya.example", "xn--mnchen-3ya.example"),
        ("office@[192.0.2.7]", ""),
        ("office", ""),
        ("", ""),
    ],
)
def test_the_domain_of_a_mail_box_is_what_a_mail_server_asks(address, domain):
    assert domain_of(address) == domain


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("www.clinic.example.com", "example.com"),
        ("example.com", "example.com"),
        ("clinic.example.co.uk", "example.co.uk"),
        ("clinic.example.us.com", "example.us.com"),
        ("clinic.co.us", "clinic.co.us"),
        ("www.school.k12.ca.us", "school.k12.ca.us"),
        ("clinic.us", "clinic.us"),
        ("co.uk", ""),
        ("ca.us", ""),
        ("k12.ca.us", ""),
        ("us.com", ""),
        ("com", ""),
        ("", ""),
    ],
)
def test_the_registered_name_stands_below_the_public_part(host, name):
    assert registrable(host) == name


@pytest.mark.parametrize("host", ["gmail.com", "clinic.wixsite.com", "www.facebook.com", "a.b.squarespace.com"])
def test_a_shared_host_is_known_with_all_below_it(host):
    assert is_shared(host)
    assert own_domain(f"https://{host}/clinic") == ""


@pytest.mark.parametrize("host", ["example.com", "notfacebook.com", "facebook.com.example.com", "mygmail.com"])
def test_a_name_that_only_resembles_one_is_not_shared(host):
    assert not is_shared(host)


def test_the_lists_hold_plain_names_and_no_suffix_is_a_host():
    for name in SHARED_HOSTS | PUBLIC_SUFFIXES:
        assert name == name.lower().strip(".")
        assert "." in name
    assert not SHARED_HOSTS & PUBLIC_SUFFIXES


OWN = [
    ("office@example.com", "https://example.com/"),
    ("office@example.com", "https://www.example.com/contact"),
    ("office@EXAMPLE.com", "https://Example.COM:443/"),
    ("office@example.com", "https://clinic.example.com/"),
    ("office@clinic.example.com", "https://clinic.example.com/"),
    ("office@xn--mnchen-3ya.example", "https://münchen.example/"),
    ("office@clinic.example.co.uk", "https://www.clinic.example.co.uk/"),
]
NOT_OWN = [
    ("office@example.com.evil.example", "https://example.com/"),
    ("office@evil-example.com", "https://example.com/"),
    ("office@evilexample.com", "https://example.com/"),
    ("office@example.co", "https://example.com/"),
    ("office@exarnple.com", "https://example.com/"),
    ("office@еxample.com", "https://example.com/"),  # its first letter is Cyrillic
    ("office@other.example.com", "https://clinic.example.com/"),  # beside it
    ("office@mail.example.com", "https://example.com/"),  # below it
    ("office@example.com", "https://example.com@evil.example/"),
    ("office@evil.example", "https://example.com@evil.example/"),
    ("office@example.com", "https://evil.example/?u=example.com"),
    ("office@co.uk", "https://clinic.co.uk/"),
    ("office@ca.us", "https://clinic.ca.us/"),
    ("office@gmail.com", "https://gmail.com/"),
    ("office@wixsite.com", "https://clinic.wixsite.com/home"),
    ("office@clinic.wixsite.com", "https://clinic.wixsite.com/home"),
    ("office@facebook.com", "https://www.facebook.com/clinic"),
    ("office@com", "https://example.com/"),
    ("office@", "https://example.com/"),
    ("office@example.com", ""),
    ("office@www.example.com", "https://example.com/"),
]


@pytest.mark.parametrize(("address", "url"), OWN)
def test_a_mail_box_at_the_site_itself_or_above_it_is_its_own(address, url):
    assert is_at_own_site(address, url)


@pytest.mark.parametrize(("address", "url"), NOT_OWN)
def test_a_mail_box_that_somebody_else_may_have_is_not(address, url):
    assert not is_at_own_site(address, url)
