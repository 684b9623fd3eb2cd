CREATE TABLE agent_team_members (
	workspace_id TEXT NOT NULL,
	team_id TEXT NOT NULL,
	member_id TEXT NOT NULL,
	CONSTRAINT pk_agent_team_members PRIMARY KEY (workspace_id, team_id, member_id)
)

-- next statement

CREATE TABLE agent_teams (
	workspace_id TEXT NOT NULL,
	id TEXT NOT NULL,
	name TEXT NOT NULL,
	version INTEGER NOT NULL,
	created_at BIGINT NOT NULL,
	CONSTRAINT pk_agent_teams PRIMARY KEY (workspace_id, id),
	CONSTRAINT agent_teams_name UNIQUE (workspace_id, name)
)

-- next statement

CREATE TABLE agents (
	workspace_id TEXT NOT NULL,
	member_id TEXT NOT NULL,
	status TEXT NOT NULL,
	capacity INTEGER,
	present_until BIGINT NOT NULL,
	assigned_at BIGINT NOT NULL,
	CONSTRAINT pk_agents PRIMARY KEY (workspace_id, member_id),
	CONSTRAINT ck_agents_status CHECK (status in ('online','busy','away')),
	CONSTRAINT ck_agents_capacity CHECK (capacity between 1 and 1000)
)

-- next statement

CREATE TABLE api_keys (
	workspace_id TEXT NOT NULL,
	id TEXT NOT NULL,
	name TEXT NOT NULL,
	token_hash TEXT NOT NULL,
	shown TEXT NOT NULL,
	scopes TEXT NOT NULL,
	created_by TEXT NOT NULL,
	created_at BIGINT NOT NULL,
	revoked_at BIGINT,
	CONSTRAINT pk_api_keys PRIMARY KEY (workspace_id, id),
	CONSTRAINT api_keys_token UNIQUE (token_hash)
)

-- next statement

CREATE TABLE attachments (
	workspace_id TEXT NOT NULL,
	id TEXT NOT NULL,
	message_id TEXT,
	position INTEGER NOT NULL,
	owner TEXT NOT NULL,
	name TEXT NOT NULL,
	media_type TEXT NOT NULL,
	bytes BIGINT NOT NULL,
	width INTEGER,
	height INTEGER,
	digest TEXT NOT NULL,
	preview_digest TEXT,
	created_at BIGINT NOT NULL,
	erased_at BIGINT,
	CONSTRAINT pk_attachments PRIMARY KEY (workspace_id, id)
)

-- next statement

CREATE INDEX attachments_by_digest ON attachments (digest)

-- next statement

CREATE UNIQUE INDEX attachments_by_id ON attachments (id)

-- next statement

CREATE INDEX attachments_by_preview_digest ON attachments (preview_digest)

-- next statement

CREATE INDEX attachments_of_message ON attachments (workspace_id, message_id, position)

-- next statement

CREATE INDEX attachments_of_owner ON attachments (workspace_id, owner, created_at)

-- next statement

CREATE INDEX attachments_unsent ON attachments (created_at) WHERE message_id is null

-- next statement

CREATE TABLE bookings (
	workspace_id TEXT NOT NULL,
	id TEXT NOT NULL,
	code_hash TEXT NOT NULL,
	state TEXT NOT NULL,
	version INTEGER NOT NULL,
	service_id TEXT NOT NULL,
	start_minute INTEGER NOT NULL,
	end_minute INTEGER NOT NULL,
	length_minutes INTEGER NOT NULL,
	hosts TEXT NOT NULL,
	chosen TEXT NOT NULL,
	asked_host_id TEXT,
	team_id TEXT,
	sitting_id TEXT,
	seat_no INTEGER,
	series_id TEXT,
	hold_id TEXT,
	visitor_id TEXT,
	contact_id TEXT,
	booked_by TEXT NOT NULL,
	name TEXT NOT NULL,
	email TEXT NOT NULL,
	phone TEXT NOT NULL,
	zone TEXT NOT NULL,
	locale TEXT NOT NULL,
	answers TEXT NOT NULL,
	guests TEXT NOT NULL,
	notes TEXT NOT NULL,
	location TEXT NOT NULL,
	reason TEXT NOT NULL,
	overlap_reason TEXT,
	no_show INTEGER NOT NULL,
	ics_uid TEXT NOT NULL,
	ics_sequence INTEGER NOT NULL,
	request_expires_at BIGINT,
	created_at BIGINT NOT NULL,
	changed_at BIGINT NOT NULL,
	CONSTRAINT pk_bookings PRIMARY KEY (workspace_id, id),
	CONSTRAINT ck_bookings_state CHECK (state in ('requested','confirmed','cancelled','rejected','expired')),
	CONSTRAINT ck_bookings_length CHECK (end_minute > start_minute),
	CONSTRAINT ck_bookings_no_show CHECK (no_show in (0, 1))
)

-- next statement

CREATE INDEX bookings_by_start ON bookings (workspace_id, start_minute, id)

-- next statement

CREATE UNIQUE INDEX bookings_code ON bookings (code_hash)

-- next statement

CREATE INDEX bookings_of_contact ON bookings (workspace_id, contact_id)

-- next statement

CREATE INDEX bookings_of_service ON bookings (workspace_id, service_id, start_minute)

-- next statement

CREATE INDEX bookings_of_visitor ON bookings (workspace_id, visitor_id, end_minute)

-- next statement

CREATE UNIQUE INDEX bookings_one_per_hold ON bookings (workspace_id, hold_id) WHERE hold_id is not null

-- next statement

CREATE INDEX bookings_to_expire ON bookings (request_expires_at) WHERE state = 'requested'

-- next statement

