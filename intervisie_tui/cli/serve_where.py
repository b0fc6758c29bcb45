"""Where `intervisie serve` can be reached, by whom, and how that is kept private; or why not."""

import contextlib
import errno
import socket
import ssl
from argparse import Namespace
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address
from pathlib import Path

from intervisie_tui import paths
from intervisie_tui.cli.talk import MISUSED, Stop, short
from intervisie_tui.locale import _
from intervisie_tui.ports import listening as bound
from intervisie_tui.serve.address import Address, address, read_address
from intervisie_tui.serve.host_names import host_name
from intervisie_tui.serve.own_addresses import own_addresses

PORT = 8000
HERE = "127.0.0.1"
_PORTS = 20
_ALL_IPV4, _ALL_IPV6 = str(IPv4Address(0)), str(IPv6Address(0))


@dataclass(frozen=True, slots=True)
class Where:
    """The sockets that listen, what browsers call them, and how they are encrypted here."""

    listening: tuple[socket.socket, ...]
    address: Address
    """The address in the links."""
    tls: ssl.SSLContext | None
    lan: bool
    fingerprint: str = ""
    others: tuple[Address, ...] = ()
    """Where else the pages are: this machine's other addresses in its networks."""


def where(asked: Namespace) -> Where:
    """What the options ask for, ready to be reached; Stop where they do not fit or the port is taken."""
    public = _public(asked)
    host = _host(asked)
    port = _port(asked.port)
    _judge(asked, public)
    names = (public.name,) if public else _names(host)
    listening = _listen(host, port, names)
    try:
        tls, fingerprint = (None, "") if asked.behind_proxy else _tls(asked, names)
        found = listening[0].getsockname()[1]
        if not _has_ipv6(listening):
            names = tuple(name for name in names if ":" not in name) or names
        all_of_them = [address("https" if tls else "http", name, found) for name in names]
        there, *others = [public] if public else all_of_them
    except BaseException:
        for each in listening:
            each.close()
        raise
    return Where(listening, there, tls, asked.lan, fingerprint, tuple(others))


def _names(host: str) -> tuple[str, ...]:
    """What browsers may call this machine where it listens, the name for the links first."""
    if not _is_everywhere(host):
        return (host_name(host.strip("[]")) or host,)
    found = own_addresses()
    if not found:
        said = _("This machine has no address that others could reach")
        raise Stop(said, _("Connect it to a network: wifi, a cable, the hotspot of a phone"))
    return found


def _listen(host: str, port: int, names: tuple[str, ...]) -> tuple[socket.socket, ...]:
    """The sockets for that host; for all IPv4 addresses a second one where this machine has IPv6 addresses too."""
    first = listen(host, port)
    with contextlib.suppress(OSError):
        if host == _ALL_IPV4 and any(":" in name for name in names):
            return first, bound(_ALL_IPV6, first.getsockname()[1], ipv6_only=True)
    return (first,)


def _has_ipv6(listening: tuple[socket.socket, ...]) -> bool:
    return any(each.family is socket.AF_INET6 for each in listening)


def _public(asked: Namespace) -> Address | None:
    if asked.public_url is None:
        return None
    found = read_address(asked.public_url)
    if found is None:
        said = _("{url} is no address that pages can have", url=short(asked.public_url))
        raise Stop(said, _("Give it as https://intervisie.example.org, without a path"), MISUSED)
    return found


def _host(asked: Namespace) -> str:
    host: str = asked.host or (_ALL_IPV4 if asked.lan else HERE)
    if not asked.lan and not is_here(host):
        said = _("Other machines could come in at {host}", host=short(host))
        raise Stop(said, _("If that is meant, add --lan"), MISUSED)
    if asked.lan and is_here(host) and not asked.public_url:
        said = _("Other machines cannot come in at {host}", host=short(host))
        raise Stop(said, _("Leave out --host, or leave out --lan"), MISUSED)
    return host


