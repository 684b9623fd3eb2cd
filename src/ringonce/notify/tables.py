"""The table of letters: one row for each letter and reader; its words are drawn from the booking."""

from sqlalchemy import BigInteger, CheckConstraint, Column, Index, Integer, Table, Text, text

from ringonce.kernel.schema import metadata

# The words are not kept: a letter holds the link that opens a booking, and a stolen database must not.
letters = Table(
    "letters",
    metadata,
    Column("workspace_id", Text, primary_key=True),
    # Log row, reader and the address's place: the same happening never makes a second letter.
    Column("id", Text, primary_key=True),
    Column("seq", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("reader", Text, nullable=False),
    Column("booking_id", Text, nullable=False),
    Column("recipient", Text, nullable=False),
    Column("locale", Text, nullable=False),
    Column("zone", Text, nullable=False),
    Column("start_minute", Integer, nullable=False),
    Column("length_minutes", Integer, nullable=False),
    Column("previous_start_minute", Integer),
    Column("ics_sequence", Integer, nullable=False),
    Column("hosts", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("due_at", BigInteger),
    Column("problem", Text, nullable=False),
    Column("created_at", BigInteger, nullable=False),
    Column("sent_at", BigInteger),
    CheckConstraint("state in ('pending','kept','sent','failed','held','erased')", name="letters_state"),
    Index("letters_of_booking", "workspace_id", "booking_id", "created_at"),
    Index("letters_newest", "workspace_id", "created_at", "id"),
    Index(
        "letters_due",
        "due_at",
        sqlite_where=text("state = 'pending'"),
        postgresql_where=text("state = 'pending'"),
    ),
)
