"""Leases whose time is over, without the wait: in the file of a product that runs on SQLite."""

import sqlite3

from tests.support.product import Product

_LEASES = "update holds set expires_at = 1 where {column} = ?"
_CLAIMS = "update occupancy set expires_at = 1 where owner_id in (select id from holds where {column} = ?)"


def let_leases_lapse(product: Product, **of: str) -> None:
    """The leases of a `service_id`, or of an `offer_id`, and what they claim, are over from now on.

    Both at once: a lease that is over while its claim still stands is what no clock makes, and whoever asked
    between here and the sweep would find a time free for one and held for another.
    """
    [(column, wanted)] = of.items()
    file = sqlite3.connect(product.folder / "ringonce.sqlite3", timeout=10)
    try:
        with file:
            for statement in (_LEASES, _CLAIMS):
                file.execute(statement.format(column=column), (wanted,))
    finally:
        file.close()
