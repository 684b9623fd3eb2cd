"""Every route of the API, gathered from the files that declare them."""

from ringonce.web import accounts, intents, log_routes, mail_routes
from ringonce.web.routing import Route


def all_routes() -> list[Route]:
    """In the order of the documentation."""
    return [*accounts.routes, *intents.routes, *log_routes.routes, *mail_routes.routes]
