"""The chat's own page, in its frame or a window of its own; and the loader that puts the frame on a site.

The page is drawn whole by the server: its styles inside it, its state as data, a skeleton of the final size.
Until the first message nothing else is asked for but one script.
"""

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from html import escape
from importlib.resources import files
from typing import Any

import msgspec
from litestar import Request, Response, get
from litestar.params import FromPath

from ringonce.booking.catalogue_queries import list_services
from ringonce.chat.inbox_model import Inbox
from ringonce.chat.inboxes import mark_seen
from ringonce.chat.queries import load_inbox
from ringonce.chat.refusals import InboxMissing
from ringonce.identity.model import Workspace
from ringonce.identity.queries import find_workspace_by_slug
from ringonce.kernel.db import Tx
from ringonce.values.paging import PageAsk
from ringonce.web.chat_model import InboxPublic
from ringonce.web.chat_views import inbox_public
from ringonce.web.edge import edge_of
from ringonce.web.messages import Words, pick_locale, words_for
from ringonce.web.pages.assets import read_assets
from ringonce.web.sites import ancestors_of
from ringonce.web.times import ms_text

AnyRequest = Request[Any, Any, Any]

#: Milliseconds between two marks that an inbox was seen: a page view writes nothing else.
SEEN_EVERY_MS = 3_600_000
LOADER_CACHE = "public, max-age=300"
_RTL = frozenset({"ar", "fa", "he", "ur"})


@dataclass(frozen=True, slots=True)
class FrameAssets:
    """What one language's page loads: one script, and styles that stand in the page."""

    script: str
    style: str
    build: str


@get("/chat/{workspace:str}/{inbox:str}", include_in_schema=False, name="chat-frame")
async def frame_page(request: AnyRequest, workspace: FromPath[str], inbox: FromPath[str]) -> Response[str]:
    """The chat of an inbox; a page that says nothing where there is none."""
    edge, now = edge_of(request), edge_of(request).clock.now()
    locale_asked = request.query_params.get("locale")
    accepted = request.headers.get("accept-language", "")

    async def read(tx: Tx) -> tuple[Workspace, Inbox, InboxPublic, str | None] | None:
        found = await find_workspace_by_slug(tx, workspace)
        if found is None:
            return None
        try:
            named = await load_inbox(tx, found.id, inbox)
        except InboxMissing:
            return None
        if not named.active:
            return None
        sends_mail = edge.options.sends_mail
        public = await inbox_public(tx, found, named, now, sends_mail=sends_mail)
        bookable = (await list_services(tx, found.id, PageAsk(limit=1), only_public=True)).items
        return found, named, public, f"/{found.slug}" if bookable else None

    found = await edge.database.read(read)
    nonce: str = request.scope["state"]["nonce"]
    if found is None:
        return _answer(draw_gone(nonce, pick_locale(accepted, locale_asked)), policy_of(nonce, ()), 404)
    owner, named, public, booking_url = found
    if named.seen_at is None or now - named.seen_at >= SEEN_EVERY_MS:
        await edge.database.write(lambda tx: mark_seen(tx, owner.id, named.id, now))
    locale = language_of(named, accepted or owner.locale, locale_asked)
    page = draw_frame(owner, named, public, locale, nonce, ms_text(now), booking_url)
    return _answer(page, policy_of(nonce, named.settings.sites, _sockets(request)))


@get("/embed.js", include_in_schema=False)
async def embed(request: AnyRequest) -> Response[bytes]:
    """The loader: the same for every site, asked for anew after five minutes."""
    body, tag = read_loader()
    headers = {
        "Cache-Control": LOADER_CACHE,
        "ETag": tag,
        # Any site may load it: that is what it is for.
        "Cross-Origin-Resource-Policy": "cross-origin",
        "Access-Control-Allow-Origin": "*",
    }
    kind = "text/javascript; charset=utf-8"
    if not body:
        return Response(b"", status_code=404, media_type=kind)
    if tag in [each.strip() for each in request.headers.get("if-none-match", "").split(",")]:
        return Response(b"", status_code=304, media_type=kind, headers=headers)
    return Response(body, media_type=kind, headers=headers)


def policy_of(nonce: str, sites: tuple[str, ...], sockets: str = "") -> str:
    """Our own script and style alone; no text becomes markup but what the page's own code draws."""
    return (
        f"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'nonce-{nonce}'; "
        "img-src 'self' data: blob:; media-src 'self' data: blob:; font-src 'self'; "
        f"connect-src 'self'{sockets}; form-action 'none'; base-uri 'none'; object-src 'none'; "
        f"frame-ancestors {ancestors_of(sites)}; require-trusted-types-for 'script'; trusted-types 'none'"
    )


def language_of(inbox: Inbox, accepted: str, asked: str | None) -> str:
    """The language asked for, else one the browser accepts, among those that the inbox speaks."""
    spoken = inbox.settings.languages
    locale = pick_locale(accepted, asked)
    return locale if not spoken or locale in spoken else pick_locale(spoken[0])


