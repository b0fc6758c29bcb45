"""Where the pages are, as a browser names it: the only hosts and origins that are let in."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from intervisie_tui.serve.host_names import bracketed, host_name, split_port

_USUAL = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Address:
    """A scheme and a host, with its port where that is not the usual one."""

    scheme: str
    host: str

    @property
    def name(self) -> str:
        """The host without its port, and without brackets."""
        return urlsplit(self.url).hostname or ""

    @property
    def url(self) -> str:
        """As the beginning of a link; also what a browser says as Origin."""
        return f"{self.scheme}://{self.host}"

    @property
    def secure(self) -> bool:
        """Whether all goes through TLS."""
        return self.scheme == "https"

    @property
    def origins(self) -> tuple[str, str]:
        """What a browser may say as Origin: the address, also where somebody typed a dot behind the name."""
        name, port = split_port(self.host)
        return self.url, f"{self.scheme}://{bracketed(name)}.{f':{port}' if port else ''}"

    def is_named_by(self, host: str) -> bool:
        """Whether a Host header means this address: capitals, a dot at the end and the usual port do not matter."""
        if host == self.host:
            return True
        name, port = split_port(host)
        known = host_name(name)
        if known is None or (port and not (port.isascii() and port.isdecimal() and len(port) <= 5)):
            return False
        return address(self.scheme, known, int(port) if port else _USUAL[self.scheme]).host == self.host


def address(scheme: str, host: str, port: int) -> Address:
    """The address of a host (a name or a number) and a port."""
    name = bracketed(host.lower())
    return Address(scheme, name if port == _USUAL[scheme] else f"{name}:{port}")


def read_address(url: str) -> Address | None:
    """The address in a link without a path, its name as browsers send it; None when it is none."""
    try:
        parts = urlsplit(url)
        port, name = parts.port, parts.hostname
    except ValueError:
        return None
    plain = parts.path in ("", "/") and not (parts.query or parts.fragment or "@" in parts.netloc)
    if parts.scheme not in _USUAL or not name or not plain or port == 0:
        return None
    host = host_name(name)
    return None if host is None else address(parts.scheme, host, port or _USUAL[parts.scheme])
