"""Where the pages are, as a browser names it: the only host and origin that are let in."""

from dataclasses import dataclass
from urllib.parse import urlsplit

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


def address(scheme: str, host: str, port: int) -> Address:
    """The address of a host (a name or a number) and a port."""
    name = f"[{host}]" if ":" in host else host.lower()
    return Address(scheme, name if port == _USUAL[scheme] else f"{name}:{port}")


def read_address(url: str) -> Address | None:
    """The address in a link without a path; None when it is none."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return None
    plain = parts.path in ("", "/") and not (parts.query or parts.fragment or parts.username)
    if parts.scheme not in _USUAL or not parts.hostname or not plain:
        return None
    return address(parts.scheme, parts.hostname, port or _USUAL[parts.scheme])
