"""The file store: bytes by their digest, once, durable, swept only when nobody can still want them."""

import asyncio
import errno
import hashlib
import stat
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from ringonce.kernel import files
from ringonce.kernel.files import FileMissing, FileStoreFull, FileTooLarge, FolderStore
from tests.support.clock import MovableClock

DAY = 24 * 3_600_000


@pytest.fixture
def store(tmp_path: Path, clock: MovableClock) -> FolderStore:
    return FolderStore(tmp_path / "files", clock)


async def stream(*pieces: bytes) -> AsyncIterator[bytes]:
    for piece in pieces:
        yield piece


async def keep(store: FolderStore, *pieces: bytes) -> str:
    incoming = await store.receive(stream(*pieces), 1_000_000)
    return await store.keep(incoming.path)


async def read(store: FolderStore, digest: str) -> bytes:
    return b"".join([piece async for piece in store.read(digest)])


def everything(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


async def test_bytes_are_named_by_their_digest_and_kept_once(store: FolderStore, tmp_path: Path) -> None:
    first = await keep(store, b"hello ", b"world")
    assert first == hashlib.sha256(b"hello world").hexdigest()
    assert await keep(store, b"hello world") == first
    assert await read(store, first) == b"hello world"
    assert await store.size_of(first) == 11
    assert [path.name for path in everything(tmp_path)] == [first]


async def test_only_the_owner_may_look(store: FolderStore, tmp_path: Path) -> None:
    digest = await keep(store, b"secret")
    assert stat.S_IMODE(everything(tmp_path)[0].stat().st_mode) == 0o600
    for folder in (tmp_path / "files", tmp_path / "files" / digest[:2], tmp_path / "files" / "incoming"):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


async def test_a_stream_over_the_bound_leaves_nothing(store: FolderStore, tmp_path: Path) -> None:
    with pytest.raises(FileTooLarge) as refused:
        await store.receive(stream(b"x" * 60, b"x" * 60), 100)
    assert refused.value.params == {"most_bytes": 100}
    assert everything(tmp_path) == []
    whole = await store.receive(stream(b"x" * 100), 100)
    assert whole.size == 100


async def test_a_sender_who_hangs_up_leaves_nothing(store: FolderStore, tmp_path: Path) -> None:
    async def broken() -> AsyncIterator[bytes]:
        yield b"half"
        raise ConnectionResetError

    with pytest.raises(ConnectionResetError):
        await store.receive(broken(), 100)
    assert everything(tmp_path) == []


async def test_a_full_disk_is_a_refusal_and_leaves_nothing(
    store: FolderStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "no space")

    monkeypatch.setattr(files, "_take_in", full)
    with pytest.raises(FileStoreFull):
        await store.receive(stream(b"x"), 100)
    assert everything(tmp_path) == []


@pytest.mark.parametrize("digest", ["", "../../etc/passwd", "a" * 63, "A" * 64, "0" * 64, f"{'a' * 62}/x"])
async def test_what_is_no_digest_of_ours_is_missing(store: FolderStore, digest: str) -> None:
    with pytest.raises(FileMissing):
        await store.size_of(digest)
    with pytest.raises(FileMissing):
        await read(store, digest)


async def test_only_old_files_are_listed(store: FolderStore, clock: MovableClock) -> None:
    old = await keep(store, b"old")
    clock.move(timedelta(days=2))
    fresh = await keep(store, b"fresh")
    assert await store.list_older(clock.now() - DAY) == [old]
    assert await store.delete(old, clock.now() - DAY)
    assert not await store.delete(old, clock.now() - DAY)
    with pytest.raises(FileMissing):
        await store.size_of(old)
    assert await store.size_of(fresh) == 5


async def test_what_was_kept_again_is_not_deleted(store: FolderStore, clock: MovableClock) -> None:
    """The sweep found it old; then somebody uploaded the same bytes and wrote a row."""
    digest = await keep(store, b"twice")
    clock.move(timedelta(days=2))
    assert await store.list_older(clock.now() - DAY) == [digest]
    await keep(store, b"twice")
    assert not await store.delete(digest, clock.now() - DAY)
    assert await read(store, digest) == b"twice"


async def test_what_never_finished_arriving_is_cleared_away(
    store: FolderStore, clock: MovableClock, tmp_path: Path
) -> None:
    incoming = await store.receive(stream(b"never kept"), 100)
    assert await store.list_older(clock.now() - DAY) == []
    assert incoming.path.exists()
    clock.move(timedelta(days=400))
    assert await store.list_older(clock.now() - DAY) == []
    assert everything(tmp_path) == []


async def test_many_keep_the_same_bytes_at_once(store: FolderStore, tmp_path: Path) -> None:
    digests = await asyncio.gather(*(keep(store, b"same") for _ in range(20)))
    assert len(set(digests)) == 1
    assert [path.name for path in everything(tmp_path)] == [digests[0]]


async def test_a_second_process_sees_the_same_files(
    store: FolderStore, clock: MovableClock, tmp_path: Path
) -> None:
    other = FolderStore(tmp_path / "files", clock)
    digest = await keep(store, b"shared")
    assert await read(other, digest) == b"shared"