CREATE TABLE canned_replies (
	workspace_id TEXT NOT NULL,
	id TEXT NOT NULL,
	shortcut TEXT NOT NULL,
	body TEXT NOT NULL,
	version INTEGER NOT NULL,
	created_at BIGINT NOT NULL,
	CONSTRAINT pk_canned_replies PRIMARY KEY (workspace_id, id),
	CONSTRAINT canned_replies_shortcut UNIQUE (workspace_id, shortcut)
)

-- next statement

CREATE INDEX canned_replies_by_shortcut ON canned_replies (workspace_id, shortcut)

-- next statement

CREATE TABLE chat_letters (
	workspace_id TEXT NOT NULL,
	id TEXT NOT NULL,
	kind TEXT NOT NULL,
	conversation_id TEXT NOT NULL,
	after_seq INTEGER NOT NULL,
	upto_seq INTEGER NOT NULL,
	recipient TEXT NOT NULL,
	member_id TEXT,
	locale TEXT NOT NULL,
	zone TEXT NOT NULL,
	state TEXT NOT NULL,
	attempts INTEGER NOT NULL,
	due_at BIGINT,
	problem TEXT NOT NULL,
	created_at BIGINT NOT NULL,
	sent_at BIGINT,
	CONSTRAINT pk_chat_letters PRIMARY KEY (workspace_id, id),
	CONSTRAINT ck_chat_letters_kind CHECK (kind in ('transcript','answer','waiting')),
	CONSTRAINT ck_chat_letters_state CHECK (state in ('pending','kept','sent','failed','seen','erased'))
)

-- next statement

CREATE INDEX chat_letters_due ON chat_letters (due_at) WHERE state = 'pending'

-- next statement

CREATE INDEX chat_letters_newest ON chat_letters (workspace_id, created_at, id)

-- next statement

CREATE INDEX chat_letters_of_conversation ON chat_letters (workspace_id, conversation_id, created_at)

-- next statement

CREATE INDEX chat_letters_to ON chat_letters (workspace_id, recipient, created_at)

-- next statement

CREATE TABLE contact_merges (
	workspace_id TEXT NOT NULL,
	id TEXT NOT NULL,
	group_id TEXT NOT NULL,
	loser_id TEXT NOT NULL,
	winner_id TEXT NOT NULL,
	cause TEXT NOT NULL,
	before TEXT NOT NULL,
	after TEXT NOT NULL,
	merged_by TEXT NOT NULL,
	merged_at BIGINT NOT NULL,
	undone_by TEXT,
	undone_at BIGINT,
	CONSTRAINT pk_contact_merges PRIMARY KEY (workspace_id, id),
	CONSTRAINT ck_contact_merges_two CHECK (loser_id <> winner_id),
	CONSTRAINT ck_contact_merges_cause CHECK (cause in ('member','identity','import'))
)

-- next statement

CREATE INDEX contact_merges_of_group ON contact_merges (workspace_id, group_id)

-- next statement

CREATE INDEX contact_merges_of_winner ON contact_merges (workspace_id, winner_id)

-- next statement

CREATE UNIQUE INDEX contact_merges_one_winner ON contact_merges (workspace_id, loser_id) WHERE undone_at is null

-- next statement

CREATE TABLE contact_terms (
	workspace_id TEXT NOT NULL,
	term TEXT COLLATE "C" NOT NULL,
	contact_id TEXT NOT NULL,
	CONSTRAINT pk_contact_terms PRIMARY KEY (workspace_id, term, contact_id)
)

-- next statement

CREATE INDEX contact_terms_of_contact ON contact_terms (workspace_id, contact_id)

-- next statement

CREATE TABLE contacts (
	workspace_id TEXT NOT NULL,
	id TEXT NOT NULL,
	name TEXT NOT NULL,
	attributes TEXT NOT NULL,
	locale TEXT NOT NULL,
	zone TEXT NOT NULL,
	merged_into TEXT,
	version INTEGER NOT NULL,
	created_at BIGINT NOT NULL,
	seen_at BIGINT NOT NULL,
	erased_at BIGINT,
	CONSTRAINT pk_contacts PRIMARY KEY (workspace_id, id),
	CONSTRAINT ck_contacts_not_into_itself CHECK (merged_into is null or merged_into <> id)
)

-- next statement

CREATE INDEX contacts_by_seen ON contacts (workspace_id, seen_at, id)

-- next statement

CREATE INDEX contacts_of_winner ON contacts (workspace_id, merged_into)

-- next statement

CREATE TABLE conversation_bookings (
	workspace_id TEXT NOT NULL,
	conversation_id TEXT NOT NULL,
	booking_id TEXT NOT NULL,
	at BIGINT NOT NULL,
	CONSTRAINT pk_conversation_bookings PRIMARY KEY (workspace_id, conversation_id, booking_id)
)

-- next statement

CREATE INDEX conversation_bookings_by_booking ON conversation_bookings (workspace_id, booking_id)

-- next statement

CREATE TABLE conversation_labels (
	workspace_id TEXT NOT NULL,
	conversation_id TEXT NOT NULL,
	label_id TEXT NOT NULL,
	added_at BIGINT NOT NULL,
	CONSTRAINT pk_conversation_labels PRIMARY KEY (workspace_id, conversation_id, label_id)
)

-- next statement

CREATE INDEX conversation_labels_by_label ON conversation_labels (workspace_id, label_id)

-- next statement

CREATE TABLE conversation_merges (
	workspace_id TEXT NOT NULL,
	id TEXT NOT NULL,
	group_id TEXT NOT NULL,
	loser_id TEXT NOT NULL,
	winner_id TEXT NOT NULL,
	cause TEXT NOT NULL,
	before TEXT NOT NULL,
	merged_by TEXT NOT NULL,
	merged_at BIGINT NOT NULL,
	undone_by TEXT,
	undone_at BIGINT,
	CONSTRAINT pk_conversation_merges PRIMARY KEY (workspace_id, id),
	CONSTRAINT ck_conversation_merges_two CHECK (loser_id <> winner_id),
	CONSTRAINT ck_conversation_merges_cause CHECK (cause in ('member','identity','import','start'))
)

