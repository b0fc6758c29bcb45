"""Which address stands in the link and which are told beside it, over a table of machines (23)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intervisie_tui.serve.own_addresses import Interface, reachable

LO = Interface("lo", ("127.0.0.1", "::1"))
MACHINES: list[tuple[str, tuple[Interface, ...], str, tuple[str, ...]]] = [
    ("nothing but itself", (LO,), "", ()),
    ("no interfaces at all", (), "", ()),
    ("a cable and no default route", (LO, Interface("eth0", ("192.168.50.1",))), "", ("192.168.50.1",)),
    (
        "a wifi and a VPN that has the default route",
        (LO, Interface("tun0", ("10.8.0.2",)), Interface("wlp2s0", ("192.168.1.23", "fe80::1"))),
        "10.8.0.2",
        ("192.168.1.23", "10.8.0.2"),
    ),
    (
        "wireguard first in the list",
        (Interface("wg0", ("10.66.1.2", "fd42::2")), Interface("enp3s0", ("10.0.0.4", "fd00::4"))),
        "10.66.1.2",
        ("10.0.0.4", "fd00::4", "10.66.1.2", "fd42::2"),
    ),
    (
        "docker, podman, libvirt and a wifi",
        (
            Interface("docker0", ("172.17.0.1",)),
            Interface("br-3f2a99c01b77", ("172.18.0.1",)),
            Interface("podman0", ("10.88.0.1",)),
            Interface("virbr0", ("192.168.122.1",)),
            Interface("wlan0", ("192.168.2.9",)),
        ),
        "192.168.2.9",
        ("192.168.2.9", "172.17.0.1", "172.18.0.1", "10.88.0.1", "192.168.122.1"),
    ),
    (
        "a cable and a wifi: the one with the default route",
        (Interface("eth0", ("192.168.1.2",)), Interface("wlan0", ("192.168.2.2",))),
        "192.168.2.2",
        ("192.168.2.2", "192.168.1.2"),
    ),
    (
        "a cable without a router, and a wifi",
        (Interface("eth0", ("169.254.7.7",)), Interface("wlan0", ("192.168.2.2",))),
        "",
        ("192.168.2.2", "169.254.7.7"),
    ),
    ("two laptops on one cable", (LO, Interface("en5", ("169.254.7.7",))), "", ("169.254.7.7",)),
    (
        "a Mac with a VPN, AirDrop and a virtual machine",
        (
            Interface("lo0", ("127.0.0.1", "::1", "fe80::1")),
            Interface("en0", ("fe80::14", "192.168.1.40", "2001:db8::40")),
            Interface("awdl0", ("fe80::2",)),
            Interface("utun4", ("100.84.3.2",)),
            Interface("bridge100", ("192.168.64.1",)),
        ),
        "100.84.3.2",
        ("192.168.1.40", "2001:db8::40", "100.84.3.2", "192.168.64.1"),
    ),
    ("IPv6 only", (LO, Interface("eth0", ("fd12::5", "fe80::5"))), "", ("fd12::5",)),
    (
        "a mobile network and a wifi",
        (Interface("wwan0", ("10.20.30.40",)), Interface("wlan0", ("192.168.2.2",))),
        "10.20.30.40",
        ("192.168.2.2", "10.20.30.40"),
    ),
    ("a server with a public address", (LO, Interface("ens18", ("8.8.4.4",))), "8.8.4.4", ("8.8.4.4",)),
    ("tailscale alone", (LO, Interface("tailscale0", ("100.101.1.1", "fd7a::1"))), "", ("100.101.1.1", "fd7a::1")),
    ("a name that nobody knows", (LO, Interface("quux7", ("192.168.9.9",))), "", ("192.168.9.9",)),
    (
        "a bridge that is the machine's own network",
        (Interface("veth1a", ("10.9.0.1",)), Interface("vmbr0", ("192.168.3.3",))),
        "",
        ("192.168.3.3", "10.9.0.1"),
    ),
    ("an address twice", (Interface("eth0", ("10.0.0.1",)), Interface("eth0:1", ("10.0.0.1",))), "", ("10.0.0.1",)),
]  # fmt: skip


@pytest.mark.parametrize(
    ("machine", "interfaces", "route", "found"), MACHINES, ids=[one[0] for one in MACHINES]
)
def test_the_address_that_a_phone_in_the_room_reaches_comes_first_and_the_others_are_told(
    machine: str, interfaces: tuple[Interface, ...], route: str, found: tuple[str, ...]
) -> None:
    assert reachable(interfaces, route) == found


numbers = st.ip_addresses().map(str)
machines = st.lists(
    st.builds(
        Interface,
        st.sampled_from(("lo", "eth0", "wlan0", "tun0", "wg1", "docker0", "en0", "utun3", "x")) | st.text(max_size=9),
        st.lists(numbers | st.sampled_from(("127.0.0.1", "127.8.8.8", "::1", "fe80::7", "0.0.0.0")), max_size=4)
        .map(tuple),
    ),
    max_size=6,
)  # fmt: skip


@given(machines, numbers)
def test_what_only_this_machine_reaches_is_never_among_them_and_nothing_else_is_lost(
    interfaces: list[Interface], route: str
) -> None:
    found = reachable(interfaces, route)
    every = {number for one in interfaces for number in one.addresses}
    assert set(found) <= every
    assert len(set(found)) == len(found)
    assert not any(
        number.startswith(("127.", "fe8", "fe9", "fea", "feb")) or number == "::1" for number in found
    )
    assert {number for number in every if number.startswith(("192.168.", "10.", "8."))} <= set(found)
