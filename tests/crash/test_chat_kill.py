"""Four kills of the real server under a load of chat, on each engine; more in `scripts/prove chat_crash`."""

from pathlib import Path

import pytest

from tests.crash.test_kill import empty_url
from tests.prove.chat_crash import prove

__all__ = ["empty_url"]


@pytest.mark.slow
async def test_four_kills_lose_and_double_no_message(engine: str, tmp_path: Path, empty_url: str) -> None:
    report = await prove(tmp_path, engine, empty_url, rounds=4, seed=1)
    assert report.rounds == 4
    assert len(report.acts) > 40
    # Somebody was waiting at every kill, and heard the truth afterwards.
    assert report.late >= 4
