"""Every setting of the server: one field each, read from flags first, then `RINGONCE_*`, then the default."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, get_type_hints

from ringonce.kernel.postgres import POOL_AT_MOST

PREFIX = "RINGONCE_"


# One list of settings serves flags, variables, defaults and the documentation, so each is a described field.
def _setting(default: Any, says: str, *, flag: str | None = None) -> Any:
    return field(default=default, metadata={"says": says, "flag": flag})


class SettingMalformed(ValueError):
    """A setting has a value that cannot be read; its text is a sentence for the person who set it."""


@dataclass(frozen=True, slots=True)
class Settings:
    host: str = _setting("127.0.0.1", "address to listen on", flag="--host")
    port: int = _setting(8400, "TCP port to listen on; 0 picks a free one", flag="--port")
    data: Path = _setting(  # noqa: RUF009 - a frozen path is no shared state
        Path("data"), "folder of the database, the secret and the lock", flag="--data"
    )
    database: str = _setting(
        "",
        "postgresql://user:password@host/name; empty means a SQLite file in the data folder",
        flag="--database",
    )
    public_url: str = _setting(
        "",
        "address people type, such as https://book.example.org; empty means the address a request came to",
        flag="--public-url",
    )  # fmt: skip
    secret: str = _setting("", "server secret, 32 characters or more; empty means a file in the data folder")
    rate_per_minute: int = _setting(
        60,
        "writes a minute of one visitor or one address; 0 = off",
        flag="--rate-per-minute",
    )
    sign_in_per_minute: int = _setting(
        10, "sign-in attempts a minute for one address or one mail address; 0 = off"
    )
    session_days: int = _setting(30, "days a desk session lives without being used")
    max_body_bytes: int = _setting(262_144, "largest request body that is read, in bytes")
    max_upload_bytes: int = _setting(26_214_400, "largest attachment that is read, in bytes")
    files: str = _setting(
        "",
        "folder of the attachments, the same one for every process of a database; empty means files in the "
        "data folder",
    )  # fmt: skip
    forwarded_allow_ips: str = _setting(
        "127.0.0.1", "proxies whose X-Forwarded headers are believed, by commas"
    )
    smtp_url: str = _setting(
        "", "smtp://user:password@host:587 or smtps://...; empty keeps mails at the desk"
    )
    mail_from: str = _setting("Ringonce <ringonce@localhost>", "sender of the mails")
    log_level: str = _setting("info", "debug, info, warning or error", flag="--log-level")
    pool_size: int = _setting(POOL_AT_MOST, "most connections to PostgreSQL in the pool of one process")

    @property
    def database_url(self) -> str:
        return self.database or f"sqlite:///{self.data.absolute() / 'ringonce.sqlite3'}"

    @property
    def files_folder(self) -> Path:
        return Path(self.files) if self.files else self.data / "files"

    @property
    def on_sqlite(self) -> bool:
        return self.database_url.startswith("sqlite:")


def read_settings(environ: Mapping[str, str], **given: Any) -> Settings:
    """Settings from `given` (flags; `None` means not given), then the environment, then the defaults.

    Raises SettingMalformed with a sentence that names the variable.
    """
    hints = get_type_hints(Settings)
    values: dict[str, Any] = {}
    for each in fields(Settings):
        raw = given.get(each.name)
        if raw is None:
            raw = environ.get(variable_of(each.name))
        if raw is not None:
            values[each.name] = _read(each.name, hints[each.name], raw)
    settings = replace(Settings(), **values)
    _check(settings)
    return settings


def settings_from_process(**given: Any) -> Settings:
    """As `read_settings`, from this process's environment."""
    return read_settings(os.environ, **given)


def variable_of(name: str) -> str:
    return PREFIX + name.upper()


def _read(name: str, kind: type, raw: Any) -> Any:
    try:
        return kind(raw)
    except ValueError as error:
        raise SettingMalformed(f"{variable_of(name)} must be a whole number, not {raw!r}.") from error


def _check(settings: Settings) -> None:
    if not 0 <= settings.port <= 65_535:
        raise SettingMalformed(f"RINGONCE_PORT must be between 0 and 65535, not {settings.port}.")
    if settings.secret and len(settings.secret) < 32:
        raise SettingMalformed("RINGONCE_SECRET must have 32 characters or more.")
    if settings.pool_size < 1:
        raise SettingMalformed(f"RINGONCE_POOL_SIZE must be 1 or more, not {settings.pool_size}.")
    if settings.log_level not in {"debug", "info", "warning", "error"}:
        raise SettingMalformed("RINGONCE_LOG_LEVEL must be debug, info, warning or error.")
    scheme = settings.database_url.partition(":")[0]
    if scheme not in {"sqlite", "postgresql"}:
        raise SettingMalformed("RINGONCE_DATABASE must begin with postgresql:// or sqlite:///.")
    if settings.public_url and not settings.public_url.startswith(("http://", "https://")):
        raise SettingMalformed("RINGONCE_PUBLIC_URL must begin with http:// or https://.")