-- next statement

CREATE INDEX conversation_merges_of_group ON conversation_merges (workspace_id, group_id)

-- next statement

CREATE INDEX conversation_merges_of_winner ON conversation_merges (workspace_id, winner_id)

-- next statement

CREATE UNIQUE INDEX conversation_merges_one_winner ON conversation_merges (workspace_id, loser_id) WHERE undone_at is null

-- next statement

CREATE TABLE conversation_numbers (
	workspace_id TEXT NOT NULL,
	last_number INTEGER NOT NULL,
	CONSTRAINT pk_conversation_numbers PRIMARY KEY (workspace_id)
)

-- next statement

CREATE TABLE conversation_reads (
	workspace_id TEXT NOT NULL,
	conversation_id TEXT NOT NULL,
	member_id TEXT NOT NULL,
	seq INTEGER NOT NULL,
	at BIGINT NOT NULL,
	CONSTRAINT pk_conversation_reads PRIMARY KEY (workspace_id, conversation_id, member_id)
)

-- next statement

CREATE TABLE conversation_visitors (
	workspace_id TEXT NOT NULL,
	conversation_id TEXT NOT NULL,
	visitor_id TEXT NOT NULL,
	joined_at BIGINT NOT NULL,
	CONSTRAINT pk_conversation_visitors PRIMARY KEY (workspace_id, conversation_id, visitor_id)
)

-- next statement

CREATE INDEX conversation_visitors_by_visitor ON conversation_visitors (workspace_id, visitor_id)

-- next statement

CREATE TABLE conversations (
	workspace_id TEXT NOT NULL,
	id TEXT NOT NULL,
	number INTEGER NOT NULL,
	inbox_id TEXT NOT NULL,
	contact_id TEXT NOT NULL,
	state TEXT NOT NULL,
	priority INTEGER NOT NULL,
	assignee_id TEXT,
	team_id TEXT,
	snoozed_until BIGINT,
	merged_into TEXT,
	version INTEGER NOT NULL,
	last_seq INTEGER NOT NULL,
	last_visitor_seq INTEGER NOT NULL,
	visitor_seen INTEGER NOT NULL,
	agents_seen INTEGER NOT NULL,
	last_place_at BIGINT NOT NULL,
	last_message_at BIGINT NOT NULL,
	waiting_since BIGINT,
	first_reply_at BIGINT,
	assigned_at BIGINT,
	locale TEXT NOT NULL,
	zone TEXT NOT NULL,
	page TEXT NOT NULL,
	answers TEXT NOT NULL,
	created_at BIGINT NOT NULL,
	resolved_at BIGINT,
	CONSTRAINT pk_conversations PRIMARY KEY (workspace_id, id),
	CONSTRAINT ck_conversations_state CHECK (state in ('open','snoozed','resolved','merged')),
	CONSTRAINT ck_conversations_priority CHECK (priority between 0 and 4),
	CONSTRAINT ck_conversations_merged CHECK ((state = 'merged') = (merged_into is not null)),
	CONSTRAINT ck_conversations_not_into_itself CHECK (merged_into is null or merged_into <> id),
	CONSTRAINT conversations_number UNIQUE (workspace_id, number)
)

-- next statement

CREATE INDEX conversations_by_state ON conversations (workspace_id, state, last_message_at, id)

-- next statement

CREATE INDEX conversations_of_assignee ON conversations (workspace_id, assignee_id, state)

-- next statement

CREATE INDEX conversations_of_contact ON conversations (workspace_id, contact_id, inbox_id, state)

-- next statement

CREATE INDEX conversations_of_winner ON conversations (workspace_id, merged_into)

-- next statement

CREATE INDEX conversations_to_wake ON conversations (snoozed_until) WHERE state = 'snoozed'

-- next statement

CREATE TABLE holds (
	workspace_id TEXT NOT NULL,
	id TEXT NOT NULL,
	service_id TEXT NOT NULL,
	principal TEXT NOT NULL,
	visitor_id TEXT,
	generation INTEGER NOT NULL,
	state TEXT NOT NULL,
	start_minute INTEGER NOT NULL,
	end_minute INTEGER NOT NULL,
	length_minutes INTEGER NOT NULL,
	hosts TEXT NOT NULL,
	chosen TEXT NOT NULL,
	asked_host_id TEXT,
	team_id TEXT,
	sitting_id TEXT,
	seat_no INTEGER,
	series_id TEXT,
	offer_id TEXT,
	moving_booking_id TEXT,
	booking_id TEXT,
	granted_at BIGINT NOT NULL,
	expires_at BIGINT NOT NULL,
	ended_at BIGINT,
	CONSTRAINT pk_holds PRIMARY KEY (workspace_id, id),
	CONSTRAINT ck_holds_state CHECK (state in ('live','lapsed','released','confirmed')),
	CONSTRAINT ck_holds_length CHECK (end_minute > start_minute)
)

-- next statement

CREATE INDEX holds_live ON holds (workspace_id, service_id, id) WHERE state = 'live'

-- next statement

CREATE INDEX holds_of_principal ON holds (workspace_id, service_id, principal, state)

-- next statement

CREATE INDEX holds_of_series ON holds (workspace_id, series_id)

-- next statement

CREATE INDEX holds_to_lapse ON holds (expires_at) WHERE state = 'live'

-- next statement

CREATE TABLE identities (
	workspace_id TEXT NOT NULL,
	contact_id TEXT NOT NULL,
	kind TEXT NOT NULL,
	value TEXT NOT NULL,
	proved_at BIGINT,
	seen_at BIGINT NOT NULL,
	CONSTRAINT pk_identities PRIMARY KEY (workspace_id, contact_id, kind, value),
	CONSTRAINT ck_identities_kind CHECK (kind in ('visitor','email','phone','signed'))
)

