"""What joins chat and bookings while nobody asks: offers are looked at, threads hear of their bookings."""

from ringonce.desk.refresh import KEEPER, refresh_offer
from ringonce.desk.teller import BookingTeller
from ringonce.desk.watch import Due, OfferWatch
from ringonce.kernel.outbox import Outbox
from ringonce.kernel.work import Work
from ringonce.values.ids import EventId, RequestId, WorkspaceId
from ringonce.web.edge import Edge


class DeskChores:
    """The desk's part of one process's background work."""

    def __init__(self, edge: Edge) -> None:
        self._edge = edge
        self._watch = OfferWatch()
        self.outbox = Outbox(
            edge.database, edge.clock, edge.hub, [BookingTeller(edge.executor)], edge.ids.new(EventId)
        )

    async def refresh_offers(self) -> int:
        """Let the buttons of open offers say what is so; how many offers changed."""
        edge = self._edge
        now = edge.clock.now()
        due = await edge.database.read(lambda tx: self._watch.find_due(tx, now))
        changed = 0
        for one in due:
            changed += await self._refresh(one)
            self._watch.looked(one)
        return changed

    async def _refresh(self, due: Due) -> bool:
        edge = self._edge

        async def intent(work: Work) -> bool:
            return await refresh_offer(work, due.message_id)

        return await edge.executor.run(WorkspaceId(due.workspace_id), KEEPER, edge.ids.new(RequestId), intent)
