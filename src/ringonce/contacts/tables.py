"""Tables of people: one contact per proved identity, and addresses that were only typed."""

from sqlalchemy import BigInteger, CheckConstraint, Column, Index, Table, Text, text

from ringonce.kernel.schema import metadata

contacts = Table(
    "contacts",
    metadata,
    Column("workspace_id", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("created_at", BigInteger, nullable=False),
    Column("erased_at", BigInteger),
)

identities = Table(
    "identities",
    metadata,
    Column("workspace_id", Text, primary_key=True),
    Column("contact_id", Text, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("value", Text, primary_key=True),
    Column("proved_at", BigInteger),
    Column("seen_at", BigInteger, nullable=False),
    CheckConstraint("kind in ('visitor','email','phone','signed')", name="kind"),
    # A proof belongs to one person; an address that was merely typed may stand with many.
    Index(
        "identities_one_per_proof",
        "workspace_id",
        "kind",
        "value",
        unique=True,
        sqlite_where=text("proved_at is not null"),
        postgresql_where=text("proved_at is not null"),
    ),
)
