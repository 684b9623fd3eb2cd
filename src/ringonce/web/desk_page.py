"""The desk's one page: a shell that the console fills. It holds no data, so it is the same for everybody."""

from html import escape
from typing import Any

from litestar import Request, Response, get

from ringonce.web.edge import edge_of
from ringonce.web.messages import Words, pick_locale, words_for
from ringonce.web.pages.assets import Assets, read_assets

# The console makes its markup from its own templates only; a string can never become a script.
TRUSTED_TYPES = "svelte-trusted-html"


@get(
    ["/desk", "/desk/{place:path}", "/setup", "/setup/{token:str}"],
    include_in_schema=False,
    name="desk-page",
)
async def desk_page(request: Request[Any, Any, Any]) -> Response[str]:
    """The console's shell; who may see what is decided at each door of the API, not here."""
    locale = pick_locale(request.headers.get("accept-language", ""), asked=None)
    nonce: str = request.scope["state"]["nonce"]
    page = draw_shell(read_assets("console"), words_for(locale), locale, nonce)
    policy = policy_of(nonce, edge_of(request).options.desk_ancestors)
    return Response(page, media_type="text/html; charset=utf-8", headers={"Content-Security-Policy": policy})


def policy_of(nonce: str, ancestors: str = "'none'") -> str:
    """Nothing from elsewhere, no text turned into markup, and no frame around it but the demonstration's."""
    return (
        f"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self'; "
        "img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
        f"form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors {ancestors}; "
        f"require-trusted-types-for 'script'; trusted-types {TRUSTED_TYPES}"
    )


def draw_shell(assets: Assets, words: Words, locale: str, nonce: str) -> str:
    """The page without data: styles, scripts, and words for whoever has no JavaScript."""
    title = escape(words("console.room.bookings"))
    styles = "".join(f'<link rel="stylesheet" href="{escape(href)}">' for href in assets.styles)
    preloads = "".join(
        f'<link rel="modulepreload" nonce="{nonce}" href="{escape(href)}">'
        for href in assets.preloads(locale)
    )
    scripts = "".join(
        f'<script type="module" nonce="{nonce}" src="{escape(src)}"></script>' for src in assets.scripts
    )
    return (
        f'<!doctype html><html lang="{escape(locale)}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">'
        f'<meta name="robots" content="noindex"><title>{title}</title><link rel="icon" href="data:,">'
        f"{styles}{preloads}{scripts}</head><body>"
        f'<div id="console"></div><noscript><p>{escape(words("console.noScript"))}</p></noscript>'
        "</body></html>"
    )


HANDLERS = [desk_page]
