import socket
import urllib.request

import pytest

from tests.network import OutsideRefused


@pytest.mark.parametrize("host", ["example.com", "192.0.2.1", "2001:db8::1"])
def test_nothing_outside_this_machine_can_be_reached(host):
    with pytest.raises(OutsideRefused):
        socket.create_connection((host, 80), timeout=1)


def test_an_address_without_a_name_is_refused_too():
    with socket.socket() as outgoing, pytest.raises(OutsideRefused):
        outgoing.connect_ex(("192.0.2.1", 80))


def test_the_standard_library_cannot_open_a_page():
    with pytest.raises(OutsideRefused):
        urllib.request.urlopen("http://example.com/", timeout=1)


def test_this_machine_can_be_reached():
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname(), timeout=1):
        pass
