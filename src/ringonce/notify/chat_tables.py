"""Tables of mails about conversations: what is waited for, and one row for each mail; words are drawn."""

from sqlalchemy import BigInteger, CheckConstraint, Column, Index, Integer, Table, Text, text

from ringonce.kernel.schema import metadata

# One row for each side of a conversation: when to look whether it has read what the other side wrote.
unseen_watches = Table(
    "unseen_watches",
    metadata,
    Column("workspace_id", Text, primary_key=True),
    Column("conversation_id", Text, primary_key=True),
    # Who has not read: the visitor, or the agents.
    Column("side", Text, primary_key=True),
    # Null while nothing is waited for.
    Column("due_at", BigInteger),
    # How far the last mail went, in visitor_seq, and when it was written: a burst is told once.
    Column("told_seq", Integer, nullable=False),
    Column("told_at", BigInteger, nullable=False),
    CheckConstraint("side in ('visitor','agents')", name="side"),
    Index(
        "unseen_watches_due",
        "due_at",
        sqlite_where=text("due_at is not null"),
        postgresql_where=text("due_at is not null"),
    ),
)

chat_letters = Table(
    "chat_letters",
    metadata,
    Column("workspace_id", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("conversation_id", Text, nullable=False),
    # The places it tells of, in visitor_seq: after the first, up to the second.
    Column("after_seq", Integer, nullable=False),
    Column("upto_seq", Integer, nullable=False),
    # A visitor's address, or a member's.
    Column("recipient", Text, nullable=False),
    Column("member_id", Text),
    Column("locale", Text, nullable=False),
    Column("zone", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("due_at", BigInteger),
    Column("problem", Text, nullable=False),
    Column("created_at", BigInteger, nullable=False),
    Column("sent_at", BigInteger),
    CheckConstraint("kind in ('transcript','answer','waiting')", name="kind"),
    CheckConstraint("state in ('pending','kept','sent','failed','seen','erased')", name="state"),
    Index("chat_letters_of_conversation", "workspace_id", "conversation_id", "created_at"),
    Index("chat_letters_to", "workspace_id", "recipient", "created_at"),
    Index("chat_letters_newest", "workspace_id", "created_at", "id"),
    Index(
        "chat_letters_due",
        "due_at",
        sqlite_where=text("state = 'pending'"),
        postgresql_where=text("state = 'pending'"),
    ),
)