-- next statement

CREATE UNIQUE INDEX identities_one_per_proof ON identities (workspace_id, kind, value) WHERE proved_at is not null

-- next statement

CREATE TABLE inbox_agents (
	workspace_id TEXT NOT NULL,
	inbox_id TEXT NOT NULL,
	member_id TEXT NOT NULL,
	CONSTRAINT pk_inbox_agents PRIMARY KEY (workspace_id, inbox_id, member_id)
)

-- next statement

CREATE TABLE inboxes (
	workspace_id TEXT NOT NULL,
	id TEXT NOT NULL,
	slug TEXT NOT NULL,
	name TEXT NOT NULL,
	settings TEXT NOT NULL,
	schedule_id TEXT,
	team_id TEXT,
	secret_no INTEGER NOT NULL,
	old_secret_until BIGINT,
	active INTEGER NOT NULL,
	version INTEGER NOT NULL,
	created_at BIGINT NOT NULL,
	seen_at BIGINT,
	CONSTRAINT pk_inboxes PRIMARY KEY (workspace_id, id),
	CONSTRAINT inboxes_slug UNIQUE (workspace_id, slug)
)

-- next statement

CREATE TABLE labels (
	workspace_id TEXT NOT NULL,
	id TEXT NOT NULL,
	name TEXT NOT NULL,
	hue INTEGER NOT NULL,
	version INTEGER NOT NULL,
	created_at BIGINT NOT NULL,
	CONSTRAINT pk_labels PRIMARY KEY (workspace_id, id),
	CONSTRAINT ck_labels_hue CHECK (hue between 0 and 359),
	CONSTRAINT labels_name UNIQUE (workspace_id, name)
)

-- next statement

CREATE TABLE letters (
	workspace_id TEXT NOT NULL,
	id TEXT NOT NULL,
	seq INTEGER NOT NULL,
	kind TEXT NOT NULL,
	reader TEXT NOT NULL,
	booking_id TEXT NOT NULL,
	recipient TEXT NOT NULL,
	locale TEXT NOT NULL,
	zone TEXT NOT NULL,
	start_minute INTEGER NOT NULL,
	length_minutes INTEGER NOT NULL,
	previous_start_minute INTEGER,
	ics_sequence INTEGER NOT NULL,
	hosts TEXT NOT NULL,
	state TEXT NOT NULL,
	attempts INTEGER NOT NULL,
	due_at BIGINT,
	problem TEXT NOT NULL,
	created_at BIGINT NOT NULL,
	sent_at BIGINT,
	CONSTRAINT pk_letters PRIMARY KEY (workspace_id, id),
	CONSTRAINT ck_letters_letters_state CHECK (state in ('pending','kept','sent','failed','held','erased'))
)

-- next statement

CREATE INDEX letters_due ON letters (due_at) WHERE state = 'pending'

-- next statement

CREATE INDEX letters_newest ON letters (workspace_id, created_at, id)

-- next statement

CREATE INDEX letters_of_booking ON letters (workspace_id, booking_id, created_at)

-- next statement

CREATE TABLE log (
	workspace_id TEXT NOT NULL,
	seq BIGINT NOT NULL,
	stream TEXT NOT NULL,
	action TEXT NOT NULL,
	refs TEXT NOT NULL,
	actor_kind TEXT NOT NULL,
	actor_id TEXT NOT NULL,
	request_id TEXT NOT NULL,
	intent_hash TEXT,
	at BIGINT NOT NULL,
	prev_hash TEXT NOT NULL,
	hash TEXT NOT NULL,
	CONSTRAINT pk_log PRIMARY KEY (workspace_id, seq)
)

-- next statement

CREATE INDEX ix_log_request_id ON log (request_id)

-- next statement

CREATE INDEX ix_log_stream ON log (workspace_id, stream, seq)

-- next statement

CREATE TABLE log_heads (
	workspace_id TEXT NOT NULL,
	seq BIGINT NOT NULL,
	hash TEXT NOT NULL,
	CONSTRAINT pk_log_heads PRIMARY KEY (workspace_id)
)

-- next statement

CREATE TABLE members (
	workspace_id TEXT NOT NULL,
	id TEXT NOT NULL,
	name TEXT NOT NULL,
	email TEXT NOT NULL,
	email_folded TEXT NOT NULL,
	role TEXT NOT NULL,
	active INTEGER NOT NULL,
	password_hash TEXT,
	locale TEXT NOT NULL,
	version INTEGER NOT NULL,
	created_at BIGINT NOT NULL,
	CONSTRAINT pk_members PRIMARY KEY (workspace_id, id),
	CONSTRAINT ck_members_role CHECK (role IN ('owner', 'admin', 'agent')),
	CONSTRAINT members_email UNIQUE (workspace_id, email_folded)
)

-- next statement

CREATE INDEX members_by_email ON members (email_folded)

-- next statement

CREATE TABLE mentions (
	workspace_id TEXT NOT NULL,
	member_id TEXT NOT NULL,
	message_id TEXT NOT NULL,
	conversation_id TEXT NOT NULL,
	at BIGINT NOT NULL,
	seen_at BIGINT,
	CONSTRAINT pk_mentions PRIMARY KEY (workspace_id, member_id, message_id)
)

-- next statement

CREATE TABLE message_terms (
	workspace_id TEXT NOT NULL,
	term TEXT COLLATE "C" NOT NULL,
	message_id TEXT NOT NULL,
	CONSTRAINT pk_message_terms PRIMARY KEY (workspace_id, term, message_id)
)

-- next statement

CREATE INDEX message_terms_of_message ON message_terms (workspace_id, message_id)

-- next statement

