"""How offers and bookings in a conversation are refused."""

from ringonce.values.errors import DomainError, Kind


class OfferMissing(DomainError):
    """No message of this visitor's conversations offers times under this id."""

    code = "offer-missing"
    kind = Kind.MISSING


class OfferTakenBefore(DomainError):
    """Another of the times was taken already. Params: booking_id, offer as it is now."""

    code = "offer-taken"
    kind = Kind.CONFLICT


class OfferGone(DomainError):
    """The agent took the times back. Params: offer as it is now."""

    code = "offer-withdrawn"
    kind = Kind.CONFLICT


class OfferOver(DomainError):
    """The times are over, or were offered too long ago. Params: offer as it is now."""

    code = "offer-lapsed"
    kind = Kind.CONFLICT


class NoTimes(DomainError):
    """The service has no free time to offer in the next month."""

    code = "no-times"
    kind = Kind.CONFLICT


class TooManyTimes(DomainError):
    """An offer has one to five times, each once. Params: most."""

    code = "too-many-times"
    kind = Kind.INVALID


class DetailsNeeded(DomainError):
    """The service asks for more than is known. Params: fields to ask for, and errors as in a form."""

    code = "details-needed"
    kind = Kind.INVALID
    final = False