def _is_everywhere(host: str) -> bool:
    """Whether that is no address of its own, but all that this machine has."""
    try:
        return ip_address(host.strip("[]")).is_unspecified
    except ValueError:
        return False


def is_here(host: str) -> bool:
    """Whether only this machine can reach that."""
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"


def _judge(asked: Namespace, public: Address | None) -> None:
    """Whether the options fit together: nothing leaves this machine without encryption."""
    if bool(asked.cert) != bool(asked.key):
        raise Stop(_("--cert and --key belong together"), _("Give both, or neither"), MISUSED)
    if asked.behind_proxy:
        if public is None:
            said = _("--behind-proxy needs to know where browsers find the pages")
            raise Stop(said, _("Add --public-url https://..."), MISUSED)
        if asked.cert:
            said = _("{name} and {other} do not go together", name="--behind-proxy", other="--cert")
            raise Stop(said, _("Let one of them see to the encryption"), MISUSED)
    if public is not None:
        _judge_public(asked, public)


def _judge_public(asked: Namespace, public: Address) -> None:
    if not public.secure and not is_here(public.name):
        said = _("{url} would not be encrypted", url=public.url)
        raise Stop(said, _("Give an address that begins with https://"), MISUSED)
    encrypted = asked.behind_proxy or asked.lan or asked.cert
    if public.secure and not encrypted:
        said = _("Nothing here encrypts {url}", url=public.url)
        raise Stop(said, _("Add --cert and --key, or --behind-proxy"), MISUSED)
    if not public.secure and (asked.cert or (asked.lan and not asked.behind_proxy)):
        said = _("{url} would not be encrypted", url=public.url)
        raise Stop(said, _("Give an address that begins with https://"), MISUSED)


def _tls(asked: Namespace, names: tuple[str, ...]) -> tuple[ssl.SSLContext | None, str]:
    if asked.cert:
        return _loaded(Path(asked.cert), Path(asked.key)), ""
    if not asked.lan:
        return None, ""
    from datetime import UTC, datetime

    from intervisie_tui import clock
    from intervisie_tui.serve.certificate import own_certificate

    named = tuple(dict.fromkeys((*names, HERE, "localhost")))
    now = datetime.fromtimestamp(clock.now().utc, UTC)
    own = own_certificate(paths.data_dir(asked.data_dir), named, now)
    return _loaded(own.path, own.path), own.fingerprint


def _loaded(certificate: Path, key: Path) -> ssl.SSLContext:
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    made.minimum_version = ssl.TLSVersion.TLSv1_2
    try:
        # Without a password: a terminal that asks for one would wait for ever.
        made.load_cert_chain(certificate, key, password=lambda: "")
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or _("it is no certificate with its key")
        said = _("{file} cannot be used: {why}", file=short(str(certificate)), why=str(why))
        raise Stop(said, _("Both are files in PEM, the key without a password")) from None
    return made


def _port(typed: str | None) -> int:
    if typed is None:
        return PORT
    if not (typed.isascii() and typed.isdecimal() and len(typed) < 6 and int(typed) < 65536):
        raise Stop(_("{port} is no port", port=short(typed)), _("Give a number from 1024 to 65535"), MISUSED)
    return int(typed)


def listen(host: str, port: int) -> socket.socket:
    """A socket that takes connections there; Stop, with a port that is free, where that one is not."""
    try:
        return bound(host, port)
    except OSError as error:
        free = _free(host, port)
        if error.errno == errno.EADDRINUSE and free:
            hint = _("This one is free: intervisie serve --port {free}", free=free)
            raise Stop(_("Port {port} is in use", port=port), hint) from None
        said = _(
            "Cannot listen on {host}, port {port}: {why}", host=short(host), port=port, why=error.strerror
        )
        raise Stop(said, _("Give another with --host or --port")) from None


def _free(host: str, port: int) -> int:
    for other in range(port + 1, min(port + _PORTS, 65536)):
        try:
            bound(host, other).close()
        except OSError:
            continue
        return other
    return 0
