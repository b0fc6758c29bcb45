"""The one way in which a host is written: as browsers send it, however a person or a proxy wrote it."""

import re
import unicodedata
from ipaddress import IPv6Address, ip_address

_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")
_PUNYCODE = "xn--"
_LONGEST = 253


def host_name(written: str) -> str | None:
    """The host as browsers send it: an address, or a name in lower case with punycode for all that is not ASCII.

    Takes a host without a port and without brackets; one dot at the end is left out. Returns None where no browser
    could reach a page under that name.
    """
    # A zone ("fe80::1%eth0") means something on one machine only.
    if not written or "%" in written or len(written) > _LONGEST:
        return None
    lowered = _lowered(written)
    try:
        return ip_address(lowered).compressed
    except ValueError:
        return _name(lowered)


def bracketed(host: str) -> str:
    """The host as it stands in a link: an IPv6 address in brackets."""
    return f"[{host}]" if ":" in host else host


def split_port(host: str) -> tuple[str, str]:
    """The two halves of what a request says in its Host header: the host without brackets, and its port or ""."""
    if host.startswith("["):
        inside, _, rest = host[1:].partition("]")
        # Only an IPv6 address stands in brackets.
        return (inside, rest.removeprefix(":")) if _is_ipv6(inside) and rest[:1] in ("", ":") else ("", "")
    name, _, port = host.partition(":")
    return (name, port) if ":" not in port else ("", "")


def _is_ipv6(text: str) -> bool:
    try:
        IPv6Address(text)
    except ValueError:
        return False
    return True


def _name(lowered: str) -> str | None:
    labels = [_label(label) for label in lowered.removesuffix(".").split(".")]
    known = [label for label in labels if label is not None]
    # A browser takes a name whose last part is a number for an address, and this one was none.
    if len(known) < len(labels) or re.fullmatch(r"[0-9]+|0x[0-9a-f]*", known[-1]):
        return None
    name = ".".join(known)
    return name if len(name) <= _LONGEST else None


def _lowered(written: str) -> str:
    if written.isascii():
        return written.lower()
    # Loaded here: most hosts need none of its tables.
    import idna

    try:
        return idna.uts46_remap(written, std3_rules=False, transitional=False)
    except idna.IDNAError:
        return ""


def _label(label: str) -> str | None:
    """One part of a name in ASCII; None where it cannot be."""
    made = label if label.isascii() else _punycode(label)
    if _LABEL.fullmatch(made) is None:
        return None
    if made.startswith(_PUNYCODE):
        try:
            if made.removeprefix(_PUNYCODE).encode("ascii").decode("punycode").isascii():
                return None
        except (UnicodeError, ValueError, OverflowError):
            return None
    return made


def _punycode(label: str) -> str:
    import idna

    try:
        return idna.alabel(label).decode("ascii")
    except idna.InvalidCodepoint:
        # The standard takes no pictures; browsers do, and domains with an emoji are sold.
        if all(unicodedata.category(sign) in {"So", "Mn", "Sk"} or sign.isalnum() for sign in label):
            return _PUNYCODE + label.encode("punycode").decode("ascii")
        return ""
    except idna.IDNAError:
        return ""
