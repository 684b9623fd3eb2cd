"""Every route of the API, gathered from the files that declare them."""

from ringonce.web import (
    accounts,
    chat_away,
    chat_booking,
    chat_public,
    config_calendars,
    config_services,
    contact_routes,
    desk_booking,
    desk_chat,
    desk_chat_work,
    desk_inboxes,
    desk_offers,
    desk_setup,
    files,
    intents,
    log_routes,
    mail_routes,
    merge_routes,
    public_booking,
    public_slots,
    timeline_routes,
    trace_routes,
    transcripts,
)
from ringonce.web.routing import Route


def all_routes() -> list[Route]:
    """In the order of the documentation."""
    return [
        *public_slots.routes,
        *public_booking.routes,
        *chat_public.routes,
        *chat_away.routes,
        *chat_booking.routes,
        *intents.routes,
        *desk_booking.routes,
        *desk_offers.routes,
        *desk_chat.routes,
        *desk_chat_work.routes,
        *files.routes,
        *transcripts.routes,
        *contact_routes.routes,
        *timeline_routes.routes,
        *merge_routes.routes,
        *mail_routes.routes,
        *log_routes.routes,
        *trace_routes.routes,
        *desk_inboxes.routes,
        *desk_setup.routes,
        *config_services.routes,
        *config_calendars.routes,
        *accounts.routes,
    ]