CREATE TABLE messages (
	workspace_id TEXT NOT NULL,
	id TEXT NOT NULL,
	conversation_id TEXT NOT NULL,
	addressed_id TEXT NOT NULL,
	author_kind TEXT NOT NULL,
	author_id TEXT NOT NULL,
	client_id TEXT NOT NULL,
	kind TEXT NOT NULL,
	body TEXT NOT NULL,
	extra TEXT NOT NULL,
	salt TEXT NOT NULL,
	created_at BIGINT NOT NULL,
	erased_at BIGINT,
	CONSTRAINT pk_messages PRIMARY KEY (workspace_id, id),
	CONSTRAINT ck_messages_kind CHECK (kind in ('text','note','offer','receipt','form','event')),
	CONSTRAINT ck_messages_author CHECK (author_kind in ('visitor','member','key','system')),
	CONSTRAINT messages_client UNIQUE (workspace_id, addressed_id, author_kind, author_id, client_id)
)

-- next statement

CREATE INDEX messages_of_author ON messages (workspace_id, author_kind, author_id, created_at)

-- next statement

CREATE TABLE offer_times (
	workspace_id TEXT NOT NULL,
	message_id TEXT NOT NULL,
	position INTEGER NOT NULL,
	start_minute INTEGER NOT NULL,
	hold_id TEXT,
	generation INTEGER,
	state TEXT NOT NULL,
	was_minute INTEGER,
	CONSTRAINT pk_offer_times PRIMARY KEY (workspace_id, message_id, position),
	CONSTRAINT ck_offer_times_state CHECK (state in ('held','free','gone','taken','released'))
)

-- next statement

CREATE INDEX offer_times_by_hold ON offer_times (workspace_id, hold_id)

-- next statement

CREATE TABLE offers (
	workspace_id TEXT NOT NULL,
	message_id TEXT NOT NULL,
	conversation_id TEXT NOT NULL,
	service_id TEXT NOT NULL,
	length_minutes INTEGER NOT NULL,
	zone TEXT NOT NULL,
	state TEXT NOT NULL,
	version INTEGER NOT NULL,
	expires_at BIGINT NOT NULL,
	booking_id TEXT,
	moving_booking_id TEXT,
	CONSTRAINT pk_offers PRIMARY KEY (workspace_id, message_id),
	CONSTRAINT ck_offers_state CHECK (state in ('open','taken','withdrawn','lapsed'))
)

-- next statement

CREATE INDEX offers_of_conversation ON offers (workspace_id, conversation_id)

-- next statement

CREATE INDEX offers_of_service ON offers (workspace_id, service_id, state)

-- next statement

CREATE TABLE outbox_cursors (
	workspace_id TEXT NOT NULL,
	consumer TEXT NOT NULL,
	seq BIGINT NOT NULL,
	attempts SMALLINT NOT NULL,
	retry_at BIGINT NOT NULL,
	lease_owner TEXT NOT NULL,
	lease_until BIGINT NOT NULL,
	CONSTRAINT pk_outbox_cursors PRIMARY KEY (workspace_id, consumer)
)

-- next statement

CREATE TABLE outbox_dead_letters (
	workspace_id TEXT NOT NULL,
	consumer TEXT NOT NULL,
	seq BIGINT NOT NULL,
	effect_id TEXT NOT NULL,
	attempts SMALLINT NOT NULL,
	reason TEXT NOT NULL,
	died_at BIGINT NOT NULL,
	redrive_at BIGINT,
	CONSTRAINT pk_outbox_dead_letters PRIMARY KEY (workspace_id, consumer, seq)
)

-- next statement

CREATE INDEX ix_outbox_dead_letters_redrive_at ON outbox_dead_letters (redrive_at)

-- next statement

CREATE TABLE participations (
	workspace_id TEXT NOT NULL,
	inbox_id TEXT NOT NULL,
	visitor_id TEXT NOT NULL,
	conversation_id TEXT,
	came_from TEXT,
	joined_at BIGINT NOT NULL,
	CONSTRAINT pk_participations PRIMARY KEY (workspace_id, inbox_id, visitor_id)
)

-- next statement

CREATE INDEX participations_of_conversation ON participations (workspace_id, conversation_id)

-- next statement

CREATE TABLE placements (
	workspace_id TEXT NOT NULL,
	conversation_id TEXT NOT NULL,
	seq INTEGER NOT NULL,
	visitor_seq INTEGER,
	message_id TEXT NOT NULL,
	merge_id TEXT,
	withdrawn_at BIGINT,
	from_visitor INTEGER NOT NULL,
	CONSTRAINT pk_placements PRIMARY KEY (workspace_id, conversation_id, seq),
	CONSTRAINT placements_visitor_seq UNIQUE (workspace_id, conversation_id, visitor_seq),
	CONSTRAINT placements_once UNIQUE (workspace_id, conversation_id, message_id, merge_id),
	CONSTRAINT ck_placements_seq CHECK (seq > 0)
)

-- next statement

CREATE INDEX placements_of_merge ON placements (workspace_id, merge_id)

-- next statement

CREATE INDEX placements_of_message ON placements (workspace_id, message_id)

-- next statement

CREATE TABLE receipts (
	workspace_id TEXT NOT NULL,
	principal TEXT NOT NULL,
	key_hash TEXT NOT NULL,
	fingerprint TEXT NOT NULL,
	request_id TEXT NOT NULL,
	status SMALLINT,
	sealed BYTEA,
	attempts SMALLINT NOT NULL,
	created_at BIGINT NOT NULL,
	expires_at BIGINT NOT NULL,
	CONSTRAINT pk_receipts PRIMARY KEY (workspace_id, principal, key_hash)
)

-- next statement

CREATE INDEX ix_receipts_expires_at ON receipts (expires_at)

-- next statement

CREATE INDEX ix_receipts_request_id ON receipts (request_id)

-- next statement

