"""Every route of the API, gathered from the files that declare them."""

from ringonce.web import accounts, intents
from ringonce.web.routing import Route


def all_routes() -> list[Route]:
    """In the order of the documentation."""
    return [*accounts.routes, *intents.routes]
