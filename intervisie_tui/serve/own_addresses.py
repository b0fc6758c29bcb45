"""The addresses of this machine that others may reach, the likeliest first."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address

from intervisie_tui import system

_VPN = re.compile(
    r"tun|^tap|^wg|^ppp|vpn|^tailscale|^ts\d|^zt|^nord|^proton|^mullvad|warp|^ipsec|^xfrm|^gre|^gif|^stf|^sit|^ip6tnl"
    r"|^he-ipv6|^gpd|^cscotun|^outline|^nebula|^hamachi|^ham\d"
)
_INSIDE = re.compile(
    r"^docker|^br-[0-9a-f]{6,}|^veth|^virbr|^vnet|^vmnet|^vboxnet|^lxc|^lxd|^incus|^cni|^flannel|^cali|^cilium|^podman"
    r"|^nerdctl|^kube|^crc|^dummy|^ifb|^bridge\d{3}|^vEthernet|^awdl|^llw|^anpi"
)
_MOBILE = re.compile(r"^ww|^rmnet|^pdp_ip|^cdc-wdm")
_CABLE_OR_WIFI = re.compile(r"^e(n|th|m\d)|^w(l|ifi)|^usb|^bond|^team|^br\d|^br-lan|^vmbr|^p\d+p\d+|^rndis")


@dataclass(frozen=True, slots=True)
class Interface:
    """A network interface of this machine, by its name, and its addresses as numbers."""

    name: str
    addresses: tuple[str, ...]


def own_addresses() -> tuple[str, ...]:
    """The addresses of this machine that others may reach, the likeliest first; none where it has no network."""
    # Loaded here: only a server for the network needs it.
    import ifaddr

    route = system.address_of_default_route()
    try:
        adapters = list(ifaddr.get_adapters())
    except OSError:
        # Android lets no program list them.
        return reachable([Interface("", (route,) if route else ())])
    found = (
        Interface(one.nice_name, tuple(ip.ip if isinstance(ip.ip, str) else ip.ip[0] for ip in one.ips))
        for one in adapters
    )
    return reachable(found, route)


def reachable(interfaces: Iterable[Interface], default_route: str = "") -> tuple[str, ...]:
    """Those addresses that others may reach, the likeliest first.

    People in one room share a cable or a wifi; so its private address comes before that of a VPN or of a bridge for
    containers, whichever of them has the default route. Left out is what only this machine can reach, and an IPv6
    address that means something on one cable only: no browser takes it in a link.
    """
    ranked = [
        (_rank(interface.name, number), str(number) != default_route, at, str(number))
        for at, interface in enumerate(interfaces)
        for number in map(ip_address, interface.addresses)
        if not (number.is_loopback or number.is_unspecified or number.is_multicast)
        and not (number.version == 6 and number.is_link_local)
    ]
    return tuple(dict.fromkeys(number for *_rank_of_it, number in sorted(ranked)))


def _rank(interface: str, number: IPv4Address | IPv6Address) -> tuple[bool, int, bool, bool]:
    # An IPv4 address without a router (169.254...) reaches at most what hangs on the same cable.
    return number.is_link_local, _distance(interface), number.version == 6, not number.is_private


def _distance(interface: str) -> int:
    """How far the network of an interface is likely to be from the people in the room, by the interface's name."""
    for distance, names in ((4, _INSIDE), (3, _VPN), (2, _MOBILE), (0, _CABLE_OR_WIFI)):
        if names.search(interface):
            return distance
    return 1
