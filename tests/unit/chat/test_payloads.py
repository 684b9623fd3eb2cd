"""The corpus of attacks is large, and every mail that holds one is text."""

import re
from html.parser import HTMLParser

from ringonce.notify.chat_draw import _PAGES, Line
from tests.support.xss import PAYLOADS

_TAGS = {"html", "head", "meta", "title", "body", "div", "p", "span", "strong", "br", "a"}


class _Tags(HTMLParser):
    """What a browser would build."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def test_the_corpus_is_large_and_of_every_form() -> None:
    assert len(PAYLOADS) >= 200
    assert len(set(PAYLOADS)) == len(PAYLOADS)
    whole = "\n".join(PAYLOADS)
    for form in (
        "<script",
        "onerror",
        "javascript:",
        "data:",
        "<svg",
        "](",
        "{{",
        "\u202e",
        "@import",
        "srcdoc",
    ):
        assert form in whole, form


def test_a_mail_draws_every_payload_as_text() -> None:
    for payload in PAYLOADS:
        page = _PAGES.get_template("chat_letter.html").render(
            locale="en",
            subject=payload,
            opening=payload,
            lines=[Line(payload, "now", payload)],
            links=[(payload, "https://desk.example.org/chat")],
            workspace=payload,
        )
        parser = _Tags()
        parser.feed(page)
        assert {tag for tag, _ in parser.tags} <= _TAGS, payload
        for tag, attributes in parser.tags:
            assert not [name for name in attributes if name.startswith("on")], payload
            if tag == "a":
                assert attributes["href"] == "https://desk.example.org/chat"
        assert not re.search(r"<(script|img|svg|iframe)\b", page, re.IGNORECASE), payload
