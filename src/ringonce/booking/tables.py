"""Tables of holds, bookings, sittings and their seats.

Occupied time itself is not here: it is a row of `calendars.tables.occupancy`, owned by a hold, a booking or a sitting.
Text that people typed stands only in `bookings`, so that erasing a person touches one row per booking.
"""

from sqlalchemy import BigInteger, CheckConstraint, Column, Index, Integer, Table, Text, text

from ringonce.kernel.db import metadata

# SQLite's STRICT tables know INTEGER only, and it is 64 bits wide there.
Instant = BigInteger().with_variant(Integer(), "sqlite")

holds = Table(
    "holds",
    metadata,
    Column("workspace_id", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("service_id", Text, nullable=False),
    Column("principal", Text, nullable=False),
    Column("visitor_id", Text),
    Column("generation", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Column("start_minute", Integer, nullable=False),
    Column("end_minute", Integer, nullable=False),
    Column("length_minutes", Integer, nullable=False),
    Column("hosts", Text, nullable=False),
    Column("chosen", Text, nullable=False),
    Column("asked_host_id", Text),
    Column("team_id", Text),
    Column("sitting_id", Text),
    Column("seat_no", Integer),
    Column("series_id", Text),
    Column("moving_booking_id", Text),
    Column("booking_id", Text),
    Column("granted_at", Instant, nullable=False),
    Column("expires_at", Instant, nullable=False),
    Column("ended_at", Instant),
    CheckConstraint("state in ('live','lapsed','released','confirmed')", name="holds_state"),
    CheckConstraint("end_minute > start_minute", name="holds_length"),
    Index("holds_of_principal", "workspace_id", "service_id", "principal", "state"),
    Index("holds_to_lapse", "expires_at", sqlite_where=text("state = 'live'"), postgresql_where=text("state = 'live'")),
    Index("holds_of_series", "workspace_id", "series_id"),
    sqlite_strict=True,
)

bookings = Table(
    "bookings",
    metadata,
    Column("workspace_id", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("code_hash", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("service_id", Text, nullable=False),
    Column("start_minute", Integer, nullable=False),
    Column("end_minute", Integer, nullable=False),
    Column("length_minutes", Integer, nullable=False),
    Column("hosts", Text, nullable=False),
    Column("chosen", Text, nullable=False),
    Column("asked_host_id", Text),
    Column("team_id", Text),
    Column("sitting_id", Text),
    Column("seat_no", Integer),
    Column("series_id", Text),
    Column("hold_id", Text),
    Column("visitor_id", Text),
    Column("contact_id", Text),
    Column("booked_by", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("email", Text, nullable=False),
    Column("phone", Text, nullable=False),
    Column("zone", Text, nullable=False),
    Column("locale", Text, nullable=False),
    Column("answers", Text, nullable=False),
    Column("guests", Text, nullable=False),
    Column("notes", Text, nullable=False),
    Column("location", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("overlap_reason", Text),
    Column("no_show", Integer, nullable=False),
    Column("ics_uid", Text, nullable=False),
    Column("ics_sequence", Integer, nullable=False),
    Column("request_expires_at", Instant),
    Column("created_at", Instant, nullable=False),
    Column("changed_at", Instant, nullable=False),
    CheckConstraint(
        "state in ('requested','confirmed','cancelled','rejected','expired')", name="bookings_state"
    ),
    CheckConstraint("end_minute > start_minute", name="bookings_length"),
    CheckConstraint("no_show in (0, 1)", name="bookings_no_show"),
    # The natural keys: one booking per hold, one booking per code.
    Index(
        "bookings_one_per_hold",
        "workspace_id",
        "hold_id",
        unique=True,
        sqlite_where=text("hold_id is not null"),
        postgresql_where=text("hold_id is not null"),
    ),
    Index("bookings_code", "code_hash", unique=True),
    Index("bookings_by_start", "workspace_id", "start_minute", "id"),
    Index("bookings_of_service", "workspace_id", "service_id", "start_minute"),
    Index("bookings_of_visitor", "workspace_id", "visitor_id", "end_minute"),
    Index("bookings_of_contact", "workspace_id", "contact_id"),
    Index(
        "bookings_to_expire",
        "request_expires_at",
        sqlite_where=text("state = 'requested'"),
        postgresql_where=text("state = 'requested'"),
    ),
    sqlite_strict=True,
)

# One meeting that several people share: the occupancy row belongs to the sitting, the people to its numbered seats.
sittings = Table(
    "sittings",
    metadata,
    Column("workspace_id", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("service_id", Text, nullable=False),
    Column("start_minute", Integer, nullable=False),
    Column("end_minute", Integer, nullable=False),
    Column("length_minutes", Integer, nullable=False),
    Column("hosts", Text, nullable=False),
    Column("seats", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Column("created_at", Instant, nullable=False),
    CheckConstraint("state in ('open','ended')", name="sittings_state"),
    CheckConstraint("seats >= 1", name="sittings_seats"),
    Index("sittings_of_service", "workspace_id", "service_id", "start_minute"),
    sqlite_strict=True,
)

# The primary key is the guard of the last seat: two people cannot own the same number.
seats = Table(
    "seats",
    metadata,
    Column("workspace_id", Text, primary_key=True),
    Column("sitting_id", Text, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("owner_id", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("visitor_id", Text),
    Column("expires_at", Instant),
    CheckConstraint("number >= 1", name="seats_number"),
    CheckConstraint("kind in ('hold','booking','request')", name="seats_kind"),
    Index("seats_of_owner", "workspace_id", "owner_id", unique=True),
    sqlite_strict=True,
)
