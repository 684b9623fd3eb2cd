"""Tables of what joins a conversation with bookings: offered times, and which booking was made where."""

from sqlalchemy import BigInteger, CheckConstraint, Column, Index, Integer, Table, Text

from ringonce.kernel.schema import metadata

offers = Table(
    "offers",
    metadata,
    Column("workspace_id", Text, primary_key=True),
    # The id of the message that shows it.
    Column("message_id", Text, primary_key=True),
    Column("conversation_id", Text, nullable=False),
    Column("service_id", Text, nullable=False),
    Column("length_minutes", Integer, nullable=False),
    Column("zone", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("expires_at", BigInteger, nullable=False),
    Column("booking_id", Text),
    # The booking that taking a time would move, if any.
    Column("moving_booking_id", Text),
    CheckConstraint("state in ('open','taken','withdrawn','lapsed')", name="state"),
    Index("offers_of_conversation", "workspace_id", "conversation_id"),
    Index("offers_of_service", "workspace_id", "service_id", "state"),
)

offer_times = Table(
    "offer_times",
    metadata,
    Column("workspace_id", Text, primary_key=True),
    Column("message_id", Text, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("start_minute", Integer, nullable=False),
    Column("hold_id", Text),
    Column("generation", Integer),
    Column("state", Text, nullable=False),
    # What stood here before somebody else took it.
    Column("was_minute", Integer),
    CheckConstraint("state in ('held','free','gone','taken','released')", name="state"),
    Index("offer_times_by_hold", "workspace_id", "hold_id"),
)

conversation_bookings = Table(
    "conversation_bookings",
    metadata,
    Column("workspace_id", Text, primary_key=True),
    Column("conversation_id", Text, primary_key=True),
    Column("booking_id", Text, primary_key=True),
    Column("at", BigInteger, nullable=False),
    Index("conversation_bookings_by_booking", "workspace_id", "booking_id"),
)
