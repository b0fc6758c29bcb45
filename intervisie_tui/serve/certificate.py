"""A certificate that this machine makes itself, for a network in which nobody else vouches for it.

It is what phones and browsers accept from a server: https://support.apple.com/HT210176 asks for
the names in subjectAltName, the purpose serverAuth, and a limited validity.
"""

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
LONGEST = timedelta(days=398)
"""Browsers refuse a certificate that is valid for longer."""
SOON = timedelta(days=7)
"""One that ends so soon is made anew; so is one that does not name all of this machine's addresses."""
_BACKDATED = timedelta(days=1)
"""The clocks of other devices may be behind this machine's."""


@dataclass(frozen=True, slots=True)
class Own:
    """The file of certificate and key, and what a browser shows of it."""

    path: Path
    fingerprint: str


def own_certificate(folder: Path, names: tuple[str, ...], now: datetime) -> Own:
    """The certificate in the data folder if it fits these names and this moment, else a new one; raises OSError."""
    path = folder / CERTIFICATE
    try:
        kept = path.read_bytes()
    except FileNotFoundError:
        kept = b""
    if not _fits(kept, names, now):
        kept = _made(names, now)
        write_whole(LocalDisk(), path, kept)
    return Own(path, fingerprint(kept.decode("ascii", "replace")))


def fingerprint(pem: str) -> str:
    """SHA-256 of the first certificate in a file, as browsers write it."""
    begin = pem.index("-----BEGIN CERTIFICATE-----")
    end = pem.index("-----END CERTIFICATE-----") + len("-----END CERTIFICATE-----")
    digest = hashlib.sha256(ssl.PEM_cert_to_DER_cert(pem[begin:end])).hexdigest().upper()
    return ":".join(digest[place : place + 2] for place in range(0, len(digest), 2))


def _fits(pem: bytes, names: tuple[str, ...], now: datetime) -> bool:
    """Whether the file holds a certificate that browsers take, with its key, for all these names, for a while yet."""
    from cryptography import x509
    from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    try:
        found = x509.load_pem_x509_certificate(pem)
        key = load_pem_private_key(pem, None)
        found.verify_directly_issued_by(found)
        return key.public_key() == found.public_key() and _is_for_servers(found, names) and _lasts(found, now)
    except (ValueError, TypeError, InvalidSignature, UnsupportedAlgorithm, x509.ExtensionNotFound):
        return False


def _is_for_servers(found: "x509.Certificate", names: tuple[str, ...]) -> bool:
    from cryptography import x509
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import ExtendedKeyUsageOID

    extensions = found.extensions
    named = extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    known = {*named.get_values_for_type(x509.DNSName)}
    known |= {str(number) for number in named.get_values_for_type(x509.IPAddress)}
    purposes = extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    limits = extensions.get_extension_for_class(x509.BasicConstraints).value
    usage = extensions.get_extension_for_class(x509.KeyUsage).value
    return (
        set(names) <= known
        and ExtendedKeyUsageOID.SERVER_AUTH in purposes
        and not limits.ca
        and usage.digital_signature
        and isinstance(found.public_key(), ec.EllipticCurvePublicKey)
        and getattr(found.signature_hash_algorithm, "name", "").startswith(("sha2", "sha3", "sha5"))
    )


def _lasts(found: "x509.Certificate", now: datetime) -> bool:
    begins, ends = found.not_valid_before_utc, found.not_valid_after_utc
    return begins <= now and now + SOON < ends and ends - begins <= LONGEST


def _made(names: tuple[str, ...], now: datetime) -> bytes:
    """A new key and its certificate, in PEM."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

    key = ec.generate_private_key(ec.SECP256R1())
    who = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "intervisie")])
    builder = (
        x509.CertificateBuilder()
        .subject_name(who)
        .issuer_name(who)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _BACKDATED)
        .not_valid_after(now + LASTS)
    )
    for extension, critical in (
        (x509.SubjectAlternativeName([_named(name) for name in names]), False),
        (x509.BasicConstraints(ca=False, path_length=None), True),
        (_signs(), True),
        (x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), False),
        (x509.SubjectKeyIdentifier.from_public_key(key.public_key()), False),
    ):
        builder = builder.add_extension(extension, critical=critical)
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return private + builder.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)


def _signs() -> "x509.KeyUsage":
    """What the key is for: to sign the beginning of a connection, and nothing else."""
    from cryptography import x509

    return x509.KeyUsage(
        digital_signature=True,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )


def _named(name: str) -> "x509.GeneralName":
    from cryptography import x509

    number = _number(name)
    return x509.DNSName(name) if number is None else x509.IPAddress(number)


def _number(name: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(name)
    except ValueError:
        return None
