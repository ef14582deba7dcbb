"""TLS that must not be trusted, and why."""

from __future__ import annotations

import datetime
import ssl
import tempfile
import warnings
from collections.abc import Callable
from pathlib import Path

import trustme
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa

_DAY = datetime.timedelta(days=1)
_HERE = ("localhost", "127.0.0.1")


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


def _serving(vouched: trustme.LeafCert) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    vouched.configure_cert(context)
    return context


def good(authority: trustme.CA) -> ssl.SSLContext:
    """Nothing is wrong with it."""
    return _serving(authority.issue_cert(*_HERE))


def _of_nobody_known(_authority: trustme.CA) -> ssl.SSLContext:
    return good(trustme.CA())


def _expired(authority: trustme.CA) -> ssl.SSLContext:
    then = _now() - _DAY
    return _serving(authority.issue_cert(*_HERE, not_before=then - _DAY, not_after=then))


def _not_valid_yet(authority: trustme.CA) -> ssl.SSLContext:
    then = _now() + _DAY
    return _serving(authority.issue_cert(*_HERE, not_before=then, not_after=then + _DAY))


def _of_another_name(authority: trustme.CA) -> ssl.SSLContext:
    return _serving(authority.issue_cert("graph.microsoft.com", "localhost.evil.example"))


def _with_a_short_key(authority: trustme.CA) -> ssl.SSLContext:
    key = rsa.generate_private_key(public_exponent=65537, key_size=1024)
    issuer = x509.load_pem_x509_certificate(authority.cert_pem.bytes())
    signer = serialization.load_pem_private_key(authority.private_key_pem.bytes(), None)
    assert isinstance(signer, ec.EllipticCurvePrivateKey)
    made = (
        x509.CertificateBuilder()
        .subject_name(x509.Name([]))
        .issuer_name(issuer.subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(_now() - _DAY)
        .not_valid_after(_now() + _DAY)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=True)
        .sign(signer, hashes.SHA256())
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.set_ciphers("DEFAULT:@SECLEVEL=0")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "short.pem")
        pem = serialization.Encoding.PEM
        plain = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        file.write_bytes(key.private_bytes(pem, *plain) + made.public_bytes(pem))
        context.load_cert_chain(file)
    return context


def _with_old_tls(authority: trustme.CA) -> ssl.SSLContext:
    context = good(authority)
    context.set_ciphers("ALL:@SECLEVEL=0")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        context.minimum_version = ssl.TLSVersion.TLSv1
        context.maximum_version = ssl.TLSVersion.TLSv1_1
    return context


BAD: dict[str, Callable[[trustme.CA], ssl.SSLContext]] = {
    "of nobody known": _of_nobody_known,
    "expired": _expired,
    "not valid yet": _not_valid_yet,
    "of another name": _of_another_name,
    "with a short key": _with_a_short_key,
    "with old TLS": _with_old_tls,
}
