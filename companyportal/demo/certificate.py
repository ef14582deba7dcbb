"""A certificate authority that lives as long as the demo server, for https on this computer."""

from __future__ import annotations

import ssl
from pathlib import Path

import trustme


def make(folder: Path) -> tuple[ssl.SSLContext, Path]:
    """What the server needs, and the file of the authority to trust. Takes a while: call it in a
    thread. No private key is written to ``folder``.
    """
    authority = trustme.CA(organization_name="Company Portal demo")
    leaf = authority.issue_cert("localhost", "127.0.0.1")
    ca_file = folder / "ca.pem"
    authority.cert_pem.write_to_path(str(ca_file))
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    leaf.configure_cert(context)
    return context, ca_file
