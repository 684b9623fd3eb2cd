"""Twelve kills of the real server on each engine; a thousand in `scripts/prove crash`."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.prove.crash import database_url, prove
from tests.support.engines import Templates


@pytest.fixture
def empty_url(engine: str, tmp_path: Path, templates: Templates) -> Iterator[str]:
    with templates.empty(engine, tmp_path) as empty:
        yield database_url(engine, tmp_path, empty)


@pytest.mark.slow
async def test_twelve_kills_lose_and_double_nothing(engine: str, tmp_path: Path, empty_url: str) -> None:
    report = await prove(tmp_path, engine, empty_url, rounds=12, seed=1)
    assert report.rounds == 12
    assert sum(act.is_booked for act in report.acts) > 12
    # Somebody was waiting at every kill, and heard the truth afterwards.
    assert report.late >= 12
