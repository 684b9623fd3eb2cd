"""Who holds something of a service right now: whose page differs from everybody else's. Reads only."""

from dataclasses import dataclass

from ringonce.booking import catalogue_store
from ringonce.kernel.db import Tx
from ringonce.kernel.secrets import Codes


@dataclass(frozen=True, slots=True)
class Holders:
    """Principals with a live hold, and the tokens that prove one."""

    principals: frozenset[str]
    tokens: frozenset[str]

    def know(self, principal: str | None, tokens: frozenset[str]) -> bool:
        return principal in self.principals or bool(self.tokens & tokens)


async def read_holders(tx: Tx, codes: Codes, workspace_id: str, service_id: str, now: int) -> Holders:
    """One statement for all who watch a service; `now` in ms."""
    rows = await tx.all(
        catalogue_store.LIVE_HOLDS_OF_SERVICE, workspace_id=workspace_id, service_id=service_id, now=now
    )
    return Holders(
        frozenset(str(row["principal"]) for row in rows),
        frozenset(codes.of("hold", row["id"]) for row in rows),
    )
