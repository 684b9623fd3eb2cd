"""The server's log names places and codes; no value that a person sent is in it."""

import io
import json
import logging
from collections.abc import Iterator

import pytest
import structlog

from ringonce.app.logs import configure_logs


@pytest.fixture
def lines(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    root = logging.getLogger()
    handlers, level = root.handlers, root.level
    written = io.StringIO()
    monkeypatch.setattr("sys.stderr", written)
    configure_logs("info")
    yield written
    root.handlers, root.level = handlers, level
    structlog.reset_defaults()


def test_a_traceback_shows_no_values(lines: io.StringIO) -> None:
    def fails(token: str) -> None:
        raise ValueError(len(token))

    try:
        fails("vst_of-a-visitor")
    except ValueError as bug:
        structlog.get_logger("ringonce.http").error("bug", exc_info=bug)
        logging.getLogger("a.library").error("bug", exc_info=bug)
    written = lines.getvalue()
    assert [json.loads(line)["exception"][0]["exc_type"] for line in written.splitlines()] == [
        "ValueError"
    ] * 2
    assert "vst_of-a-visitor" not in written