CREATE TABLE schedules (
	workspace_id TEXT NOT NULL,
	id TEXT NOT NULL,
	name TEXT NOT NULL,
	zone TEXT NOT NULL,
	weekly TEXT NOT NULL,
	overrides TEXT NOT NULL,
	travels TEXT NOT NULL,
	holidays TEXT,
	is_default INTEGER NOT NULL,
	version BIGINT NOT NULL,
	created_at BIGINT NOT NULL,
	CONSTRAINT pk_schedules PRIMARY KEY (workspace_id, id),
	CONSTRAINT ck_schedules_is_default CHECK (is_default IN (0, 1))
)

-- next statement

CREATE UNIQUE INDEX ux_schedules_default ON schedules (workspace_id) WHERE is_default = 1

-- next statement

CREATE TABLE seats (
	workspace_id TEXT NOT NULL,
	sitting_id TEXT NOT NULL,
	number INTEGER NOT NULL,
	owner_id TEXT NOT NULL,
	kind TEXT NOT NULL,
	visitor_id TEXT,
	expires_at BIGINT,
	CONSTRAINT pk_seats PRIMARY KEY (workspace_id, sitting_id, number),
	CONSTRAINT ck_seats_number CHECK (number >= 1),
	CONSTRAINT ck_seats_kind CHECK (kind in ('hold','booking','request'))
)

-- next statement

CREATE UNIQUE INDEX seats_of_owner ON seats (workspace_id, owner_id)

-- next statement

CREATE TABLE sessions (
	workspace_id TEXT NOT NULL,
	id TEXT NOT NULL,
	member_id TEXT NOT NULL,
	token_hash TEXT NOT NULL,
	created_at BIGINT NOT NULL,
	used_at BIGINT NOT NULL,
	expires_at BIGINT NOT NULL,
	CONSTRAINT pk_sessions PRIMARY KEY (workspace_id, id),
	CONSTRAINT sessions_token UNIQUE (token_hash)
)

-- next statement

CREATE INDEX sessions_by_expiry ON sessions (expires_at)

-- next statement

CREATE INDEX sessions_by_member ON sessions (workspace_id, member_id)

-- next statement

CREATE TABLE setup_links (
	workspace_id TEXT NOT NULL,
	token_hash TEXT NOT NULL,
	created_at BIGINT NOT NULL,
	expires_at BIGINT NOT NULL,
	used_at BIGINT,
	CONSTRAINT pk_setup_links PRIMARY KEY (workspace_id),
	CONSTRAINT setup_links_token UNIQUE (token_hash)
)

-- next statement

CREATE TABLE sittings (
	workspace_id TEXT NOT NULL,
	id TEXT NOT NULL,
	service_id TEXT NOT NULL,
	start_minute INTEGER NOT NULL,
	end_minute INTEGER NOT NULL,
	length_minutes INTEGER NOT NULL,
	hosts TEXT NOT NULL,
	seats INTEGER NOT NULL,
	state TEXT NOT NULL,
	created_at BIGINT NOT NULL,
	CONSTRAINT pk_sittings PRIMARY KEY (workspace_id, id),
	CONSTRAINT ck_sittings_state CHECK (state in ('open','ended')),
	CONSTRAINT ck_sittings_seats CHECK (seats >= 1)
)

-- next statement

CREATE INDEX sittings_of_service ON sittings (workspace_id, service_id, start_minute)

-- next statement

CREATE TABLE teams (
	workspace_id TEXT NOT NULL,
	id TEXT NOT NULL,
	slug TEXT NOT NULL,
	name TEXT NOT NULL,
	zone TEXT,
	limits TEXT NOT NULL,
	version BIGINT NOT NULL,
	revision BIGINT NOT NULL,
	changed_at BIGINT NOT NULL,
	created_at BIGINT NOT NULL,
	retired_at BIGINT,
	CONSTRAINT pk_teams PRIMARY KEY (workspace_id, id)
)

-- next statement

CREATE UNIQUE INDEX ux_teams_slug ON teams (workspace_id, slug) WHERE retired_at IS NULL

-- next statement

CREATE TABLE unseen_watches (
	workspace_id TEXT NOT NULL,
	conversation_id TEXT NOT NULL,
	side TEXT NOT NULL,
	due_at BIGINT,
	told_seq INTEGER NOT NULL,
	told_at BIGINT NOT NULL,
	CONSTRAINT pk_unseen_watches PRIMARY KEY (workspace_id, conversation_id, side),
	CONSTRAINT ck_unseen_watches_side CHECK (side in ('visitor','agents'))
)

-- next statement

CREATE INDEX unseen_watches_due ON unseen_watches (due_at) WHERE due_at is not null

-- next statement

CREATE TABLE visitor_tokens (
	workspace_id TEXT NOT NULL,
	token_hash TEXT NOT NULL,
	visitor_id TEXT NOT NULL,
	created_at BIGINT NOT NULL,
	ends_at BIGINT,
	CONSTRAINT pk_visitor_tokens PRIMARY KEY (workspace_id, token_hash)
)

-- next statement

CREATE INDEX visitor_tokens_of_visitor ON visitor_tokens (workspace_id, visitor_id)

-- next statement

CREATE TABLE visitors (
	workspace_id TEXT NOT NULL,
	id TEXT NOT NULL,
	token_hash TEXT NOT NULL,
	created_at BIGINT NOT NULL,
	seen_at BIGINT NOT NULL,
	revoked_at BIGINT,
	CONSTRAINT pk_visitors PRIMARY KEY (workspace_id, id),
	CONSTRAINT visitors_token UNIQUE (workspace_id, token_hash)
)

-- next statement

CREATE TABLE workspaces (
	workspace_id TEXT NOT NULL,
	slug TEXT NOT NULL,
	name TEXT NOT NULL,
	zone TEXT NOT NULL,
	locale TEXT NOT NULL,
	epoch TEXT NOT NULL,
	version INTEGER NOT NULL,
	created_at BIGINT NOT NULL,
	CONSTRAINT pk_workspaces PRIMARY KEY (workspace_id),
	CONSTRAINT workspaces_slug UNIQUE (slug)
)

