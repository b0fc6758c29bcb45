"""The certificate that a machine makes for itself: what phones demand, and which old file is made anew (14)."""

import shutil
import ssl
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intervisie_tui.serve.certificate import LONGEST, fingerprint, own_certificate

NOW = datetime(2026, 11, 21, tzinfo=UTC)
NAMES = ("192.168.50.1", "10.8.0.2", "fd00::2", "localhost")
KEY = ec.generate_private_key(ec.SECP256R1())
OTHER_KEY = ec.generate_private_key(ec.SECP256R1())
Key = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey


def loaded(folder: Path) -> x509.Certificate:
    return x509.load_pem_x509_certificate((folder / "certificate.pem").read_bytes())


def test_a_new_certificate_is_what_phones_and_browsers_demand_of_a_server(tmp_path: Path) -> None:
    own = own_certificate(tmp_path, NAMES, NOW)
    made = loaded(tmp_path)
    extensions = made.extensions
    purposes = extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    named = extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    assert list(purposes) == [ExtendedKeyUsageOID.SERVER_AUTH]
    assert made.not_valid_after_utc - made.not_valid_before_utc <= timedelta(days=398)
    assert named.get_values_for_type(x509.DNSName) == ["localhost"]
    assert named.get_values_for_type(x509.IPAddress) == [ip_address(name) for name in NAMES[:3]]
    assert extensions.get_extension_for_class(x509.BasicConstraints).value.ca is False
    assert isinstance(made.public_key(), ec.EllipticCurvePublicKey)
    assert isinstance(made.signature_hash_algorithm, hashes.SHA256)
    assert own.fingerprint == fingerprint(own.path.read_text(encoding="ascii"))
    # OpenSSL takes certificate and key from the one file.
    ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(own.path)


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not installed")
def test_openssl_tells_the_same_of_it(tmp_path: Path) -> None:
    own = own_certificate(tmp_path, NAMES, NOW)
    told = subprocess.run(
        ["openssl", "x509", "-noout", "-text", "-purpose", "-in", str(own.path)],
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    for line in (
        "TLS Web Server Authentication",
        "IP Address:192.168.50.1",
        "DNS:localhost",
        "SSL server : Yes",
    ):
        assert line in told
    assert "SSL client : Yes" not in told


def written(
    folder: Path,
    *,
    names: tuple[str, ...] = NAMES,
    begins: datetime = NOW - timedelta(days=1),
    days: int = 300,
    purposes: tuple[x509.ObjectIdentifier, ...] | None = (ExtendedKeyUsageOID.SERVER_AUTH,),
    authority: bool = False,
    signs: Key = KEY,
    kept_key: Key | None = None,
    without: type[x509.ExtensionType] | None = None,
) -> bytes:
    """An old file of certificate and key."""
    who = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "intervisie")])
    general: list[x509.GeneralName] = [
        x509.DNSName(name) if name[0].isalpha() and ":" not in name else x509.IPAddress(ip_address(name))
        for name in names
    ]
    builder = (
        x509.CertificateBuilder().subject_name(who).issuer_name(who).public_key(signs.public_key())
        .serial_number(7).not_valid_before(begins).not_valid_after(begins + timedelta(days=days))
    )  # fmt: skip
    usage = x509.KeyUsage(True, False, False, False, False, False, False, False, False)
    extensions: list[x509.ExtensionType] = [
        x509.SubjectAlternativeName(general), x509.BasicConstraints(authority, None), usage
    ]  # fmt: skip
    if purposes is not None:
        extensions.append(x509.ExtendedKeyUsage(purposes))
    for extension in extensions:
        if without is None or not isinstance(extension, without):
            builder = builder.add_extension(extension, critical=False)
    pem = (kept_key or signs).private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    ) + builder.sign(signs, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)
    (folder / "certificate.pem").write_bytes(pem)
    return pem


