"""Templates to text. Everything is escaped; the page's state is JSON that cannot end its own element."""

from functools import cache
from typing import Any

import msgspec
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from ringonce.web.pages.assets import read_assets
from ringonce.web.pages.visit import Visit


@cache
def environment() -> Environment:
    return Environment(
        loader=PackageLoader("ringonce.web.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def draw(template: str, visit: Visit, **values: Any) -> str:
    """One whole page."""
    return (
        environment()
        .get_template(template)
        .render(visit=visit, w=visit.words, assets=read_assets("booking"), **values)
    )


def as_state(value: Any) -> Markup:
    """JSON for a data block: `<` never appears, so no text in it can close the element."""
    text = msgspec.json.encode(value).decode()
    return Markup(text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029"))  # noqa: S704 - escaped above
