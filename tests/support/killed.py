"""A process to be killed: books lines under numbered keys and says which were acknowledged.

`python -m tests.support.killed URL FIRST`: works on keys FIRST.. in a crowd, a line a success.
"""

import asyncio
import sys

from ringonce.kernel.bus import LocalBus
from ringonce.kernel.engines import open_database
from ringonce.kernel.execute import Executor
from ringonce.kernel.hub import Hub
from ringonce.kernel.sources import IdSource, SystemClock
from tests.support.ledger import ask, render, write_line

CROWD = 16


def key_of(number: int) -> str:
    """The key of the n-th action."""
    return f"killed-key-{number:010d}"


async def work(url: str, first: int) -> None:
    """Book for ever."""
    database = await open_database(url)
    clock = SystemClock()
    executor = Executor(database, clock, IdSource(clock), Hub(), LocalBus())
    numbers = iter(range(first, sys.maxsize))

    async def client() -> None:
        for number in numbers:
            answer = await executor.execute(ask(key_of(number), principal="key:k"), write_line(), render)
            sys.stdout.write(f"{number} {answer.body.decode()}\n")
            sys.stdout.flush()

    await asyncio.gather(*(client() for _ in range(CROWD)))


if __name__ == "__main__":
    asyncio.run(work(sys.argv[1], int(sys.argv[2])))
