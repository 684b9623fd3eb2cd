"""The name of one attempt: taken from the client if well formed, else made. Never used to deduplicate."""

import re

from ringonce.kernel.sources import IdSource
from ringonce.values.ids import RequestId

# As the log's plain text allows it, so that a request id can always be written to the log.
_WELL_FORMED = re.compile(r"[A-Za-z0-9_:.+/=-]{8,100}")


def request_id_from(header: str | None, ids: IdSource) -> str:
    if header is not None and _WELL_FORMED.fullmatch(header):
        return header
    return ids.new(RequestId)