-- next statement

CREATE TABLE attempts (
	workspace_id TEXT NOT NULL,
	principal TEXT NOT NULL,
	key_hash TEXT NOT NULL,
	request_id TEXT NOT NULL,
	at BIGINT NOT NULL,
	CONSTRAINT pk_attempts PRIMARY KEY (workspace_id, principal, key_hash, request_id),
	CONSTRAINT fk_attempts_receipts FOREIGN KEY(workspace_id, principal, key_hash) REFERENCES receipts (workspace_id, principal, key_hash) ON DELETE CASCADE
)

-- next statement

CREATE INDEX ix_attempts_request_id ON attempts (request_id)

-- next statement

CREATE TABLE hosts (
	workspace_id TEXT NOT NULL,
	id TEXT NOT NULL,
	no BIGINT NOT NULL,
	kind TEXT NOT NULL,
	name TEXT NOT NULL,
	email TEXT,
	member_id TEXT,
	schedule_id TEXT,
	active INTEGER NOT NULL,
	priority INTEGER NOT NULL,
	weight INTEGER NOT NULL,
	limits TEXT NOT NULL,
	locale TEXT,
	version BIGINT NOT NULL,
	revision BIGINT NOT NULL,
	changed_at BIGINT NOT NULL,
	created_at BIGINT NOT NULL,
	retired_at BIGINT,
	CONSTRAINT pk_hosts PRIMARY KEY (workspace_id, id),
	CONSTRAINT uq_hosts_no UNIQUE (no),
	CONSTRAINT fk_hosts_schedule FOREIGN KEY(workspace_id, schedule_id) REFERENCES schedules (workspace_id, id),
	CONSTRAINT ck_hosts_kind CHECK (kind IN ('person', 'resource')),
	CONSTRAINT ck_hosts_active CHECK (active IN (0, 1)),
	CONSTRAINT ck_hosts_weight CHECK (weight >= 1)
)

-- next statement

CREATE INDEX ix_hosts_schedule ON hosts (workspace_id, schedule_id)

-- next statement

CREATE TABLE services (
	workspace_id TEXT NOT NULL,
	id TEXT NOT NULL,
	slug TEXT NOT NULL,
	title TEXT NOT NULL,
	description TEXT NOT NULL,
	colour TEXT NOT NULL,
	price_text TEXT NOT NULL,
	hidden INTEGER NOT NULL,
	private_token TEXT,
	lengths TEXT NOT NULL,
	questions TEXT NOT NULL,
	locations TEXT NOT NULL,
	rules TEXT NOT NULL,
	schedule_id TEXT,
	restriction_schedule_id TEXT,
	team_id TEXT,
	mode TEXT NOT NULL,
	seats INTEGER NOT NULL,
	approval TEXT NOT NULL,
	pending_blocks INTEGER NOT NULL,
	hold_minutes INTEGER NOT NULL,
	cancel_until_minutes INTEGER,
	move_until_minutes INTEGER,
	keep_host_on_move INTEGER NOT NULL,
	visitor_limit INTEGER,
	success_url TEXT,
	active INTEGER NOT NULL,
	position INTEGER NOT NULL,
	version BIGINT NOT NULL,
	revision BIGINT NOT NULL,
	changed_at BIGINT NOT NULL,
	created_at BIGINT NOT NULL,
	retired_at BIGINT,
	CONSTRAINT pk_services PRIMARY KEY (workspace_id, id),
	CONSTRAINT fk_services_schedule FOREIGN KEY(workspace_id, schedule_id) REFERENCES schedules (workspace_id, id),
	CONSTRAINT fk_services_restriction FOREIGN KEY(workspace_id, restriction_schedule_id) REFERENCES schedules (workspace_id, id),
	CONSTRAINT fk_services_team FOREIGN KEY(workspace_id, team_id) REFERENCES teams (workspace_id, id),
	CONSTRAINT ck_services_mode CHECK (mode IN ('single', 'any', 'all')),
	CONSTRAINT ck_services_approval CHECK (approval IN ('none', 'always')),
	CONSTRAINT ck_services_seats CHECK (seats >= 1),
	CONSTRAINT ck_services_hold CHECK (hold_minutes BETWEEN 2 AND 15),
	CONSTRAINT ck_services_flags CHECK (active IN (0, 1) AND hidden IN (0, 1) AND pending_blocks IN (0, 1))
)

-- next statement

CREATE INDEX ix_services_schedule ON services (workspace_id, schedule_id)

-- next statement

CREATE INDEX ix_services_team ON services (workspace_id, team_id)

-- next statement

CREATE UNIQUE INDEX ux_services_slug ON services (workspace_id, slug) WHERE retired_at IS NULL

-- next statement

CREATE TABLE aways (
	workspace_id TEXT NOT NULL,
	id TEXT NOT NULL,
	host_id TEXT NOT NULL,
	start_minute BIGINT NOT NULL,
	end_minute BIGINT NOT NULL,
	kind TEXT NOT NULL,
	note TEXT NOT NULL,
	created_at BIGINT NOT NULL,
	CONSTRAINT pk_aways PRIMARY KEY (workspace_id, id),
	CONSTRAINT fk_aways_host FOREIGN KEY(workspace_id, host_id) REFERENCES hosts (workspace_id, id),
	CONSTRAINT ck_aways_kind CHECK (kind IN ('away', 'holiday')),
	CONSTRAINT ck_aways_order CHECK (end_minute > start_minute)
)

-- next statement

CREATE INDEX ix_aways_host ON aways (workspace_id, host_id, start_minute)

-- next statement

