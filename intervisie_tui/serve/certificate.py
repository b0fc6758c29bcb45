"""A certificate that this machine makes itself, for a network in which nobody else vouches for it."""

import hashlib
import ssl
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import IPv4Address, IPv6Address, ip_address
from pathlib import Path
from typing import TYPE_CHECKING

from intervisie_tui.store.disk import LocalDisk
from intervisie_tui.store.erase import CERTIFICATE
from intervisie_tui.store.files import write_whole

if TYPE_CHECKING:
    from cryptography import x509

LASTS = timedelta(days=365)
SOON = timedelta(days=7)
"""One that ends so soon is made anew; so is one that does not name this machine as it is called now."""


@dataclass(frozen=True, slots=True)
class Own:
    """The file of certificate and key, and what a browser shows of it."""

    path: Path
    fingerprint: str


def own_certificate(folder: Path, names: tuple[str, ...], now: datetime) -> Own:
    """The certificate that was made before, where it still fits, else a new one; raises OSError."""
    path = folder / CERTIFICATE
    try:
        if not _fits(path.read_bytes(), names, now):
            _make(path, names, now)
    except (FileNotFoundError, ValueError):
        _make(path, names, now)
    return Own(path, fingerprint(path.read_text(encoding="ascii")))


def fingerprint(pem: str) -> str:
    """SHA-256 of the first certificate in a file, as browsers write it."""
    begin = pem.index("-----BEGIN CERTIFICATE-----")
    end = pem.index("-----END CERTIFICATE-----") + len("-----END CERTIFICATE-----")
    digest = hashlib.sha256(ssl.PEM_cert_to_DER_cert(pem[begin:end])).hexdigest().upper()
    return ":".join(digest[place : place + 2] for place in range(0, len(digest), 2))


def _fits(pem: bytes, names: tuple[str, ...], now: datetime) -> bool:
    from cryptography import x509

    found = x509.load_pem_x509_certificate(pem)
    named = found.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    known = {*named.get_values_for_type(x509.DNSName)}
    known |= {str(number) for number in named.get_values_for_type(x509.IPAddress)}
    return set(names) <= known and now + SOON < found.not_valid_after_utc


def _make(path: Path, names: tuple[str, ...], now: datetime) -> None:
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import NameOID

    key = ec.generate_private_key(ec.SECP256R1())
    who = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "intervisie")])
    made = (
        x509.CertificateBuilder()
        .subject_name(who)
        .issuer_name(who)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + LASTS)
        .add_extension(x509.SubjectAlternativeName([_named(name) for name in names]), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    write_whole(LocalDisk(), path, private + made.public_bytes(serialization.Encoding.PEM))


def _named(name: str) -> "x509.GeneralName":
    from cryptography import x509

    number = _number(name)
    return x509.DNSName(name) if number is None else x509.IPAddress(number)


def _number(name: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(name)
    except ValueError:
        return None
