"""What a machine may tell the platform, read once from the environment; never a value of policy."""

from datetime import date
from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

ROOT = Path(__file__).resolve().parents[4]
DEVELOPMENT_KEY = "only-for-development-and-the-demo-city-never-for-a-real-one"


class Settings(BaseSettings):
    """One field for each variable `GONGTU_…`; the descriptions are the reference."""

    model_config = SettingsConfigDict(env_prefix="GONGTU_", env_file=".env", extra="ignore")

    database_url: str = Field(
        "", description="postgresql://user:password@host:5432/name; empty means SQLite in DATA_DIR."
    )
    data_dir: Path = Field(
        ROOT / "var", description="Where the database, the files and the keys of this machine lie."
    )
    secret_key: str = Field(
        DEVELOPMENT_KEY, description="Signs sessions and links; at least 50 characters in service."
    )
    field_key: str = Field(
        DEVELOPMENT_KEY,
        description="Encrypts identity numbers and signing keys; losing it loses them.",
    )
    field_cipher: str = Field(
        "aes-256-gcm",
        description="What enciphers them from now on: aes-256-gcm or sm4-gcm; both are read.",
    )
    key_store: str = Field(
        "database",
        description="Where new signing keys lie: database (enciphered), or pkcs11 (a device).",
    )
    key_store_sm2: str = Field(
        "database", description="The same for keys of SM2, which PKCS#11 has no common name for."
    )
    pkcs11_module: str = Field("", description="The device's library, as /usr/lib/….so.")
    pkcs11_token: str = Field("gongtu", description="The label of the token in the device.")
    pkcs11_pin: str = Field("", description="What opens the token.")
    pades_keys: Path | None = Field(
        None,
        description="Folder of PKCS#12 files, <organisation>.p12, with which issuers sign PDF "
        "certificates (PAdES, RSA; the extra pades); empty: PDFs are not signed.",
    )
    pades_passphrase: str = Field("", description="What opens them.")
    city: str = Field("qingdao", description="The folder under cities/ that this platform serves.")
    demo: bool = Field(False, description="Lets anybody act as one of the cast of the demo city.")
    open_vc_api: bool = Field(
        False,
        description="Lets anybody use the VC API, as an issuer of nobody's: for conformance tests; "
        "refused in service.",
    )
    today: date | None = Field(
        None, description="The day on which the demo city stands still; empty means the real day."
    )
    base_url: str = Field(
        "http://127.0.0.1:8000", description="The public address, in letters, QR codes and the API."
    )
    link_url: str = Field(
        "",
        description="Where links lead, if elsewhere than BASE_URL, which names issuers for good; "
        "`gongtu run --port` sets it in the demo city.",
    )
    trusted_proxy: bool = Field(
        False, description="Believe X-Forwarded-For, -Proto and -Host: only behind one's own proxy."
    )
    debug: bool = Field(False, description="Django's debug pages; only on a developer's desk.")
    email_url: str = Field(
        "", description="smtp://user:password@host:587; empty writes letters into DATA_DIR/mail."
    )
    email_from: str = Field("gongtu@localhost", description="The sender of the platform's mail.")
    sms_url: str = Field(
        "",
        description="Where the SMS gateway takes messages as JSON; empty: into the log.",
    )
    oidc_key_file: Path | None = Field(
        None,
        description="PEM file of the RSA key that signs OpenID tokens; empty: none.",
    )
    log_level: str = Field("INFO", description="DEBUG, INFO, WARNING or ERROR.")
    workers: int = Field(2, description="Web processes.", ge=1)
    # Of one process one thread works at a time, and each question to a database hands over: with
    # four, look-ups on PostgreSQL are two fifths fewer than with two.
    threads: int = Field(2, description="Threads of each web process.", ge=1)