CREATE TABLE external_calendars (
	workspace_id TEXT NOT NULL,
	id TEXT NOT NULL,
	host_id TEXT NOT NULL,
	name TEXT NOT NULL,
	policy TEXT NOT NULL,
	read_at BIGINT,
	failing_since BIGINT,
	created_at BIGINT NOT NULL,
	CONSTRAINT pk_external_calendars PRIMARY KEY (workspace_id, id),
	CONSTRAINT fk_external_calendars_host FOREIGN KEY(workspace_id, host_id) REFERENCES hosts (workspace_id, id),
	CONSTRAINT ck_external_calendars_policy CHECK (policy IN ('strict', 'trust'))
)

-- next statement

CREATE INDEX ix_external_calendars_host ON external_calendars (workspace_id, host_id)

-- next statement

CREATE TABLE occupancy (
	workspace_id TEXT NOT NULL,
	owner_id TEXT NOT NULL,
	host_id TEXT NOT NULL,
	host_no BIGINT NOT NULL,
	kind TEXT NOT NULL,
	start_minute BIGINT NOT NULL,
	end_minute BIGINT NOT NULL,
	before_minutes INTEGER NOT NULL,
	after_minutes INTEGER NOT NULL,
	padded_start BIGINT NOT NULL,
	padded_end BIGINT NOT NULL,
	blocks INTEGER NOT NULL,
	service_id TEXT NOT NULL,
	team_id TEXT,
	length_minutes INTEGER NOT NULL,
	role TEXT NOT NULL,
	expires_at BIGINT,
	taken_at BIGINT NOT NULL,
	CONSTRAINT pk_occupancy PRIMARY KEY (workspace_id, owner_id, host_id),
	CONSTRAINT fk_occupancy_host FOREIGN KEY(workspace_id, host_id) REFERENCES hosts (workspace_id, id),
	CONSTRAINT ck_occupancy_kind CHECK (kind IN ('hold', 'booking', 'request', 'sitting')),
	CONSTRAINT ck_occupancy_blocks CHECK (blocks IN (0, 1)),
	CONSTRAINT ck_occupancy_order CHECK (end_minute > start_minute),
	CONSTRAINT ck_occupancy_padded CHECK (padded_start = start_minute - before_minutes AND padded_end = end_minute + after_minutes),
	CONSTRAINT ck_occupancy_size CHECK (before_minutes >= 0 AND after_minutes >= 0 AND padded_end - padded_start <= 12960)
)

-- next statement

CREATE INDEX ix_occupancy_blocking ON occupancy (host_no, padded_start) WHERE blocks = 1

-- next statement

CREATE INDEX ix_occupancy_host ON occupancy (workspace_id, host_id, padded_start)

-- next statement

CREATE INDEX ix_occupancy_lapsing ON occupancy (workspace_id, host_id, expires_at) WHERE expires_at IS NOT NULL

-- next statement

CREATE INDEX ix_occupancy_service ON occupancy (workspace_id, service_id, start_minute)

-- next statement

CREATE INDEX ix_occupancy_team ON occupancy (workspace_id, team_id, start_minute) WHERE team_id IS NOT NULL

-- next statement

CREATE TABLE service_hosts (
	workspace_id TEXT NOT NULL,
	service_id TEXT NOT NULL,
	host_id TEXT NOT NULL,
	role TEXT NOT NULL,
	group_no INTEGER NOT NULL,
	schedule_id TEXT,
	priority INTEGER NOT NULL,
	weight INTEGER NOT NULL,
	position INTEGER NOT NULL,
	since_at BIGINT NOT NULL,
	CONSTRAINT pk_service_hosts PRIMARY KEY (workspace_id, service_id, host_id),
	CONSTRAINT fk_service_hosts_service FOREIGN KEY(workspace_id, service_id) REFERENCES services (workspace_id, id),
	CONSTRAINT fk_service_hosts_host FOREIGN KEY(workspace_id, host_id) REFERENCES hosts (workspace_id, id),
	CONSTRAINT fk_service_hosts_schedule FOREIGN KEY(workspace_id, schedule_id) REFERENCES schedules (workspace_id, id),
	CONSTRAINT ck_service_hosts_role CHECK (role IN ('fixed', 'rotating', 'group')),
	CONSTRAINT ck_service_hosts_weight CHECK (weight >= 1)
)

-- next statement

CREATE INDEX ix_service_hosts_host ON service_hosts (workspace_id, host_id)

-- next statement

CREATE TABLE team_hosts (
	workspace_id TEXT NOT NULL,
	team_id TEXT NOT NULL,
	host_id TEXT NOT NULL,
	position INTEGER NOT NULL,
	CONSTRAINT pk_team_hosts PRIMARY KEY (workspace_id, team_id, host_id),
	CONSTRAINT fk_team_hosts_team FOREIGN KEY(workspace_id, team_id) REFERENCES teams (workspace_id, id),
	CONSTRAINT fk_team_hosts_host FOREIGN KEY(workspace_id, host_id) REFERENCES hosts (workspace_id, id)
)

-- next statement

CREATE INDEX ix_team_hosts_host ON team_hosts (workspace_id, host_id)

-- next statement

CREATE TABLE external_busy (
	workspace_id TEXT NOT NULL,
	host_id TEXT NOT NULL,
	calendar_id TEXT NOT NULL,
	start_minute BIGINT NOT NULL,
	end_minute BIGINT NOT NULL,
	CONSTRAINT pk_external_busy PRIMARY KEY (workspace_id, calendar_id, start_minute, end_minute),
	CONSTRAINT fk_external_busy_calendar FOREIGN KEY(workspace_id, calendar_id) REFERENCES external_calendars (workspace_id, id),
	CONSTRAINT ck_external_busy_order CHECK (end_minute > start_minute)
)

-- next statement

CREATE INDEX ix_external_busy_host ON external_busy (workspace_id, host_id, start_minute)

-- next statement

ALTER TABLE occupancy ADD CONSTRAINT occupancy_no_overlap EXCLUDE USING gist (int8range(host_no, host_no, '[]') WITH &&, int8range(padded_start, padded_end) WITH &&) WHERE (blocks = 1)
