"""Tables of workspaces and of everybody who may act in one. Secrets are stored as hashes only."""

from sqlalchemy import BigInteger, CheckConstraint, Column, Index, Integer, Table, Text, UniqueConstraint

from ringonce.kernel.schema import metadata

workspaces = Table(
    "workspaces",
    metadata,
    Column("workspace_id", Text, primary_key=True),
    Column("slug", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("zone", Text, nullable=False),
    Column("locale", Text, nullable=False),
    # Another text means another history: a restored backup must not be patched onto what a page has seen.
    Column("epoch", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("created_at", BigInteger, nullable=False),
    UniqueConstraint("slug", name="workspaces_slug"),
)

members = Table(
    "members",
    metadata,
    Column("workspace_id", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("email", Text, nullable=False),
    # The address as it is compared: one person has one membership in a workspace, whatever the capitals.
    Column("email_folded", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("active", Integer, nullable=False),
    Column("password_hash", Text),
    Column("locale", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("created_at", BigInteger, nullable=False),
    CheckConstraint("role IN ('owner', 'admin', 'agent')", name="role"),
    UniqueConstraint("workspace_id", "email_folded", name="members_email"),
    Index("members_by_email", "email_folded"),
)

sessions = Table(
    "sessions",
    metadata,
    Column("workspace_id", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("member_id", Text, nullable=False),
    Column("token_hash", Text, nullable=False),
    Column("created_at", BigInteger, nullable=False),
    Column("used_at", BigInteger, nullable=False),
    Column("expires_at", BigInteger, nullable=False),
    UniqueConstraint("token_hash", name="sessions_token"),
    Index("sessions_by_member", "workspace_id", "member_id"),
    Index("sessions_by_expiry", "expires_at"),
)

api_keys = Table(
    "api_keys",
    metadata,
    Column("workspace_id", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("token_hash", Text, nullable=False),
    # The first characters, so that a person can tell two keys apart.
    Column("shown", Text, nullable=False),
    Column("scopes", Text, nullable=False),
    Column("created_by", Text, nullable=False),
    Column("created_at", BigInteger, nullable=False),
    Column("revoked_at", BigInteger),
    UniqueConstraint("token_hash", name="api_keys_token"),
)

visitors = Table(
    "visitors",
    metadata,
    Column("workspace_id", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    # Of the token that the id follows from; tokens that took its place are in `visitor_tokens`.
    Column("token_hash", Text, nullable=False),
    Column("created_at", BigInteger, nullable=False),
    Column("seen_at", BigInteger, nullable=False),
    # Since when nobody is let in as this visitor, whatever the token.
    Column("revoked_at", BigInteger),
    UniqueConstraint("workspace_id", "token_hash", name="visitors_token"),
)

# Tokens of which more is known than whose they are by themselves: those that a rotation retired, and those
# that it put in their place.
visitor_tokens = Table(
    "visitor_tokens",
    metadata,
    Column("workspace_id", Text, primary_key=True),
    Column("token_hash", Text, primary_key=True),
    Column("visitor_id", Text, nullable=False),
    Column("created_at", BigInteger, nullable=False),
    # When a retired token is taken no longer.
    Column("ends_at", BigInteger),
    Index("visitor_tokens_of_visitor", "workspace_id", "visitor_id"),
)

# The link of the first start. Its workspace is the one that using it will make.
setup_links = Table(
    "setup_links",
    metadata,
    Column("workspace_id", Text, primary_key=True),
    Column("token_hash", Text, nullable=False),
    Column("created_at", BigInteger, nullable=False),
    Column("expires_at", BigInteger, nullable=False),
    Column("used_at", BigInteger),
    UniqueConstraint("token_hash", name="setup_links_token"),
)
