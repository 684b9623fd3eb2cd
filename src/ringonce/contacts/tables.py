"""Tables of people: one contact per proved identity, and addresses that were only typed."""

from sqlalchemy import BigInteger, CheckConstraint, Column, Index, Integer, Table, Text, text

from ringonce.kernel.schema import metadata

contacts = Table(
    "contacts",
    metadata,
    Column("workspace_id", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    # What the site or the desk wrote about the person: a flat JSON object of texts, numbers and booleans.
    Column("attributes", Text, nullable=False),
    Column("locale", Text, nullable=False),
    Column("zone", Text, nullable=False),
    # Another name of that contact while a merge stands; nothing is repointed.
    Column("merged_into", Text),
    Column("version", Integer, nullable=False),
    Column("created_at", BigInteger, nullable=False),
    Column("seen_at", BigInteger, nullable=False),
    Column("erased_at", BigInteger),
    CheckConstraint("merged_into is null or merged_into <> id", name="not_into_itself"),
    Index("contacts_of_winner", "workspace_id", "merged_into"),
    Index("contacts_by_seen", "workspace_id", "seen_at", "id"),
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

contact_merges = Table(
    "contact_merges",
    metadata,
    Column("workspace_id", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("group_id", Text, nullable=False),
    Column("loser_id", Text, nullable=False),
    Column("winner_id", Text, nullable=False),
    Column("cause", Text, nullable=False),
    # The winner's fields as they were and as they became: an undo restores those nobody changed since.
    Column("before", Text, nullable=False),
    Column("after", Text, nullable=False),
    Column("merged_by", Text, nullable=False),
    Column("merged_at", BigInteger, nullable=False),
    Column("undone_by", Text),
    Column("undone_at", BigInteger),
    CheckConstraint("loser_id <> winner_id", name="two"),
    CheckConstraint("cause in ('member','identity','import')", name="cause"),
    Index(
        "contact_merges_one_winner",
        "workspace_id",
        "loser_id",
        unique=True,
        sqlite_where=text("undone_at is null"),
        postgresql_where=text("undone_at is null"),
    ),
    Index("contact_merges_of_winner", "workspace_id", "winner_id"),
    Index("contact_merges_of_group", "workspace_id", "group_id"),
)

# Words of names and addresses, cut by `values.terms`.
contact_terms = Table(
    "contact_terms",
    metadata,
    Column("workspace_id", Text, primary_key=True),
    # Sorted by its bytes on both engines, so that a beginning of a word is a range of the index.
    Column("term", Text().with_variant(Text(collation="C"), "postgresql"), primary_key=True),
    Column("contact_id", Text, primary_key=True),
    Index("contact_terms_of_contact", "workspace_id", "contact_id"),
)