def draw_frame(
    workspace: Workspace, inbox: Inbox, public: InboxPublic, locale: str, nonce: str, server_time: str,
    booking_url: str | None = None,
) -> str:  # fmt: skip
    """The page: data, skeleton, one script."""
    assets, words = frame_assets(locale), words_for(locale)
    config = {
        "workspace": workspace.slug,
        "inbox": msgspec.to_builtins(public),
        "locale": locale,
        "server_time": server_time,
        "build": assets.build,
        "sites": list(inbox.settings.sites),
        "booking_url": booking_url,
        "epoch": workspace.epoch,
    }
    script = f'<script type="module" nonce="{nonce}" src="{escape(assets.script)}"></script>'
    return (
        f"{_head(locale, nonce, inbox.name)}"
        f'<style nonce="{nonce}">{assets.style}{accent_of(public.accent_hue)}</style>'
        f"{script if assets.script else ''}</head><body>"
        f"{draw_skeleton(public, words)}"
        f'<script type="application/json" id="config">{inlined(config)}</script>'
        f"<noscript><p>{escape(words('widget.noScript'))}</p></noscript></body></html>"
    )


def draw_skeleton(public: InboxPublic, words: Words) -> str:
    """What the script takes over: the same boxes at the same places."""
    faces = "".join(f'<span class="av">{escape(face.initials[:1])}</span>' for face in public.faces[:2])
    greeting = escape(public.greeting or words("widget.welcome.greeting"))
    tagline = f'<p dir="auto">{escape(public.tagline)}</p>' if public.tagline else ""
    return (
        f'<main id="chat" class="panel" aria-busy="true"><header class="phead">'
        f'<span class="faces" aria-hidden="true">{faces}</span><div class="grow">'
        f'<h1 class="cut"><bdi>{escape(public.name)}</bdi></h1><p class="pstate">&nbsp;</p></div></header>'
        f'<div class="body"><div class="scroll"><div class="log"><div class="welcome">'
        f'<h2 dir="auto">{greeting}</h2>{tagline}</div></div></div></div>'
        f'<div class="type"><div class="line"><span class="write" aria-hidden="true">'
        f"{escape(words('widget.write'))}</span></div></div></main>"
    )


def draw_gone(nonce: str, locale: str) -> str:
    """No such inbox, or none any more: nothing is shown, and the loader is told so. It holds no secret, and
    the page around is unknown here, so it is said to whoever that is.
    """
    said = '{"ringonce":1,"type":"gone"}'
    return (
        f"{_head(locale, nonce, '')}"
        f'<script nonce="{nonce}">if(parent!==self)parent.postMessage({said},"*")</script>'
        "</head><body></body></html>"
    )


def accent_of(hue: int) -> str:
    """The owner's hue at lightnesses that text can be read on, in both schemes."""
    return (
        ":root{"
        f"--accent:light-dark(oklch(.41 .065 {hue}),oklch(.77 .075 {hue}));"
        f"--accent-dn:light-dark(oklch(.34 .06 {hue}),oklch(.84 .06 {hue}));"
        f"--on-accent:light-dark(#fff,oklch(.25 .04 {hue}));"
        f"--tint:light-dark(oklch(.945 .016 {hue}),oklch(.29 .03 {hue}));"
        f"--on-tint:light-dark(oklch(.36 .06 {hue}),oklch(.84 .06 {hue}))"
        "}"
    )


def inlined(value: object) -> str:
    """JSON that cannot end the script element it stands in."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=str)
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


@cache
def frame_assets(locale: str) -> FrameAssets:
    """The widget's files of a language; without a build, the skeleton stands alone."""
    found = read_assets("widget")
    script = found.words.get(locale) or next(iter(found.words.values()), "")
    style = "".join(_text(href.removeprefix("/assets/")) for href in found.styles)
    return FrameAssets(script=script, style=style.replace("</", "<\\/"), build=found.build)


@cache
def read_loader() -> tuple[bytes, str]:
    """The built loader and its ETag; empty without a build."""
    scripts = read_assets("loader").scripts
    body = _text(scripts[0].removeprefix("/assets/")).encode() if scripts else b""
    return body, f'"{hashlib.sha256(body).hexdigest()[:24]}"'


def _text(name: str) -> str:
    file = files("ringonce.web").joinpath("assets", *name.split("/"))
    return file.read_text(encoding="utf-8") if file.is_file() else ""


def _head(locale: str, nonce: str, title: str) -> str:
    direction = "rtl" if locale.partition("-")[0] in _RTL else "ltr"
    return (
        f'<!doctype html><html lang="{escape(locale)}" dir="{direction}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">'
        f'<meta name="robots" content="noindex"><title>{escape(title)}</title>'
        '<link rel="icon" href="data:,">'
    )


def _answer(page: str, policy: str, status: int = 200) -> Response[str]:
    headers = {
        "Content-Security-Policy": policy,
        "Referrer-Policy": "same-origin",
        "Cache-Control": "no-store",
        "Vary": "Accept-Language",
        # Framed by pages that isolate themselves, too.
        "Cross-Origin-Resource-Policy": "cross-origin",
        # A window of its own asks the frame that opened it, on somebody else's page, who its visitor is.
        "Cross-Origin-Opener-Policy": "unsafe-none",
    }
    return Response(page, status_code=status, media_type="text/html; charset=utf-8", headers=headers)


def _sockets(request: AnyRequest) -> str:
    """Our socket by name: older engines do not count it among 'self'."""
    host = request.headers.get("host", "")
    scheme = "wss" if edge_of(request).is_secure(request.scope["scheme"]) else "ws"
    return f" {scheme}://{host}" if host and not set(host) & set(" ;,'\"") else ""


HANDLERS = [frame_page, embed]