def test_a_file_that_fits_is_kept(tmp_path: Path) -> None:
    pem = written(tmp_path)
    assert own_certificate(tmp_path, NAMES, NOW).fingerprint == fingerprint(pem.decode("ascii"))
    # With fewer names than it has, too: an address that comes and goes does not change the fingerprint.
    assert own_certificate(tmp_path, NAMES[:1], NOW).path.read_bytes() == pem


def test_a_certificate_is_kept_until_it_ends_or_the_machine_has_another_address(tmp_path: Path) -> None:
    names = ("192.0.2.7", "localhost")
    first = own_certificate(tmp_path, names, NOW)
    assert own_certificate(tmp_path, names, NOW + timedelta(days=300)) == first
    other = own_certificate(tmp_path, ("192.0.2.8", "localhost"), NOW)
    assert other.fingerprint != first.fingerprint
    assert own_certificate(tmp_path, ("localhost",), NOW) == other
    assert own_certificate(tmp_path, ("localhost",), NOW + timedelta(days=364)) != other


OLD: dict[str, Callable[[Path], object]] = {
    "has no purpose": lambda folder: written(folder, purposes=None),
    "is for clients": lambda folder: written(folder, purposes=(ExtendedKeyUsageOID.CLIENT_AUTH,)),
    "has expired": lambda folder: written(folder, begins=NOW - timedelta(days=301)),
    "expires in six days": lambda folder: written(folder, begins=NOW - timedelta(days=294)),
    "is not valid yet": lambda folder: written(folder, begins=NOW + timedelta(days=2)),
    "is valid for too long": lambda folder: written(folder, days=399),
    "is valid for ten years": lambda folder: written(folder, days=3650),
    "names another address": lambda folder: written(folder, names=("192.168.50.2", "localhost")),
    "names the one address only": lambda folder: written(folder, names=NAMES[:1]),
    "names nothing": lambda folder: written(folder, without=x509.SubjectAlternativeName),
    "does not say that it is no authority": lambda folder: written(folder, without=x509.BasicConstraints),
    "is an authority": lambda folder: written(folder, authority=True),
    "does not say what its key is for": lambda folder: written(folder, without=x509.KeyUsage),
    "has another's key": lambda folder: written(folder, kept_key=OTHER_KEY),
    "has a key of another kind": lambda folder: written(
        folder, kept_key=rsa.generate_private_key(65537, 2048)
    ),
    "has no key": lambda folder: _cut(folder, written(folder).index(b"-----BEGIN CERTIFICATE"), None),
    "has no certificate": lambda folder: _cut(folder, 0, written(folder).index(b"-----BEGIN CERTIFICATE")),
    "is cut off": lambda folder: _cut(folder, 0, 400),
    "is empty": lambda folder: _cut(folder, 0, 0, written(folder)),
    "is no text": lambda folder: (folder / "certificate.pem").write_bytes(bytes(range(256))),
}  # fmt: skip


def _cut(folder: Path, start: int, end: int | None, pem: bytes = b"") -> None:
    (folder / "certificate.pem").write_bytes((pem or written(folder))[start:end])


@pytest.mark.parametrize("old", OLD)
def test_a_file_that_no_longer_fits_is_made_anew(tmp_path: Path, old: str) -> None:
    OLD[old](tmp_path)
    before = (tmp_path / "certificate.pem").read_bytes()
    own = own_certificate(tmp_path, NAMES, NOW)
    assert own.path.read_bytes() != before
    assert own_certificate(tmp_path, NAMES, NOW) == own
    assert loaded(tmp_path).not_valid_after_utc - loaded(tmp_path).not_valid_before_utc <= LONGEST
    assert own.path.stat().st_mode & 0o777 == 0o600


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(st.integers(0, 2000), st.integers(0, 255))
def test_a_file_with_any_byte_changed_is_a_good_one_or_made_anew(tmp_path: Path, at: int, byte: int) -> None:
    pem = bytearray(written(tmp_path))
    pem[at % len(pem)] = byte
    (tmp_path / "certificate.pem").write_bytes(bytes(pem))
    own = own_certificate(tmp_path, NAMES, NOW)
    ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(own.path)
