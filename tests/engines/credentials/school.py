"""A school elsewhere with a web server of its own, and a city that believes it."""

from __future__ import annotations

import json
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import openvc.fetch
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from gongtu.engines.credentials.choices import KeyKind
from gongtu.engines.credentials.statuslist import encode
from gongtu.policy.city import TrustedIssuer, active_city, use_city
from tests.engines.credentials.documents import Signatory

HOST, HERE = "school.example", "127.0.0.1"
LIST_HOST = "lists.example"  # where others keep lists for it, at the same server
LIST = "/status/7"


class School(Signatory):
    """Known by its web address; `answer` is what its server says, and with which status.

    Its status list is published under `list_address`.
    """

    def __init__(self, port: int = 443, kind: KeyKind = KeyKind.ED25519) -> None:
        super().__init__(kind)
        self.did = f"did:web:{HOST}" + ("" if port == 443 else f"%3A{port}")
        self.method = f"{self.did}#key-1"
        self.answer: tuple[int, bytes] = (200, json.dumps(self.document()).encode())
        self.answers: dict[str, tuple[int, bytes]] = {}  # by path, where it says something else
        self.asked: list[str] = []

    @property
    def list_address(self) -> str:
        return "https://" + self.did.removeprefix("did:web:").replace("%3A", ":") + LIST

    @property
    def address_elsewhere(self) -> str:
        """Of the same list, under a host that is not its own."""
        return self.list_address.replace(HOST, LIST_HOST)

    def entry(self, **change: Any) -> dict[str, Any]:
        """Where a certificate's bit stands: the fifth of its list."""
        return {
            "type": "BitstringStatusListEntry", "statusPurpose": "revocation",
            "statusListIndex": "5", "statusListCredential": self.list_address, **change,
        }  # fmt: skip

    def status_list(self, *bits: int, **change: Any) -> dict[str, Any]:
        """What its list says while these bits are set, unsigned; `...` leaves a member out."""
        told = self.credential(
            id=self.list_address,
            type=["VerifiableCredential", "BitstringStatusListCredential"],
            validFrom="2026-08-31T00:00:00Z",
            credentialSubject={
                "id": f"{self.list_address}#list", "type": "BitstringStatusList",
                "statusPurpose": "revocation", "encodedList": encode(bits),
            },
        )  # fmt: skip
        return {name: one for name, one in {**told, **change}.items() if one is not ...}

    def publishes(self, status_list: Any) -> None:
        """Its server answers with this under the address of its list."""
        content = status_list if isinstance(status_list, str) else json.dumps(status_list)
        self.answers[LIST] = (200, content.encode())

    def document(self, **change: Any) -> dict[str, Any]:
        """Its keys as it publishes them; a member is changed, or left out by `...`."""
        told = {
            "@context": ["https://www.w3.org/ns/did/v1"],
            "id": self.did,
            "verificationMethod": [self.published()],
            "assertionMethod": [self.method],
            **change,
        }
        return {name: value for name, value in told.items() if value is not ...}

    def published(self, **change: Any) -> dict[str, Any]:
        told = {
            "id": self.method, "type": "Multikey", "controller": self.did,
            "publicKeyMultibase": self.key.public, **change,
        }  # fmt: skip
        return {name: value for name, value in told.items() if value is not ...}


@contextmanager
def believed(
    *schools: School,
    since: date = date(2026, 1, 1),
    until: date | None = None,
    lists: tuple[str, ...] = (),
) -> Iterator[None]:
    """A city on whose list they stand, with the addresses under which they keep their lists."""
    before = active_city()
    rows = [TrustedIssuer(one.did, "某院校", "某文件", since, until, lists) for one in schools]
    use_city(replace(before, trusted_issuers=tuple(rows)))
    try:
        yield
    finally:
        use_city(before)


@contextmanager
def served(patch: pytest.MonkeyPatch, folder: Path) -> Iterator[School]:
    """A school whose name leads to a server on this machine, under a certificate of its own.

    Addresses of this machine stay forbidden until `allow_this_machine`.
    """
    schools: list[School] = []

    class Door(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            schools[0].asked.append(self.path)
            status, content = schools[0].answers.get(self.path, schools[0].answer)
            self.send_response(status)
            self.send_header("Location", "https://school.example/elsewhere")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_said: Any) -> None:
            """Nobody reads it."""

    server = ThreadingHTTPServer((HERE, 0), Door)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(_certificate(folder))
    server.socket = context.wrap_socket(server.socket, server_side=True)
    schools.append(School(server.server_port))
    real = socket.getaddrinfo
    patch.setattr(socket, "getaddrinfo", lambda host, *more, **named: real(
        HERE if host in (HOST, LIST_HOST) else host, *more, **named
    ))  # fmt: skip
    patch.setenv("SSL_CERT_FILE", str(folder / "school.pem"))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield schools[0]
    finally:
        server.shutdown()
        server.server_close()


def allow_this_machine(patch: pytest.MonkeyPatch) -> None:
    """As if 127.0.0.1 were an address of the internet; every other stays as it is."""
    forbidden = openvc.fetch.ip_is_forbidden
    patch.setattr(openvc.fetch, "_ip_is_forbidden", lambda ip: ip != HERE and forbidden(ip))


def _certificate(folder: Path) -> Path:
    key, name = ec.generate_private_key(ec.SECP256R1()), _name()
    now = datetime.now(UTC)
    names = [x509.DNSName(host) for host in (HOST, LIST_HOST)]
    made = (
        x509.CertificateBuilder()
        .subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    path = folder / "school.pem"
    path.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + made.public_bytes(serialization.Encoding.PEM)
    )
    return path


def _name() -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, HOST)])
