"""The built front end: which hashed file answers a logical name. Without a build, pages are bare."""

import hashlib
import json
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Assets:
    """What a page loads. `build` names this build: a page that carries another one is older."""

    build: str
    styles: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    words: dict[str, str] = field(default_factory=dict)

    def preloads(self, locale: str) -> tuple[str, ...]:
        words = self.words.get(locale)
        return (*self.parts, *((words,) if words else ()))


@cache
def read_assets(app: str) -> Assets:
    """The files of one app from the manifest."""
    manifest = files("ringonce.web").joinpath("assets", "manifest.json")
    text = manifest.read_text(encoding="utf-8") if manifest.is_file() else "{}"
    names: dict[str, str] = json.loads(text)

    def having(start: str, end: str) -> tuple[str, ...]:
        return tuple(
            f"/assets/{file}" for name, file in names.items() if name.startswith(start) and name.endswith(end)
        )

    scripts = having(f"{app}.js", ".js")
    return Assets(
        build=hashlib.sha256(text.encode()).hexdigest()[:16],
        styles=having(f"{app}.", ".css"),
        scripts=scripts,
        parts=having(f"{app}.part", ".js"),
        words={
            name.removeprefix(f"{app}.").removesuffix(".js"): f"/assets/{file}"
            for name, file in names.items()
            if name.startswith(f"{app}.")
            and name.endswith(".js")
            and ".part" not in name
            and name != f"{app}.js"
        },
    )
