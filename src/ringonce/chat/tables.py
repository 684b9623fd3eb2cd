"""Tables of conversations: who takes part, what was said, where each message stands, what was merged.

A message keeps the conversation it was written into; where it stands is a placement. Merging adds placements
to the winner and takes none from the loser, so undoing a merge only withdraws what the merge added.
"""

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from ringonce.kernel.schema import metadata

conversations = Table(
    "conversations",
    metadata,
    Column("workspace_id", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    # What people say: "#123". Counted per workspace.
    Column("number", Integer, nullable=False),
    Column("inbox_id", Text, nullable=False),
    Column("contact_id", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("priority", Integer, nullable=False),
    Column("assignee_id", Text),
    Column("team_id", Text),
    Column("snoozed_until", BigInteger),
    Column("merged_into", Text),
    # Raised by every change of this row; a frame with a lower one is old news.
    Column("version", Integer, nullable=False),
    # The last places given: to anybody's message, and to those that the visitor may read.
    Column("last_seq", Integer, nullable=False),
    Column("last_visitor_seq", Integer, nullable=False),
    # How far the visitor's side and the agents' side have read, in visitor_seq.
    Column("visitor_seen", Integer, nullable=False),
    Column("agents_seen", Integer, nullable=False),
    # When anything was placed last, a line about a deed too: no later place is dated before it.
    Column("last_place_at", BigInteger, nullable=False),
    # When somebody said something last, or what slept or had ended came back: lists go by it.
    Column("last_message_at", BigInteger, nullable=False),
    # Since when the visitor has waited for an answer.
    Column("waiting_since", BigInteger),
    Column("first_reply_at", BigInteger),
    Column("assigned_at", BigInteger),
    Column("locale", Text, nullable=False),
    Column("zone", Text, nullable=False),
    # Where it began: {"url", "title", "referrer"}; personal, so it stands here and not in the log.
    Column("page", Text, nullable=False),
    Column("answers", Text, nullable=False),
    Column("created_at", BigInteger, nullable=False),
    Column("resolved_at", BigInteger),
    CheckConstraint("state in ('open','snoozed','resolved','merged')", name="state"),
    CheckConstraint("priority between 0 and 4", name="priority"),
    CheckConstraint("(state = 'merged') = (merged_into is not null)", name="merged"),
    CheckConstraint("merged_into is null or merged_into <> id", name="not_into_itself"),
    UniqueConstraint("workspace_id", "number", name="conversations_number"),
    Index("conversations_by_state", "workspace_id", "state", "last_message_at", "id"),
    Index("conversations_of_assignee", "workspace_id", "assignee_id", "state"),
    Index("conversations_of_contact", "workspace_id", "contact_id", "inbox_id", "state"),
    Index("conversations_of_winner", "workspace_id", "merged_into"),
    Index(
        "conversations_to_wake",
        "snoozed_until",
        sqlite_where=text("state = 'snoozed'"),
        postgresql_where=text("state = 'snoozed'"),
    ),
)

# The last number given to a conversation: "#123" is unique and counted per workspace.
numbers = Table(
    "conversation_numbers",
    metadata,
    Column("workspace_id", Text, primary_key=True),
    Column("last_number", Integer, nullable=False),
)

# The founding guarantee: a visitor session has one row in an inbox, and that row names one live conversation.
participations = Table(
    "participations",
    metadata,
    Column("workspace_id", Text, primary_key=True),
    Column("inbox_id", Text, primary_key=True),
    Column("visitor_id", Text, primary_key=True),
    Column("conversation_id", Text),
    # The conversation that a merge moved this session away from; an undo brings it back.
    Column("came_from", Text),
    Column("joined_at", BigInteger, nullable=False),
    Index("participations_of_conversation", "workspace_id", "conversation_id"),
)

# Every conversation that a session may read: the live one and those that ended.
conversation_visitors = Table(
    "conversation_visitors",
    metadata,
    Column("workspace_id", Text, primary_key=True),
    Column("conversation_id", Text, primary_key=True),
    Column("visitor_id", Text, primary_key=True),
    Column("joined_at", BigInteger, nullable=False),
    Index("conversation_visitors_by_visitor", "workspace_id", "visitor_id"),
)

messages = Table(
    "messages",
    metadata,
    Column("workspace_id", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    # The conversation of origin; never changed.
    Column("conversation_id", Text, nullable=False),
    # The conversation its author meant; another one only while a merge stands.
    Column("addressed_id", Text, nullable=False),
    Column("author_kind", Text, nullable=False),
    Column("author_id", Text, nullable=False),
    Column("client_id", Text, nullable=False),
    Column("kind", Text, nullable=False),
    # Plain text of visitors, Markdown of agents; empty for events.
    Column("body", Text, nullable=False),
    # Ids, codes and numbers of events, offers and receipts; choices of quick replies.
    Column("extra", Text, nullable=False),
    Column("salt", Text, nullable=False),
    Column("created_at", BigInteger, nullable=False),
    Column("erased_at", BigInteger),
    CheckConstraint("kind in ('text','note','offer','receipt','form','event')", name="kind"),
    CheckConstraint("author_kind in ('visitor','member','key','system')", name="author"),
    # A retry of a message is the message: matched by the client's id, never by its text.
    UniqueConstraint(
        "workspace_id", "addressed_id", "author_kind", "author_id", "client_id", name="messages_client"
    ),
    Index("messages_of_author", "workspace_id", "author_kind", "author_id", "created_at"),
)

placements = Table(
    "placements",
    metadata,
    Column("workspace_id", Text, primary_key=True),
    Column("conversation_id", Text, primary_key=True),
    Column("seq", Integer, primary_key=True),
    # The place among what the visitor may read; null for notes and for what only the desk is told.
    Column("visitor_seq", Integer),
    Column("message_id", Text, nullable=False),
    # The merge that placed it here; null where it was written.
    Column("merge_id", Text),
    # An undone merge leaves the place, empty: no seq is ever missing.
    Column("withdrawn_at", BigInteger),
    Column("from_visitor", Integer, nullable=False),
    UniqueConstraint("workspace_id", "conversation_id", "visitor_seq", name="placements_visitor_seq"),
    UniqueConstraint("workspace_id", "conversation_id", "message_id", "merge_id", name="placements_once"),
    Index("placements_of_message", "workspace_id", "message_id"),
    Index("placements_of_merge", "workspace_id", "merge_id"),
    CheckConstraint("seq > 0", name="seq"),
)

# How far each agent has read, in seq: unread counts are exact because they are counted from here.
reads = Table(
    "conversation_reads",
    metadata,
    Column("workspace_id", Text, primary_key=True),
    Column("conversation_id", Text, primary_key=True),
    Column("member_id", Text, primary_key=True),
    Column("seq", Integer, nullable=False),
    Column("at", BigInteger, nullable=False),
)

merges = Table(
    "conversation_merges",
    metadata,
    Column("workspace_id", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    # One decision may merge several; they are undone together.
    Column("group_id", Text, nullable=False),
    Column("loser_id", Text, nullable=False),
    Column("winner_id", Text, nullable=False),
    Column("cause", Text, nullable=False),
    # What an undo restores: the loser's state and assignee, the sessions that were moved.
    Column("before", Text, nullable=False),
    Column("merged_by", Text, nullable=False),
    Column("merged_at", BigInteger, nullable=False),
    Column("undone_by", Text),
    Column("undone_at", BigInteger),
    CheckConstraint("loser_id <> winner_id", name="two"),
    CheckConstraint("cause in ('member','identity','import','start')", name="cause"),
    # A conversation stands in one place at most.
    Index(
        "conversation_merges_one_winner",
        "workspace_id",
        "loser_id",
        unique=True,
        sqlite_where=text("undone_at is null"),
        postgresql_where=text("undone_at is null"),
    ),
    Index("conversation_merges_of_winner", "workspace_id", "winner_id"),
    Index("conversation_merges_of_group", "workspace_id", "group_id"),
)

conversation_labels = Table(
    "conversation_labels",
    metadata,
    Column("workspace_id", Text, primary_key=True),
    Column("conversation_id", Text, primary_key=True),
    Column("label_id", Text, primary_key=True),
    Column("added_at", BigInteger, nullable=False),
    Index("conversation_labels_by_label", "workspace_id", "label_id"),
)

mentions = Table(
    "mentions",
    metadata,
    Column("workspace_id", Text, primary_key=True),
    Column("member_id", Text, primary_key=True),
    Column("message_id", Text, primary_key=True),
    Column("conversation_id", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("seen_at", BigInteger),
)

attachments = Table(
    "attachments",
    metadata,
    Column("workspace_id", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    # Null until a message carries it; what is never sent is swept after a day.
    Column("message_id", Text),
    Column("position", Integer, nullable=False),
    Column("owner", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("bytes", BigInteger, nullable=False),
    Column("width", Integer),
    Column("height", Integer),
    # Names the bytes in the file store; two uploads of the same bytes share them.
    Column("digest", Text, nullable=False),
    Column("preview_digest", Text),
    Column("created_at", BigInteger, nullable=False),
    Column("erased_at", BigInteger),
    Index("attachments_of_message", "workspace_id", "message_id", "position"),
    Index("attachments_by_digest", "digest"),
    Index("attachments_by_preview_digest", "preview_digest"),
    # The address of a file names no workspace.
    Index("attachments_by_id", "id", unique=True),
    Index("attachments_of_owner", "workspace_id", "owner", "created_at"),
    Index(
        "attachments_unsent",
        "created_at",
        sqlite_where=text("message_id is null"),
        postgresql_where=text("message_id is null"),
    ),
)

# Words of messages, cut by `values.terms`: the same on both engines, two Chinese characters included.
message_terms = Table(
    "message_terms",
    metadata,
    Column("workspace_id", Text, primary_key=True),
    # Sorted by its bytes on both engines, so that a beginning of a word is a range of the index.
    Column("term", Text().with_variant(Text(collation="C"), "postgresql"), primary_key=True),
    Column("message_id", Text, primary_key=True),
    Index("message_terms_of_message", "workspace_id", "message_id"),
)
