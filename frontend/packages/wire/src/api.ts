// Made by tools/wire.mjs from openapi.json: do not edit.

export interface paths {
    "/agent-teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Teams of agents by name
         * @description Who: Any member, or a key with the scope `read`.
         */
        get: operations["agent_teams"];
        put?: never;
        /**
         * Make a team of agents
         * @description Who: Owners and admins, or a key with the scope `configure`.
         */
        post: operations["make_agent_team"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agent-teams/{agent_team_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a team that no inbox and no live conversation names
         * @description Who: Owners and admins, or a key with the scope `configure`.
         */
        delete: operations["remove_agent_team"];
        options?: never;
        head?: never;
        /**
         * Change a team of agents
         * @description Who: Owners and admins, or a key with the scope `configure`.
         */
        patch: operations["patch_agent_team"];
        trace?: never;
    };
    "/agents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who can answer, and who is there
         * @description Who: Any member, or a key with the scope `read`.
         */
        get: operations["agents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agents/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Say whether you take conversations
         * @description Online again: waiting conversations come at once, up to the capacity.
         *
         *     Who: Any member.
         */
        patch: operations["patch_own_status"];
        trace?: never;
    };
    "/agents/{member_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * How many open conversations an agent is given by turns
         * @description Who: Owners and admins, or a key with the scope `configure`.
         */
        patch: operations["patch_agent"];
        trace?: never;
    };
    "/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload a file to send with an answer within a day; the body is the file
         * @description As visitors' files: the kind is known by the bytes, images are drawn anew.
         *
         *     Who: Any member, or a key with the scope `book`.
         */
        post: operations["upload_from_desk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bookings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Bookings by start
         * @description Who: Any member, or a key with the scope `read`.
         */
        get: operations["bookings"];
        put?: never;
        /**
         * Book a held slot, or hold and book at once
         * @description Confirming a hold is never counted against a limit; booking without one is.
         *
         *     Who: A visitor with a token, a member, or a key with the scope `book`.
         */
        post: operations["create_booking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bookings/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Book every held date of a series, all or none
         * @description Who: A visitor with a token, a member, or a key with the scope `book`.
         */
        post: operations["book_series"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bookings/{booking_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One booking
         * @description Who: Any member, or a key with the scope `read`.
         */
        get: operations["booking"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bookings/{booking_id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a request stand
         * @description Who: Any member, or a key with the scope `book`.
         */
        post: operations["approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bookings/{booking_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Call a booking off
         * @description Who: Any member, or a key with the scope `book`.
         */
        post: operations["cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bookings/{booking_id}/guests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Invite more people to a booking
         * @description Who: Any member, or a key with the scope `book`.
         */
        post: operations["invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bookings/{booking_id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything that happened to a booking, from the log
         * @description Who: Any member, or a key with the scope `read`.
         */
        get: operations["history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bookings/{booking_id}/no-show": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Note that the guest did not come, or take that back
         * @description Who: Any member, or a key with the scope `book`.
         */
        post: operations["no_show"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bookings/{booking_id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decline a request
         * @description Who: Any member, or a key with the scope `book`.
         */
        post: operations["reject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bookings/{booking_id}/reschedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move a booking
         * @description Who: Any member, or a key with the scope `book`.
         */
        post: operations["reschedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/canned-replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Canned replies by shortcut, or those that hold a piece of text
         * @description Who: Any member, or a key with the scope `read`.
         */
        get: operations["canned_replies"];
        put?: never;
        /**
         * Make a canned reply
         * @description Who: Owners and admins, or a key with the scope `configure`.
         */
        post: operations["make_canned_reply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/canned-replies/{reply_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a canned reply
         * @description Who: Owners and admins, or a key with the scope `configure`.
         */
        delete: operations["remove_canned_reply"];
        options?: never;
        head?: never;
        /**
         * Change a canned reply
         * @description Who: Owners and admins, or a key with the scope `configure`.
         */
        patch: operations["patch_canned_reply"];
        trace?: never;
    };
    "/canned-replies/{reply_id}/render": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A canned reply as it would be said in a conversation
         * @description Who: Any member, or a key with the scope `read`.
         */
        get: operations["canned_reply_in"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload a file to send with a message within a day; the body is the file
         * @description The kind is known by the bytes; images are drawn anew and lose everything but their pixels.
         *
         *     Who: A visitor with a token, a member, or a key with the scope `book`.
         */
        post: operations["upload_to_inbox"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat/attributes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Note what the site says of this browser's person
         * @description Shown to agents beside what was typed; proves nothing.
         *
         *     Who: A visitor with a token, a member, or a key with the scope `book`.
         */
        post: operations["write_attributes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat/away": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * When nobody answers: the next times that can be booked, and when an answer comes
         * @description The times are those of the booking page, computed the same way.
         *
         *     Who: Anybody.
         */
        get: operations["away_card"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat/bookings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Book in the widget: the booking and its conversation are one
         * @description Confirming a hold is never counted against a limit; booking without one is.
         *
         *     Who: A visitor with a token, a member, or a key with the scope `book`.
         */
        post: operations["book_in_widget"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The visitor's conversations in an inbox, the latest first
         * @description Who: A visitor with a token, a member, or a key with the scope `book`.
         */
        get: operations["list_chats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat/conversations/{conversation_id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a conversation; a message reopens it
         * @description Who: A visitor with a token, a member, or a key with the scope `book`.
         */
        post: operations["end_chat"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat/conversations/{conversation_id}/form": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer the form that was asked in the conversation
         * @description Who: A visitor with a token, a member, or a key with the scope `book`.
         */
        post: operations["answer_chat_form"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat/conversations/{conversation_id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What stands in a conversation after a place
         * @description A merged conversation is answered with the one that holds its messages now, from its first place.
         *
         *     Who: A visitor with a token, a member, or a key with the scope `book`.
         */
        get: operations["read_chat"];
        put?: never;
        /**
         * Say something; the same `client_id` again is the same message
         * @description Who: A visitor with a token, a member, or a key with the scope `book`.
         */
        post: operations["say"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat/conversations/{conversation_id}/seen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say how far the visitor has read; only ever forward
         * @description Needs no key: saying it twice, or late, changes nothing.
         *
         *     Who: A visitor with a token, a member, or a key with the scope `book`.
         */
        post: operations["see_chat"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat/conversations/{conversation_id}/transcript": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mail a copy of the conversation to an address; three a day
         * @description What the visitor may read, up to now; the thread says that it was sent.
         *
         *     Who: A visitor with a token, a member, or a key with the scope `book`.
         */
        post: operations["mail_chat_transcript"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat/identify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make this session the person's whom the site has signed
         * @description Conversations that the person began on another device are this session's from here on.
         *
         *     Who: A visitor with a token, a member, or a key with the scope `book`.
         */
        post: operations["identify_visitor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat/inbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a visitor may know of an inbox: its face, its hours, its forms
         * @description Who: Anybody.
         */
        get: operations["read_inbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat/offers/{message_id}/take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take one of the offered times; the same time again is the same answer
         * @description A time that went is refused with what is free now, and `offer` as its button changed.
         *
         *     Who: A visitor with a token, a member, or a key with the scope `book`.
         */
        post: operations["take_time"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What this browser is known as
         * @description Who: A visitor with a token, a member, or a key with the scope `book`.
         */
        get: operations["read_session"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat/session/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give this browser a new token; the old one is taken for ten minutes more
         * @description Keep the new token before asking, the old one until this is answered; the same key may ask again.
         *
         *     Who: A visitor with a token, a member, or a key with the scope `book`.
         */
        post: operations["rotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a conversation, or say it in the live one: a visitor has one at a time
         * @description Two clicks, two tabs or two hundred: one conversation; later ones are answered `created: false`.
         *
         *     Who: A visitor with a token, a member, or a key with the scope `book`.
         */
        post: operations["start_chat"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * People, who was seen last first; searched by words
         * @description Who: Any member, or a key with the scope `read`.
         */
        get: operations["contacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contacts/{contact_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One person; the id of a merged contact answers the person it belongs to
         * @description Who: Any member, or a key with the scope `read`.
         */
        get: operations["contact"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change what is written about a person
         * @description What is left out stays as it is. Raises ContactMissing, VersionBehind, AttributesRefused.
         *
         *     Who: Any member, or a key with the scope `book`.
         */
        patch: operations["change_contact"];
        trace?: never;
    };
    "/contacts/{contact_id}/erase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Erase a person: names, addresses, answers and receipts go, the log's ids stay
         * @description Erasing twice is erasing once. Raises ContactMissing.
         *
         *     Who: Owners and admins, or a key with the scope `configure`.
         */
        post: operations["erase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contacts/{contact_id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The browsers of a person, who was seen last first
         * @description Of every name that merges gave the person.
         *
         *     Who: Any member, or a key with the scope `read`.
         */
        get: operations["contact_sessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contacts/{contact_id}/sessions/{visitor_id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Shut a browser out: it sees nothing of this person any more, and begins as somebody new
         * @description Revoking twice is revoking once. Raises ContactMissing, SessionMissing.
         *
         *     Who: Any member, or a key with the scope `book`.
         */
        post: operations["revoke_session"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contacts/{contact_id}/suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who may be the same person: others with an equal address, for members only
         * @description A typed address proves nothing: a member looks and decides.
         *
         *     Who: Any member.
         */
        get: operations["suggestions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contacts/{contact_id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One person's conversations, bookings and merges in one list, the newest first
         * @description Over every contact that was merged into this one.
         *
         *     Who: Any member, or a key with the scope `read`.
         */
        get: operations["timeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Conversations by their newest words, and how many each view has
         * @description Without `state`: all but those that were merged away.
         *
         *     Who: Any member, or a key with the scope `read`.
         */
        get: operations["desk_conversations"];
        put?: never;
        /**
         * Write first to a contact; an open conversation of theirs in this inbox is gone on with
         * @description Who: Any member, or a key with the scope `book`.
         */
        post: operations["desk_start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * One deed for several conversations, each with its own result
         * @description Those refused stay as they were and say why; the others are done, in one transaction.
         *
         *     Who: Any member, or a key with the scope `book`.
         */
        post: operations["desk_bulk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One conversation; a merged one as itself
         * @description Who: Any member, or a key with the scope `read`.
         */
        get: operations["desk_conversation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversation_id}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let somebody answer, or nobody, or a team
         * @description Compare and set: when another agent was faster, the answer says who has it.
         *
         *     Who: Any member, or a key with the scope `book`.
         */
        post: operations["desk_assign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversation_id}/labels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add labels and take labels off
         * @description Who: Any member, or a key with the scope `book`.
         */
        post: operations["desk_labels"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversation_id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A page of a thread; of the conversation that holds it now, if it was merged
         * @description `upto` is the last seq of the page; `more`: there are others in the direction asked for.
         *
         *     Who: Any member, or a key with the scope `read`.
         */
        get: operations["desk_thread"];
        put?: never;
        /**
         * Answer, or leave a note among colleagues
         * @description Who: Any member, or a key with the scope `book`.
         */
        post: operations["desk_say"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversation_id}/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hold times for the visitor and show them as buttons in the conversation
         * @description All in one: every time is held, or none is and nothing is said.
         *
         *     Who: Any member, or a key with the scope `book`.
         */
        post: operations["desk_offer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversation_id}/priority": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * How urgent it is
         * @description Who: Any member, or a key with the scope `book`.
         */
        post: operations["desk_priority"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversation_id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * It is live again
         * @description Who: Any member, or a key with the scope `book`.
         */
        post: operations["desk_reopen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversation_id}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * It is dealt with; a message of the visitor reopens it
         * @description Who: Any member, or a key with the scope `book`.
         */
        post: operations["desk_resolve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversation_id}/seen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A member has read up to a place
         * @description Who: Any member.
         */
        post: operations["desk_seen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversation_id}/snooze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Out of the lists until an instant, or until the visitor writes
         * @description Who: Any member, or a key with the scope `book`.
         */
        post: operations["desk_snooze"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversation_id}/transcript": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mail a copy of what the visitor may read to the contact or to an address
         * @description Notes stay at the desk.
         *
         *     Who: Any member, or a key with the scope `book`.
         */
        post: operations["desk_mail_transcript"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Why a time cannot be booked, and the nearest that can
         * @description Members are told every fact; visitors never whose or what.
         *
         *     Who: Anybody.
         */
        get: operations["explain"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hold a slot while the form is filled in; a visitor's former hold of the service moves
         * @description Who: A visitor with a token, a member, or a key with the scope `book`.
         */
        post: operations["create_hold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/holds/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hold several dates of one service, all or none
         * @description Who: A visitor with a token, a member, or a key with the scope `book`.
         */
        post: operations["create_series"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/holds/{hold_id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give up the held slot for another, in one step
         * @description Who: A visitor with a token, a member, or a key with the scope `book`.
         */
        post: operations["move"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/holds/{hold_id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a held slot back
         * @description Who: A visitor with a token, a member, or a key with the scope `book`.
         */
        post: operations["release"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/holds/{hold_id}/renew": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Keep a hold while the form is being used
         * @description Who: A visitor with a token, a member, or a key with the scope `book`.
         */
        post: operations["renew"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * People and resources, oldest first
         * @description Who: Any member, or a key with the scope `read`.
         */
        get: operations["hosts"];
        put?: never;
        /**
         * Add a person or a resource
         * @description Who: Owners and admins, or a key with the scope `configure`.
         */
        post: operations["make_host"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{host_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One host
         * @description Who: Any member, or a key with the scope `read`.
         */
        get: operations["host"];
        put?: never;
        post?: never;
        /**
         * Retire a host; what is booked stands
         * @description Who: Owners and admins, or a key with the scope `configure`.
         */
        delete: operations["delete_host"];
        options?: never;
        head?: never;
        /**
         * Change a host
         * @description Who: Owners and admins, or a key with the scope `configure`.
         */
        patch: operations["patch_host"];
        trace?: never;
    };
    "/hosts/{host_id}/aways": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * When a host is away, by start
         * @description Who: Any member, or a key with the scope `read`.
         */
        get: operations["aways"];
        put?: never;
        /**
         * Say that a host is away
         * @description Who: Owners and admins, or a key with the scope `configure`.
         */
        post: operations["make_away"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{host_id}/aways/{away_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take an absence back
         * @description Who: Owners and admins, or a key with the scope `configure`.
         */
        delete: operations["delete_away"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{host_id}/calendars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A host's outside calendars
         * @description Who: Any member, or a key with the scope `read`.
         */
        get: operations["calendars"];
        put?: never;
        /**
         * Let an outside calendar count for a host
         * @description Who: Owners and admins, or a key with the scope `configure`.
         */
        post: operations["make_calendar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{host_id}/calendars/{calendar_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Let an outside calendar count no longer
         * @description Who: Owners and admins, or a key with the scope `configure`.
         */
        delete: operations["delete_calendar"];
        options?: never;
        head?: never;
        /**
         * Change an outside calendar
         * @description Who: Owners and admins, or a key with the scope `configure`.
         */
        patch: operations["patch_calendar"];
        trace?: never;
    };
    "/hosts/{host_id}/calendars/{calendar_id}/failing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that an outside calendar could not be read
         * @description Who: Owners and admins, or a key with the scope `configure`.
         */
        post: operations["calendar_failing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{host_id}/external-busy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say all that an outside calendar calls busy in a range
         * @description Who: Owners and admins, or a key with the scope `configure`.
         */
        post: operations["put_busy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inboxes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Inboxes, oldest first; retired ones too
         * @description Who: Any member, or a key with the scope `read`.
         */
        get: operations["inboxes"];
        put?: never;
        /**
         * Make an inbox
         * @description Who: Owners and admins, or a key with the scope `configure`.
         */
        post: operations["make_inbox"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inboxes/{inbox_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One inbox, by id or slug
         * @description Who: Any member, or a key with the scope `read`.
         */
        get: operations["inbox"];
        put?: never;
        post?: never;
        /**
         * Take no new conversations; those that are live go on
         * @description Who: Owners and admins, or a key with the scope `configure`.
         */
        delete: operations["remove_inbox"];
        options?: never;
        head?: never;
        /**
         * Change an inbox
         * @description Who: Owners and admins, or a key with the scope `configure`.
         */
        patch: operations["patch_inbox"];
        trace?: never;
    };
    "/inboxes/{inbox_id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take new conversations again
         * @description Who: Owners and admins, or a key with the scope `configure`.
         */
        post: operations["open_inbox_again"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inboxes/{inbox_id}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The secret with which a site signs who its people are
         * @description Who: Owners and admins, or a key with the scope `configure`.
         */
        get: operations["inbox_secret"];
        put?: never;
        /**
         * Sign with the next secret; the one before is taken for a while
         * @description Who: Owners and admins, or a key with the scope `configure`.
         */
        post: operations["next_secret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/intents/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What became of an idempotency key: nothing, running, or its stored answer
         * @description Only the caller's own keys exist here; another's is `none`.
         *
         *     Who: A visitor with a token, a member, or a key.
         */
        get: operations["look_up"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * API keys, without their secrets
         * @description Who: Owners and admins.
         */
        get: operations["keys"];
        put?: never;
        /**
         * Issue an API key; its secret is shown once
         * @description Who: Owners and admins.
         */
        post: operations["create_key"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/keys/{key_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke an API key
         * @description Who: Owners and admins.
         */
        delete: operations["delete_key"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/labels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Labels by name
         * @description Who: Any member, or a key with the scope `read`.
         */
        get: operations["labels"];
        put?: never;
        /**
         * Make a label
         * @description Who: Owners and admins, or a key with the scope `configure`.
         */
        post: operations["make_label"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/labels/{label_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a label and take it off every conversation
         * @description Who: Owners and admins, or a key with the scope `configure`.
         */
        delete: operations["remove_label"];
        options?: never;
        head?: never;
        /**
         * Change a label
         * @description Who: Owners and admins, or a key with the scope `configure`.
         */
        patch: operations["patch_label"];
        trace?: never;
    };
    "/log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened, in order; by stream, request id, action, person or conversation
         * @description Up to `limit` entries after a seq.
         *
         *     Who: Any member, or a key with the scope `read`.
         */
        get: operations["list_log"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/log/head": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far the log has come, and its hash
         * @description Keep the hash elsewhere to find a log that was written anew.
         *
         *     Who: Any member, or a key with the scope `read`.
         */
        get: operations["log_head"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Letters about bookings and conversations, the newest first
         * @description Also those that would have gone, where no mail server is set.
         *
         *     Who: Any member, or a key with the scope `book`.
         */
        get: operations["list_mails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mails/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One letter, with its words and links
         * @description Drawn from the booking or the messages as they now are. Raises MailMissing.
         *
         *     Who: Any member, or a key with the scope `book`.
         */
        get: operations["load_mail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Members of the workspace
         * @description Who: Owners and admins.
         */
        get: operations["members"];
        put?: never;
        /**
         * Add a member
         * @description Who: Owners and admins.
         */
        post: operations["create_member"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{member_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One member
         * @description Who: Owners and admins.
         */
        get: operations["member"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a member; a new password ends every session
         * @description Who: Owners and admins.
         */
        patch: operations["patch_member"];
        trace?: never;
    };
    "/merges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Merges of a conversation or of a contact, undone ones too
         * @description The oldest first.
         *
         *     Who: Any member, or a key with the scope `read`.
         */
        get: operations["merges"];
        put?: never;
        /**
         * Merge conversations or contacts; can be undone for 30 days
         * @description The same merge again answers the one that stands.
         *
         *     Who: Owners and admins, or a key with the scope `configure`.
         */
        post: operations["merge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/merges/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a merge would do, with nothing done
         * @description Needs no key: nothing is done.
         *
         *     Who: Owners and admins, or a key with the scope `configure`.
         */
        post: operations["preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/merges/{merge_id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo a merge: everything back where it came from
         * @description Who: Owners and admins, or a key with the scope `configure`.
         */
        post: operations["undo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/offers/{message_id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take offered times back: they are free again
         * @description What is over stays as it is; a time that the visitor has taken stays booked.
         *
         *     Who: Any member, or a key with the scope `book`.
         */
        post: operations["desk_withdraw_offer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is there now
         * @description Who: Any member, or a key with the scope `read`.
         */
        get: operations["presence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public/bookings/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One's own booking, by its code
         * @description Who: Whoever has the booking's code.
         */
        get: operations["public_booking"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public/bookings/{code}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel one's own booking
         * @description Who: Whoever has the booking's code.
         */
        post: operations["cancel_own"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public/bookings/{code}/guests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Invite more people to one's own booking
         * @description Who: Whoever has the booking's code.
         */
        post: operations["invite_own"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public/bookings/{code}/reschedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move one's own booking, to a held slot or straight to a start
         * @description Who: Whoever has the booking's code.
         */
        post: operations["reschedule_own"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schedules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Schedules, oldest first
         * @description Who: Any member, or a key with the scope `read`.
         */
        get: operations["schedules"];
        put?: never;
        /**
         * Make a schedule
         * @description Who: Owners and admins, or a key with the scope `configure`.
         */
        post: operations["make_schedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schedules/{schedule_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One schedule
         * @description Who: Any member, or a key with the scope `read`.
         */
        get: operations["schedule"];
        put?: never;
        post?: never;
        /**
         * Remove a schedule that nobody uses
         * @description Who: Owners and admins, or a key with the scope `configure`.
         */
        delete: operations["drop_schedule"];
        options?: never;
        head?: never;
        /**
         * Change a schedule
         * @description Who: Owners and admins, or a key with the scope `configure`.
         */
        patch: operations["patch_schedule"];
        trace?: never;
    };
    "/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Messages that hold every word, the newest first, and people
         * @description Who: Any member, or a key with the scope `read`.
         */
        get: operations["desk_search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/services": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Services by position; visitors see those that are neither hidden nor private
         * @description Who: Anybody.
         */
        get: operations["services"];
        put?: never;
        /**
         * Make a service
         * @description Who: Owners and admins, or a key with the scope `configure`.
         */
        post: operations["make_service"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/services/{service_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Retire a service; its bookings stand
         * @description Who: Owners and admins, or a key with the scope `configure`.
         */
        delete: operations["delete_service"];
        options?: never;
        head?: never;
        /**
         * Change a service
         * @description Who: Owners and admins, or a key with the scope `configure`.
         */
        patch: operations["patch_service"];
        trace?: never;
    };
    "/services/{service_id}/private-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a private service another secret link
         * @description Who: Owners and admins, or a key with the scope `configure`.
         */
        post: operations["new_private_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/services/{service}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One service, by id or slug
         * @description Who: Anybody.
         */
        get: operations["service"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is signed in
         * @description Who: Any member.
         */
        get: operations["who_am_i"];
        put?: never;
        /**
         * Sign in with a password; sets the session cookie
         * @description Needs no key: it names itself, and doing it twice makes two sessions of one person.
         *
         *     Who: Anybody.
         */
        post: operations["sign_in"];
        /**
         * Sign out, here or everywhere
         * @description Needs no key: a session ends once.
         *
         *     Who: Any member.
         */
        delete: operations["sign_out"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Use the one-time set-up link: make the workspace and its owner
         * @description Needs no key: the link works once.
         *
         *     Who: Anybody.
         */
        post: operations["set_up"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/slots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The times of a service that can be booked now; ETag and 304, true until `true_until`
         * @description Who: Anybody.
         */
        get: operations["slots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Teams, oldest first
         * @description Who: Anybody.
         */
        get: operations["teams"];
        put?: never;
        /**
         * Make a team
         * @description Who: Owners and admins, or a key with the scope `configure`.
         */
        post: operations["make_team"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/teams/{team_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Retire a team
         * @description Who: Owners and admins, or a key with the scope `configure`.
         */
        delete: operations["delete_team"];
        options?: never;
        head?: never;
        /**
         * Change a team
         * @description Who: Owners and admins, or a key with the scope `configure`.
         */
        patch: operations["patch_team"];
        trace?: never;
    };
    "/teams/{team}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One team, by id or slug
         * @description Who: Anybody.
         */
        get: operations["team"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/trace/{request_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything one click did, in order: attempts, replays, facts, pushes, letters
         * @description Pushes are those of this process since it started. Raises RequestUnknown.
         *
         *     Who: Any member, or a key with the scope `read`.
         */
        get: operations["trace_request"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/troubleshoot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One date of a service: every start, offered or not, with every rule that refused it
         * @description Who: Any member, or a key with the scope `read`.
         */
        get: operations["troubleshoot"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The workspace's name and zone
         * @description Who: Anybody.
         */
        get: operations["workspace"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the workspace
         * @description Who: Owners.
         */
        patch: operations["patch_workspace"];
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** ActorView */
        ActorView: {
            id: string;
            kind: string;
            name: string | null;
        };
        /**
         * AgentAttachment
         * @description A file of a message. `url` and `preview_url` open it; images have a width and a height.
         */
        AgentAttachment: {
            bytes: number;
            height: number | null;
            id: string;
            media_type: string;
            name: string;
            preview_url: string | null;
            url: string;
            width: number | null;
        };
        /**
         * AgentAuthor
         * @description Who wrote it. `id` is the visitor's, the member's or the key's; `member_id` is members alone.
         */
        AgentAuthor: {
            id: string;
            /** @enum {unknown} */
            kind: "key" | "member" | "system" | "visitor";
            member_id: string | null;
            name: string;
        };
        /**
         * AgentConversation
         * @description A conversation as the asking member sees it: `unread` is this member's own count.
         */
        AgentConversation: {
            agents_seen: number;
            assignee_id: string | null;
            contact: components["schemas"]["ContactPart"];
            created_at: string;
            id: string;
            inbox_id: string;
            labels: string[];
            last_message_at: string;
            last_seq: number;
            last_visitor_seq: number;
            locale: string;
            merged_into: string | null;
            number: number;
            number_of_merged: number;
            page: Record<string, never>;
            preview: components["schemas"]["PreviewPart"] | null;
            /** @enum {unknown} */
            priority: "high" | "low" | "medium" | "none" | "urgent";
            resolved_at: string | null;
            snoozed_until: string | null;
            /** @enum {unknown} */
            state: "merged" | "open" | "resolved" | "snoozed";
            team_id: string | null;
            unread: number;
            version: number;
            visitor_seen: number;
            waiting_since: string | null;
            zone: string;
        };
        /**
         * AgentFace
         * @description Who answers.
         */
        AgentFace: {
            member_id: string;
            name: string;
        };
        /** AgentList */
        AgentList: {
            items: components["schemas"]["AgentView"][];
        };
        /**
         * AgentMessage
         * @description One message as the desk sees it. `visitor_seq` null: the visitor may not read it.
         *
         *         `origin_id` is the conversation it was written into, another one where a merge brought it here.
         */
        AgentMessage: {
            at: string;
            attachments: components["schemas"]["AgentAttachment"][];
            author: components["schemas"]["AgentAuthor"];
            client_id: string;
            erased: boolean;
            extra: Record<string, never>;
            id: string;
            /** @enum {unknown} */
            kind: "event" | "form" | "note" | "offer" | "receipt" | "text";
            mine: boolean;
            note: boolean;
            origin_id: string;
            seq: number;
            text: string;
            visitor_seq: number | null;
        };
        /** AgentTeamBody */
        AgentTeamBody: {
            /** @default [] */
            members: string[];
            name: string;
        };
        /** AgentTeamList */
        AgentTeamList: {
            items: components["schemas"]["AgentTeamView"][];
        };
        /** AgentTeamPatch */
        AgentTeamPatch: {
            members?: string[];
            name?: string;
            version: number;
        };
        /** AgentTeamView */
        AgentTeamView: {
            id: string;
            members: string[];
            name: string;
            version: number;
        };
        /**
         * AgentView
         * @description A member at the desk. `status` is the agent's own choice; `presence` says offline without a socket.
         */
        AgentView: {
            capacity: number;
            member_id: string;
            name: string;
            open: number;
            /** @enum {unknown} */
            presence: "away" | "busy" | "offline" | "online";
            role: string;
            /** @enum {unknown} */
            status: "away" | "busy" | "online";
        };
        /**
         * Approval
         * @description Whether a booking stands at once or is a request first.
         * @enum {unknown}
         */
        Approval: "always" | "none";
        /**
         * AssignBody
         * @description `expected_assignee_id` is whom the agent saw; left out, it was nobody.
         *
         *         With `team_id` alone: to the team, which gives it to whoever is free. `note` is written among colleagues.
         */
        AssignBody: {
            assignee_id?: string | null;
            expected_assignee_id?: string | null;
            /** @default  */
            note: string;
            team_id?: string | null;
        };
        /** AttachmentRules */
        AttachmentRules: {
            allowed: boolean;
            bytes_most: number;
        };
        /** AttachmentView */
        AttachmentView: {
            bytes: number;
            height: number | null;
            id: string;
            media_type: string;
            name: string;
            preview_url: string | null;
            url: string;
            width: number | null;
        };
        /**
         * AttributesBody
         * @description What the site says of its visitor: at most 50, texts, numbers and booleans; null takes one away.
         */
        AttributesBody: {
            attributes: {
                [key: string]: string | number | boolean | null;
            };
        };
        /**
         * AttributesView
         * @description How many there are now.
         */
        AttributesView: {
            count: number;
        };
        /**
         * AuthorView
         * @description Who wrote it; `member_id` names an agent's picture.
         */
        AuthorView: {
            /** @enum {unknown} */
            kind: "agent" | "system" | "visitor";
            member_id: string | null;
            name: string;
        };
        /** AwayBody */
        AwayBody: {
            /**
             * Format: date-time
             * @description RFC 3339, in UTC in answers
             */
            end: string;
            /** @default away */
            kind: components["schemas"]["AwayKind"];
            /** @default  */
            note: string;
            /**
             * Format: date-time
             * @description RFC 3339, in UTC in answers
             */
            start: string;
        };
        /**
         * AwayCardView
         * @description `times` can be booked now; `reply_by` is computed from what answers really took, null if too few.
         */
        AwayCardView: {
            is_open: boolean;
            length_minutes: number | null;
            opens_at: string | null;
            reply_by: string | null;
            server_time: string;
            service: components["schemas"]["ServiceName"] | null;
            times: components["schemas"]["StretchView"][];
        };
        /**
         * AwayKind
         * @description Out of office, or a holiday.
         * @enum {unknown}
         */
        AwayKind: "away" | "holiday";
        /** AwayList */
        AwayList: {
            items: components["schemas"]["AwayView"][];
            next_cursor: string | null;
        };
        /** AwayView */
        AwayView: {
            end: string;
            id: string;
            kind: string;
            note: string;
            start: string;
        };
        /** BlockView */
        BlockView: {
            end: string;
            params: Record<string, never>;
            reason: string;
            start: string;
        };
        /** BookedView */
        BookedView: {
            booking: components["schemas"]["BookingView"];
        };
        /**
         * BookingBody
         * @description From a hold (`hold_id`, `hold_token`, `generation`), or hold and book at once (`service`, `start`).
         *
         *         `overlap_reason` is for members: the meeting stands beside others on purpose.
         */
        BookingBody: {
            /** @default {} */
            answers: Record<string, never>;
            /** @default null */
            email: string | null;
            /** @default null */
            generation: number | null;
            /** @default [] */
            guests: string[];
            /** @default null */
            hold_id: string | null;
            /** @default null */
            hold_token: string | null;
            /** @default null */
            host: string | null;
            /** @default null */
            length_minutes: number | null;
            /** @default en */
            locale: string;
            /** @default null */
            location: Record<string, never> | null;
            name: string;
            /** @default null */
            notes: string | null;
            /** @default null */
            overlap_reason: string | null;
            /** @default null */
            phone: string | null;
            /** @default null */
            private: string | null;
            /** @default null */
            seen_version: string | null;
            /** @default null */
            service: string | null;
            /** @default null */
            start: string | null;
            /** @default null */
            team: string | null;
            /** @default UTC */
            zone: string;
        };
        /** BookingList */
        BookingList: {
            items: components["schemas"]["BookingView"][];
            next_cursor: string | null;
        };
        /**
         * BookingView
         * @description A booking as its guest sees it; `id`, `no_show`, `chosen` and what follows only members do.
         */
        BookingView: {
            answers: Record<string, never>;
            booked_by?: string;
            calendar_links: components["schemas"]["CalendarLinks"];
            can_cancel: boolean;
            can_move: boolean;
            cancelled_at: string | null;
            chosen?: Record<string, never>;
            code: string;
            contact_id?: string | null;
            conversation_id?: string | null;
            created_at: string;
            email: string | null;
            end: string;
            guests: string[];
            hosts: components["schemas"]["NamedView"][];
            ics_path: string;
            id?: string;
            length_minutes: number;
            locale: string;
            location: Record<string, never> | null;
            manage_path: string;
            name: string;
            no_show?: boolean;
            notes: string | null;
            overlap_reason?: string | null;
            phone: string | null;
            reason: string | null;
            request_deadline?: string | null;
            seat_no?: number | null;
            series_id?: string | null;
            server_time: string;
            service: components["schemas"]["ServiceName"];
            sitting_id?: string | null;
            start: string;
            state: string;
            version: number;
            zone: string;
        };
        /**
         * BulkBody
         * @description One action on several conversations; each has its own result.
         */
        BulkBody: {
            /** @enum {unknown} */
            action: "assign" | "label" | "priority" | "reopen" | "resolve" | "snooze";
            /** @default [] */
            add: string[];
            assignee_id?: string | null;
            expected_assignee_id?: string | null;
            ids: string[];
            /**
             * @default none
             * @enum {unknown}
             */
            priority: "high" | "low" | "medium" | "none" | "urgent";
            /** @default [] */
            remove: string[];
            team_id?: string | null;
            /** @default null */
            until: string | null;
        };
        /**
         * BulkResult
         * @description `code` says why this one was refused; then `conversation` is null.
         */
        BulkResult: {
            code: string | null;
            conversation: components["schemas"]["AgentConversation"] | null;
            id: string;
        };
        /** BulkView */
        BulkView: {
            results: components["schemas"]["BulkResult"][];
        };
        /**
         * BusyBody
         * @description All that the calendar calls busy in the range; what it said before about the range is forgotten.
         */
        BusyBody: {
            busy: components["schemas"]["StretchPart"][];
            calendar_id: string;
            /**
             * Format: date-time
             * @description RFC 3339, in UTC in answers
             */
            end: string;
            /**
             * Format: date-time
             * @description RFC 3339, in UTC in answers
             */
            start: string;
        };
        /**
         * CalendarBody
         * @description A calendar outside the house whose busy time is pushed here.
         */
        CalendarBody: {
            name: string;
            /** @default strict */
            policy: components["schemas"]["CalendarPolicy"];
        };
        /** CalendarLinks */
        CalendarLinks: {
            google: string;
            outlook: string;
        };
        /** CalendarList */
        CalendarList: {
            items: components["schemas"]["CalendarView"][];
            /** @default null */
            next_cursor: string | null;
        };
        /** CalendarPatch */
        CalendarPatch: {
            name?: string;
            policy?: components["schemas"]["CalendarPolicy"];
        };
        /**
         * CalendarPolicy
         * @description What an unanswered live question means at a hold: refuse (strict) or accept and check again (trust).
         * @enum {unknown}
         */
        CalendarPolicy: "strict" | "trust";
        /**
         * CalendarView
         * @description `failing_since`: it could not be read since; `read_at`: when it was last.
         */
        CalendarView: {
            failing_since: string | null;
            host_id: string;
            id: string;
            name: string;
            policy: components["schemas"]["CalendarPolicy"];
            read_at: string | null;
        };
        /**
         * CannedBody
         * @description `body` may hold {{contact.name}}, {{contact.first_name}}, {{agent.name}}, {{workspace.name}} and
         *         {{conversation.number}}.
         */
        CannedBody: {
            body: string;
            shortcut: string;
        };
        /** CannedList */
        CannedList: {
            items: components["schemas"]["CannedView"][];
        };
        /** CannedPatch */
        CannedPatch: {
            body?: string;
            shortcut?: string;
            version: number;
        };
        /** CannedView */
        CannedView: {
            body: string;
            id: string;
            shortcut: string;
            version: number;
        };
        /** CapacityBody */
        CapacityBody: {
            capacity: number;
        };
        /**
         * ChatBookedView
         * @description The thread, the receipt in it, and the booking.
         */
        ChatBookedView: {
            booking: components["schemas"]["BookingView"];
            conversation: components["schemas"]["VisitorConversation"];
            message: components["schemas"]["VisitorMessage"];
        };
        /**
         * ChatBookingBody
         * @description From the visitor's own hold, or straight at a start; the same `client_id` is the same booking.
         */
        ChatBookingBody: {
            /** @default {} */
            answers: Record<string, never>;
            /** @description minted by the client */
            client_id: string;
            /** @default null */
            email: string | null;
            /** @default null */
            generation: number | null;
            /** @default null */
            hold_id: string | null;
            /** @default null */
            hold_token: string | null;
            inbox: string;
            /** @default null */
            length_minutes: number | null;
            /** @default null */
            locale: string | null;
            /** @default null */
            location: Record<string, never> | null;
            /** @default null */
            name: string | null;
            page?: components["schemas"]["PageAsk"];
            /** @default null */
            phone: string | null;
            /** @default null */
            private: string | null;
            /** @default null */
            seen_version: string | null;
            service: string;
            /**
             * Format: date-time
             * @description RFC 3339, in UTC in answers
             */
            start: string;
            /** @default null */
            zone: string | null;
        };
        /** ChatFieldView */
        ChatFieldView: {
            id: string;
            label: string;
            options: string[];
            required: boolean;
            /** @enum {unknown} */
            type: "checkbox" | "choice" | "email" | "phone" | "text" | "textarea";
            when: components["schemas"]["ShownWhen"] | null;
        };
        /** ChatListView */
        ChatListView: {
            items: components["schemas"]["VisitorConversation"][];
            live: string | null;
        };
        /**
         * ChatPageView
         * @description Places `after + 1` to `upto`. `reset`: another conversation than asked for, from its first place.
         */
        ChatPageView: {
            conversation: components["schemas"]["VisitorConversation"];
            messages: (components["schemas"]["VisitorMessage"] | {
                seq: number;
                /** @constant */
                withdrawn: true;
            })[];
            more: boolean;
            reset: boolean;
            upto: number;
        };
        /** ChatSaidView */
        ChatSaidView: {
            conversation: components["schemas"]["VisitorConversation"];
            message: components["schemas"]["VisitorMessage"];
        };
        /**
         * ChatSayBody
         * @description `choice`: the quick reply that was pressed.
         */
        ChatSayBody: {
            /** @default [] */
            attachments: string[];
            /** @default null */
            choice: string | null;
            /** @description minted by the client */
            client_id: string;
            /** @default  */
            text: string;
        };
        /** ChatSeenBody */
        ChatSeenBody: {
            seq: number;
        };
        /**
         * ChatStartBody
         * @description `website` is a field that people never see; `filled_for_ms`: how long the form was open.
         */
        ChatStartBody: {
            /** @default {} */
            answers: Record<string, never>;
            /** @default [] */
            attachments: string[];
            /** @description minted by the client */
            client_id: string;
            /** @default 0 */
            filled_for_ms: number;
            inbox: string;
            /** @default en */
            locale: string;
            page?: components["schemas"]["PageAsk"];
            /** @default  */
            text: string;
            /** @default  */
            website: string;
            /** @default UTC */
            zone: string;
        };
        /**
         * ChatStartedView
         * @description `created` false: there was a live conversation, and the message joined it.
         */
        ChatStartedView: {
            conversation: components["schemas"]["VisitorConversation"];
            created: boolean;
            messages: components["schemas"]["VisitorMessage"][];
        };
        /** ChatView */
        ChatView: {
            conversation: components["schemas"]["VisitorConversation"];
        };
        /** ContactList */
        ContactList: {
            items: components["schemas"]["ContactView"][];
            next_cursor: string | null;
        };
        /** ContactPart */
        ContactPart: {
            id: string;
            name: string;
        };
        /**
         * ContactPatch
         * @description What is left out stays; an attribute of null goes. Addresses are noted as typed, beside older ones.
         */
        ContactPatch: {
            /** @default null */
            attributes: {
                [key: string]: string | number | boolean | null;
            } | null;
            /** @default null */
            email: string | null;
            /** @default null */
            locale: string | null;
            /** @default null */
            name: string | null;
            /** @default null */
            phone: string | null;
            version: number;
            /** @default null */
            zone: string | null;
        };
        /** ContactSessionList */
        ContactSessionList: {
            items: components["schemas"]["ContactSessionView"][];
        };
        /**
         * ContactSessionView
         * @description One browser of a person, and the inboxes where it has a conversation.
         */
        ContactSessionView: {
            /**
             * Format: date-time
             * @description RFC 3339, in UTC in answers
             */
            created_at: string;
            id: string;
            inboxes: components["schemas"]["SessionInboxView"][];
            revoked_at: string | null;
            /**
             * Format: date-time
             * @description RFC 3339, in UTC in answers
             */
            seen_at: string;
        };
        /**
         * ContactView
         * @description A person. `aliases`: contacts that are other names of this one; `sessions`: how many browsers.
         */
        ContactView: {
            aliases: string[];
            attributes: {
                [key: string]: string | number | boolean;
            };
            /**
             * Format: date-time
             * @description RFC 3339, in UTC in answers
             */
            created_at: string;
            erased_at: string | null;
            id: string;
            identities: components["schemas"]["IdentityView"][];
            locale: string;
            name: string;
            /**
             * Format: date-time
             * @description RFC 3339, in UTC in answers
             */
            seen_at: string;
            sessions: number;
            version: number;
            zone: string;
        };
        /** ConversationAnswer */
        ConversationAnswer: {
            conversation: components["schemas"]["AgentConversation"];
        };
        /** ConversationList */
        ConversationList: {
            counts: components["schemas"]["CountsView"];
            items: components["schemas"]["AgentConversation"][];
            next_cursor: string | null;
        };
        /**
         * CountsView
         * @description How many open conversations each view has; `mentions`: those where one was named and has not looked.
         */
        CountsView: {
            all: number;
            mentions: number;
            mine: number;
            unassigned: number;
        };
        /**
         * DayView
         * @description A date with every start that was looked at and every rule that refused it.
         */
        DayView: {
            hosts: components["schemas"]["HostDayView"][];
            instants: components["schemas"]["InstantView"][];
            length_minutes: number;
            /** Format: date */
            on: string;
            step_minutes: number;
            version: string;
            zone: string;
        };
        /**
         * DeliveryView
         * @description How far a consumer of the outbox is: whether it has done its part for the last fact.
         */
        DeliveryView: {
            attempts: number;
            consumer: string;
            reason: string;
            /** @enum {unknown} */
            state: "dead" | "done" | "waiting";
        };
        /** DeskTranscriptBody */
        DeskTranscriptBody: {
            /**
             * @description empty: the contact's own address
             * @default
             */
            email: string;
        };
        /** Done */
        Done: {
            /** @default true */
            done: boolean;
        };
        /**
         * EntryList
         * @description Entries in order; ask again with `after` set to the last seq.
         */
        EntryList: {
            items: components["schemas"]["EntryView"][];
        };
        /**
         * EntryView
         * @description One fact: ids and codes, never a person's words.
         */
        EntryView: {
            action: string;
            actor_id: string;
            actor_kind: string;
            /**
             * Format: date-time
             * @description RFC 3339, in UTC in answers
             */
            at: string;
            hash: string;
            refs: Record<string, never>;
            request_id: string;
            seq: number;
            stream: string;
        };
        /**
         * ErasedView
         * @description What was erased; bookings and the places of messages stand without the person's words.
         */
        ErasedView: {
            bookings: number;
            contact_id: string;
            messages: number;
        };
        /**
         * ExplainView
         * @description `reasons` is empty exactly when the time is offered. `hosts` is for members.
         */
        ExplainView: {
            hosts?: components["schemas"]["HostReasonsView"][];
            length_minutes: number;
            nearest: components["schemas"]["StretchView"][];
            offered: boolean;
            reasons: components["schemas"]["ReasonView"][];
            server_time: string;
            start: string;
            version: string;
        };
        /** FaceView */
        FaceView: {
            initials: string;
            member_id: string;
            name: string;
        };
        /**
         * FailingBody
         * @description The calendar could not be read.
         */
        FailingBody: Record<string, never>;
        /** FieldValueView */
        FieldValueView: {
            id: string;
            value: string | number | boolean;
        };
        /**
         * FieldView
         * @description What each contact has in a field, and whose value would stay.
         */
        FieldView: {
            field: string;
            values: components["schemas"]["FieldValueView"][];
            wins: string;
        };
        /**
         * FormAnsweredView
         * @description `message`: the line that says so, where there is one.
         */
        FormAnsweredView: {
            conversation: components["schemas"]["VisitorConversation"];
            message: components["schemas"]["VisitorMessage"] | null;
        };
        /** FormAnswersBody */
        FormAnswersBody: {
            answers: Record<string, never>;
            /** @description minted by the client */
            client_id: string;
        };
        /**
         * FoundMessage
         * @description `excerpt` is plain text around the first hit.
         */
        FoundMessage: {
            conversation: components["schemas"]["AgentConversation"];
            excerpt: string;
            message_id: string;
            seq: number;
        };
        /**
         * GridKind
         * @description Whether busy time restarts the starts (packed) or not (fixed).
         * @enum {unknown}
         */
        GridKind: "fixed" | "packed";
        /** GuestsBody */
        GuestsBody: {
            guests: string[];
            version: number;
        };
        /**
         * HeadView
         * @description How far the log has come.
         */
        HeadView: {
            hash: string;
            seq: number;
        };
        /** HistoryList */
        HistoryList: {
            items: components["schemas"]["HistoryView"][];
            /** @default null */
            next_cursor: string | null;
        };
        /** HistoryView */
        HistoryView: {
            action: string;
            actor: components["schemas"]["ActorView"];
            at: string;
            refs: Record<string, never>;
            request_id: string;
            seq: number;
        };
        /**
         * HoldBody
         * @description `moving`: the code of a booking that this hold is to move; `replaces`: a hold given up for it.
         */
        HoldBody: {
            /** @default null */
            host: string | null;
            /** @default null */
            length_minutes: number | null;
            /** @default null */
            moving: string | null;
            /** @default null */
            private: string | null;
            /** @default null */
            replaces: components["schemas"]["HoldPointer"] | null;
            /** @default null */
            seen_version: string | null;
            service: string;
            /**
             * Format: date-time
             * @description RFC 3339, in UTC in answers
             */
            start: string;
            /** @default null */
            team: string | null;
            /** @default null */
            zone: string | null;
        };
        /** HoldMove */
        HoldMove: {
            /** @default null */
            generation: number | null;
            /** @default null */
            host: string | null;
            /** @default null */
            length_minutes: number | null;
            /** @default null */
            seen_version: string | null;
            /**
             * Format: date-time
             * @description RFC 3339, in UTC in answers
             */
            start: string;
            token: string;
        };
        /**
         * HoldPointer
         * @description A hold and what proves it.
         */
        HoldPointer: {
            /** @default null */
            generation: number | null;
            hold_id: string;
            token: string;
        };
        /** HoldToken */
        HoldToken: {
            /** @default null */
            generation: number | null;
            token: string;
        };
        /**
         * HoldView
         * @description `token` proves the hold; `expires_at` is honoured. `generation` is the fence.
         */
        HoldView: {
            end: string;
            expires_at: string;
            generation: number;
            hosts: components["schemas"]["NamedView"][];
            id: string;
            length_minutes: number;
            seats_left: number | null;
            /** @default null */
            series_id: string | null;
            server_time: string;
            service_id: string;
            start: string;
            state: string;
            token: string;
            /** @default null */
            version: string | null;
        };
        /**
         * HolidaysPart
         * @description Public holidays of a country, or of one of its subdivisions.
         */
        HolidaysPart: {
            country: string;
            /** @default null */
            subdivision: string | null;
        };
        /**
         * HostBody
         * @description A new person or resource. `version` is not used.
         */
        HostBody: {
            active?: boolean;
            email?: string | null;
            kind?: components["schemas"]["HostKind"];
            limits?: components["schemas"]["LimitPart"][];
            locale?: string | null;
            member_id?: string | null;
            name: string;
            priority?: number;
            schedule_id?: string | null;
            /** @default 1 */
            version: number;
            weight?: number;
        };
        /** HostDayView */
        HostDayView: {
            blocks: components["schemas"]["BlockView"][];
            id: string;
            name: string;
        };
        /**
         * HostKind
         * @description A person, or a room or device.
         * @enum {unknown}
         */
        HostKind: "person" | "resource";
        /** HostList */
        HostList: {
            items: components["schemas"]["HostView"][];
            next_cursor: string | null;
        };
        /**
         * HostPatch
         * @description What is left out stays as it is.
         */
        HostPatch: {
            active?: boolean;
            email?: string | null;
            kind?: components["schemas"]["HostKind"];
            limits?: components["schemas"]["LimitPart"][];
            locale?: string | null;
            member_id?: string | null;
            name?: string;
            priority?: number;
            schedule_id?: string | null;
            version: number;
            weight?: number;
        };
        /** HostReasonsView */
        HostReasonsView: {
            host_id: string;
            name: string;
            reasons: components["schemas"]["ReasonView"][];
        };
        /** HostView */
        HostView: {
            active: boolean;
            created_at: string;
            email: string | null;
            id: string;
            kind: components["schemas"]["HostKind"];
            limits: components["schemas"]["LimitPart"][];
            locale: string | null;
            member_id: string | null;
            name: string;
            priority: number;
            schedule_id: string | null;
            version: number;
            weight: number;
        };
        /**
         * IdentifiedView
         * @description `joined`: another device's conversation is now this one's too.
         */
        IdentifiedView: {
            contact: components["schemas"]["KnownAs"];
            conversation: components["schemas"]["VisitorConversation"] | null;
            joined: boolean;
        };
        /**
         * IdentifyBody
         * @description `token`: made by the site's server, never by its page.
         */
        IdentifyBody: {
            inbox: string;
            token: string;
        };
        /**
         * IdentityView
         * @description An address, or the site's own id of a person (`signed`). `proved_at` null: somebody merely typed it.
         */
        IdentityView: {
            /** @enum {unknown} */
            kind: "email" | "phone" | "signed";
            proved_at: string | null;
            value: string;
        };
        /**
         * InboxAttachments
         * @description What may be attached.
         */
        InboxAttachments: {
            /** @default true */
            allowed: boolean;
            /** @default 10000000 */
            bytes_most: number;
        };
        /**
         * InboxAway
         * @description What is shown when nobody answers: times of a service, and where to leave a message.
         */
        InboxAway: {
            /** @default 120 */
            after_seconds: number;
            /** @default true */
            leave_message: boolean;
            /** @default null */
            service: string | null;
        };
        /**
         * InboxBody
         * @description A new inbox. `version` is not used.
         */
        InboxBody: {
            agents?: string[];
            name: string;
            schedule_id?: string | null;
            settings?: components["schemas"]["InboxSettingsPart"];
            slug: string;
            team_id?: string | null;
            /** @default 1 */
            version: number;
        };
        /**
         * InboxCondition
         * @description A field is asked only if another one has this answer.
         */
        InboxCondition: {
            equals: string | boolean;
            field: string;
        };
        /**
         * InboxField
         * @description One question of the form before or after the first message.
         */
        InboxField: {
            id: string;
            /** @default  */
            label: string;
            /** @default [] */
            options: string[];
            /** @default false */
            required: boolean;
            /** @enum {unknown} */
            type: "checkbox" | "choice" | "email" | "phone" | "text" | "textarea";
            /** @default null */
            when: components["schemas"]["InboxCondition"] | null;
        };
        /** InboxList */
        InboxList: {
            items: components["schemas"]["InboxView"][];
        };
        /**
         * InboxPatch
         * @description What is left out stays as it is.
         */
        InboxPatch: {
            agents?: string[];
            name?: string;
            schedule_id?: string | null;
            settings?: components["schemas"]["InboxSettingsPart"];
            slug?: string;
            team_id?: string | null;
            version: number;
        };
        /**
         * InboxPrechat
         * @description When the form is asked.
         */
        InboxPrechat: {
            fields?: components["schemas"]["InboxField"][];
            /**
             * @default after
             * @enum {unknown}
             */
            when: "after" | "away" | "before" | "off";
        };
        /**
         * InboxPublic
         * @description All that the widget needs before anybody writes.
         */
        InboxPublic: {
            accent_hue: number;
            agents_online: boolean;
            attachments: components["schemas"]["AttachmentRules"];
            away: components["schemas"]["WhileAwayView"];
            faces: components["schemas"]["FaceView"][];
            greeting: string;
            id: string;
            /** @enum {unknown} */
            identity: "optional" | "required";
            is_open: boolean;
            languages: string[];
            launcher_label: string;
            name: string;
            opens_at: string | null;
            /** @enum {unknown} */
            position: "end" | "start";
            prechat: components["schemas"]["PrechatView"];
            reply_minutes: number | null;
            slug: string;
            sounds: boolean;
            tagline: string;
            transcript: boolean;
            zone: string;
        };
        /**
         * InboxSettingsPart
         * @description Look, words, forms, and who is given what. `sites`: origins that may frame it; none: any.
         */
        InboxSettingsPart: {
            /** @default 215 */
            accent_hue: number;
            /**
             * @default round-robin
             * @enum {unknown}
             */
            assignment: "manual" | "round-robin";
            attachments?: components["schemas"]["InboxAttachments"];
            /** @default 7 */
            auto_resolve_days: number | null;
            away?: components["schemas"]["InboxAway"];
            /** @default 10 */
            capacity: number;
            /** @default  */
            greeting: string;
            /**
             * @default optional
             * @enum {unknown}
             */
            identity: "optional" | "required";
            languages?: string[];
            /** @default  */
            launcher_label: string;
            /**
             * @default end
             * @enum {unknown}
             */
            position: "end" | "start";
            prechat?: components["schemas"]["InboxPrechat"];
            /** @default [] */
            sites: string[];
            /** @default true */
            sounds: boolean;
            /** @default  */
            tagline: string;
            /** @default true */
            transcript: boolean;
        };
        /**
         * InboxView
         * @description `seen_at`: the last page that asked for the launcher, to the hour; the set-up page's green tick.
         */
        InboxView: {
            active: boolean;
            agents: string[];
            created_at: string;
            id: string;
            name: string;
            schedule_id: string | null;
            seen_at: string | null;
            settings: components["schemas"]["InboxSettingsPart"];
            slug: string;
            team_id: string | null;
            version: number;
        };
        /** InstantView */
        InstantView: {
            offered: boolean;
            reasons: components["schemas"]["ReasonView"][];
            start: string;
        };
        /**
         * IntentView
         * @description What became of an idempotency key. `body` is the stored answer, as it was sent.
         */
        IntentView: {
            /** @default null */
            body: unknown;
            /** @enum {unknown} */
            state: "done" | "in-flight" | "none";
            /** @default null */
            status: number | null;
        };
        /** KeyBody */
        KeyBody: {
            name: string;
            scopes: components["schemas"]["Scope"][];
        };
        /** KeyList */
        KeyList: {
            items: components["schemas"]["KeyView"][];
            next_cursor: string | null;
        };
        /** KeyView */
        KeyView: {
            created_at: string;
            created_by: string;
            id: string;
            name: string;
            revoked_at: string | null;
            scopes: components["schemas"]["Scope"][];
            shown: string;
        };
        /** KnownAs */
        KnownAs: {
            name: string;
        };
        /** LabelBody */
        LabelBody: {
            /** @default 200 */
            hue: number;
            name: string;
        };
        /** LabelList */
        LabelList: {
            items: components["schemas"]["LabelView"][];
        };
        /** LabelPatch */
        LabelPatch: {
            hue?: number;
            name?: string;
            version: number;
        };
        /** LabelView */
        LabelView: {
            hue: number;
            id: string;
            name: string;
            version: number;
        };
        /** LabelsBody */
        LabelsBody: {
            /** @default [] */
            add: string[];
            /** @default [] */
            remove: string[];
        };
        /**
         * LimitPart
         * @description At most so many bookings, or booked minutes, in a period.
         */
        LimitPart: {
            /** @default null */
            bookings: number | null;
            /** @default null */
            minutes: number | null;
            period: components["schemas"]["Period"];
        };
        /**
         * LocationKind
         * @description Where a meeting takes place.
         * @enum {unknown}
         */
        LocationKind: "in-person" | "link" | "phone-guest-calls" | "phone-host-calls";
        /**
         * LocationPart
         * @description A place on offer; `value` is the address, number or link.
         */
        LocationPart: {
            id: string;
            kind: components["schemas"]["LocationKind"];
            /** @default  */
            label: string;
            /** @default  */
            value: string;
        };
        /**
         * MailPage
         * @description Letters and the cursor of the next page.
         */
        MailPage: {
            items: components["schemas"]["MailView"][];
            next_cursor: string | null;
        };
        /**
         * MailText
         * @description A letter with its words and links.
         */
        MailText: {
            /** @enum {unknown} */
            about: "booking" | "conversation";
            attempts: number;
            booking_id: string | null;
            conversation_id: string | null;
            /**
             * Format: date-time
             * @description RFC 3339, in UTC in answers
             */
            created_at: string;
            id: string;
            /** @enum {unknown} */
            kind: "answer" | "approved" | "cancelled" | "confirmed" | "expired" | "moved" | "rejected" | "requested" | "transcript" | "waiting";
            problem: string;
            /** @enum {unknown} */
            reader: "agent" | "companion" | "guest" | "host" | "visitor";
            recipient: string;
            sent_at: string | null;
            start: string | null;
            /** @enum {unknown} */
            state: "erased" | "failed" | "held" | "kept" | "pending" | "seen" | "sent";
            subject: string;
            text: string;
        };
        /**
         * MailView
         * @description A letter about a booking or a conversation; the other one's id is null.
         *
         *         `start` is the booking's. `kept`: no mail server is set; `held`: more than five in an hour; `seen`: it did
         *         not go, for what it tells of was read first, or is gone.
         */
        MailView: {
            /** @enum {unknown} */
            about: "booking" | "conversation";
            attempts: number;
            booking_id: string | null;
            conversation_id: string | null;
            /**
             * Format: date-time
             * @description RFC 3339, in UTC in answers
             */
            created_at: string;
            id: string;
            /** @enum {unknown} */
            kind: "answer" | "approved" | "cancelled" | "confirmed" | "expired" | "moved" | "rejected" | "requested" | "transcript" | "waiting";
            problem: string;
            /** @enum {unknown} */
            reader: "agent" | "companion" | "guest" | "host" | "visitor";
            recipient: string;
            sent_at: string | null;
            start: string | null;
            /** @enum {unknown} */
            state: "erased" | "failed" | "held" | "kept" | "pending" | "seen" | "sent";
        };
        /** MemberBody */
        MemberBody: {
            email: string;
            /** @default en */
            locale: string;
            name: string;
            /** @default null */
            password: string | null;
            role: components["schemas"]["ringonce.identity.model.Role"];
        };
        /** MemberList */
        MemberList: {
            items: components["schemas"]["MemberView"][];
            next_cursor: string | null;
        };
        /**
         * MemberPatch
         * @description What is left out stays as it is.
         */
        MemberPatch: {
            /** @default null */
            active: boolean | null;
            /** @default null */
            locale: string | null;
            /** @default null */
            name: string | null;
            /** @default null */
            password: string | null;
            /** @default null */
            role: components["schemas"]["ringonce.identity.model.Role"] | null;
            version: number;
        };
        /** MemberView */
        MemberView: {
            active: boolean;
            created_at: string;
            email: string;
            id: string;
            locale: string;
            name: string;
            role: components["schemas"]["ringonce.identity.model.Role"];
            version: number;
        };
        /** MergeAnswer */
        MergeAnswer: {
            merge: components["schemas"]["MergeView"];
        };
        /**
         * MergeBody
         * @description Who stays and who is merged into it. `fields`: for single fields of contacts, whose value stays:
         *         `name`, `locale`, `zone`, `attributes.<key>` to a contact's id.
         */
        MergeBody: {
            /** @default {} */
            fields: {
                [key: string]: string;
            };
            /** @enum {unknown} */
            kind: "contacts" | "conversations";
            loser_ids: string[];
            winner_id: string;
        };
        /** MergeList */
        MergeList: {
            items: components["schemas"]["MergeView"][];
        };
        /**
         * MergePreview
         * @description What a merge would do: the order of the thread, the fields, how many sessions would move.
         */
        MergePreview: {
            fields: components["schemas"]["FieldView"][];
            losers: components["schemas"]["PartView"][];
            moved_sessions: number;
            order: components["schemas"]["PlaceView"][];
            winner: components["schemas"]["PartView"];
        };
        /**
         * MergeView
         * @description One decision; it can be undone until `undo_until`.
         */
        MergeView: {
            /** @enum {unknown} */
            cause: "identity" | "import" | "member" | "start";
            id: string;
            /** @enum {unknown} */
            kind: "contacts" | "conversations";
            loser_ids: string[];
            /**
             * Format: date-time
             * @description RFC 3339, in UTC in answers
             */
            merged_at: string;
            merged_by: string;
            /**
             * Format: date-time
             * @description RFC 3339, in UTC in answers
             */
            undo_until: string;
            undone_at: string | null;
            undone_by: string | null;
            winner_id: string;
        };
        /**
         * MessageBody
         * @description A reply, or with `note` a word among colleagues; `mentions` are members and belong to notes,
         *         `choices` are tapped by the visitor and belong to replies.
         */
        MessageBody: {
            /** @default [] */
            attachments: string[];
            /** @default [] */
            choices: components["schemas"]["QuickReply"][];
            /** @description minted by the client */
            client_id: string;
            /** @default [] */
            mentions: string[];
            /** @default false */
            note: boolean;
            text: string;
        };
        /**
         * Mode
         * @description Who must be free: one host, one of the rotating hosts, or every host.
         * @enum {unknown}
         */
        Mode: "all" | "any" | "single";
        /** NamedView */
        NamedView: {
            id: string;
            name: string;
        };
        /**
         * NewKeyView
         * @description `secret` is shown this once.
         */
        NewKeyView: {
            key: components["schemas"]["KeyView"];
            secret: string;
        };
        /** NoShowBody */
        NoShowBody: {
            /** @default true */
            no_show: boolean;
            version: number;
        };
        /**
         * OfferBody
         * @description Up to five starts, held at once; none: the next free ones, over several days.
         */
        OfferBody: {
            /** @description minted by the client */
            client_id: string;
            /** @default null */
            length_minutes: number | null;
            /** @default null */
            moving_booking_id: string | null;
            service: string;
            /** @default [] */
            starts: string[];
            /** @default  */
            text: string;
            /** @default UTC */
            zone: string;
        };
        /**
         * OfferTakenView
         * @description As of a booking, with the offer's own message as it is drawn now.
         */
        OfferTakenView: {
            booking: components["schemas"]["BookingView"];
            conversation: components["schemas"]["VisitorConversation"];
            message: components["schemas"]["VisitorMessage"];
            offer: components["schemas"]["VisitorMessage"];
        };
        /** Option */
        Option: {
            label: string;
            value: string;
        };
        /**
         * OverridePart
         * @description The windows of one date instead of the weekly ones; none closes it.
         */
        OverridePart: {
            /** Format: date */
            on: string;
            /** @default [] */
            windows: [
                number,
                number
            ][];
        };
        /**
         * PageAsk
         * @description Where the visitor was when the conversation began.
         */
        PageAsk: {
            /** @default  */
            referrer: string;
            /** @default  */
            title: string;
            /** @default  */
            url: string;
        };
        /**
         * PartView
         * @description A conversation or contact that a merge would touch; `number` and `state` are a conversation's.
         */
        PartView: {
            /**
             * Format: date-time
             * @description RFC 3339, in UTC in answers
             */
            created_at: string;
            id: string;
            last_message_at: string | null;
            name: string;
            number: number | null;
            state: ("merged" | "open" | "resolved" | "snoozed") | null;
        };
        /**
         * Period
         * @description What a limit counts over; weeks begin on Monday.
         * @enum {unknown}
         */
        Period: "day" | "month" | "week" | "year";
        /**
         * PlaceView
         * @description One message of the thread as it would be drawn. `seq_new` is its place in the winner.
         */
        PlaceView: {
            /**
             * Format: date-time
             * @description RFC 3339, in UTC in answers
             */
            at: string;
            conversation_id: string;
            message_id: string;
            seq_new: number;
        };
        /** PrechatView */
        PrechatView: {
            fields: components["schemas"]["ChatFieldView"][];
            /** @enum {unknown} */
            when: "after" | "away" | "before" | "off";
        };
        /**
         * PresenceView
         * @description Who is there now, by member, and whether any inbox is open at this moment.
         */
        PresenceView: {
            agents: {
                [key: string]: "away" | "busy" | "offline" | "online";
            };
            is_open: boolean;
        };
        /**
         * PreviewPart
         * @description The newest message that people wrote, as plain text of at most 140 characters.
         */
        PreviewPart: {
            at: string;
            author_kind: string;
            text: string;
        };
        /** PriorityBody */
        PriorityBody: {
            /** @enum {unknown} */
            priority: "high" | "low" | "medium" | "none" | "urgent";
        };
        /** Problem */
        Problem: {
            alternatives?: {
                /** Format: date-time */
                end?: string;
                /** Format: date-time */
                start?: string;
            }[];
            code: string;
            detail: string;
            errors?: {
                code: string;
                detail?: string;
                field: string;
            }[];
            /** @description the request id of this attempt */
            instance?: string;
            status: number;
            title: string;
            type: string;
        } & {
            [key: string]: unknown;
        };
        /**
         * QuestionKind
         * @description The field types of a booking form.
         * @enum {unknown}
         */
        QuestionKind: "address" | "checkbox" | "checkbox-group" | "email" | "long-text" | "multi-select" | "name" | "number" | "phone" | "radio" | "select" | "short-text" | "url";
        /**
         * QuestionPart
         * @description One field of the form. `least` and `most` bound a number, or the count of chosen options.
         */
        QuestionPart: {
            /** @default  */
            help: string;
            /** @default false */
            hidden: boolean;
            id: string;
            kind: components["schemas"]["QuestionKind"];
            label: string;
            /** @default null */
            least: number | null;
            /** @default null */
            most: number | null;
            /** @default [] */
            options: components["schemas"]["Option"][];
            /** @default false */
            required: boolean;
        };
        /**
         * QuickReply
         * @description An answer that a visitor gives by a tap; its label is what is said.
         */
        QuickReply: {
            id: string;
            label: string;
        };
        /** ReasonBody */
        ReasonBody: {
            /** @default null */
            reason: string | null;
            version: number;
        };
        /** ReasonView */
        ReasonView: {
            code: string;
            params: Record<string, never>;
            text: string;
        };
        /**
         * RenderedView
         * @description The reply with its variables filled in; a variable that is not known stays as it is.
         */
        RenderedView: {
            text: string;
        };
        /**
         * RescheduleBody
         * @description To a held slot (`hold_id`, `hold_token`, `generation`) or straight to `start`.
         */
        RescheduleBody: {
            /** @default null */
            generation: number | null;
            /** @default null */
            hold_id: string | null;
            /** @default null */
            hold_token: string | null;
            /** @default null */
            host: string | null;
            /** @default null */
            length_minutes: number | null;
            /** @default null */
            overlap_reason: string | null;
            /** @default null */
            seen_version: string | null;
            /** @default null */
            start: string | null;
            version: number;
        };
        /**
         * RotateBody
         * @description The new token, kept by the browser before it is sent here.
         */
        RotateBody: {
            token: string;
        };
        /**
         * RotatedView
         * @description The visitor whom the new token names: the same as before.
         */
        RotatedView: {
            visitor_id: string;
        };
        /**
         * RulesPart
         * @description The service's own rules. Sent whole: what is left out takes its default.
         */
        RulesPart: {
            /** @default 0 */
            after_minutes: number;
            /** @default 0 */
            before_minutes: number;
            /** @default false */
            first_only: boolean;
            /** @default packed */
            grid: components["schemas"]["GridKind"];
            /** @default null */
            interval_minutes: number | null;
            /** @default [] */
            limits: components["schemas"]["LimitPart"][];
            /** @default 120 */
            notice_minutes: number;
            /** @default 0 */
            offset_minutes: number;
            /** @default null */
            window: components["schemas"]["WindowPart"] | null;
        };
        /** SaidView */
        SaidView: {
            conversation: components["schemas"]["AgentConversation"];
            message: components["schemas"]["AgentMessage"];
        };
        /**
         * ScheduleBody
         * @description A new schedule. `version` is not used.
         */
        ScheduleBody: {
            holidays?: components["schemas"]["HolidaysPart"] | null;
            is_default?: boolean;
            name: string;
            overrides?: components["schemas"]["OverridePart"][];
            travels?: components["schemas"]["TravelPart"][];
            /** @default 1 */
            version: number;
            weekly?: [
                number,
                number
            ][][];
            zone: string;
        };
        /** ScheduleList */
        ScheduleList: {
            items: components["schemas"]["ScheduleView"][];
            next_cursor: string | null;
        };
        /**
         * SchedulePatch
         * @description `weekly` is seven days, Monday first, each a list of [start, end) in minutes of the day.
         */
        SchedulePatch: {
            holidays?: components["schemas"]["HolidaysPart"] | null;
            is_default?: boolean;
            name?: string;
            overrides?: components["schemas"]["OverridePart"][];
            travels?: components["schemas"]["TravelPart"][];
            version: number;
            weekly?: [
                number,
                number
            ][][];
            zone?: string;
        };
        /** ScheduleView */
        ScheduleView: {
            created_at: string;
            holidays: components["schemas"]["HolidaysPart"] | null;
            id: string;
            is_default: boolean;
            name: string;
            overrides: components["schemas"]["OverridePart"][];
            travels: components["schemas"]["TravelPart"][];
            version: number;
            weekly: [
                number,
                number
            ][][];
            zone: string;
        };
        /**
         * Scope
         * @description What an API key may do.
         * @enum {unknown}
         */
        Scope: "book" | "configure" | "read";
        /**
         * SearchView
         * @description Every word must be found; two characters of Chinese are enough.
         */
        SearchView: {
            contacts: components["schemas"]["ContactPart"][];
            conversations: components["schemas"]["FoundMessage"][];
        };
        /**
         * SecretBody
         * @description `old_for_hours`: how long the secret before this one is still taken.
         */
        SecretBody: {
            /** @default 168 */
            old_for_hours: number;
            version: number;
        };
        /**
         * SecretView
         * @description What a site signs identities with. Whoever has it can say to be anybody: it belongs on a server.
         */
        SecretView: {
            number: number;
            old_until: string | null;
            secret: string;
            version: number;
        };
        /** SeenBody */
        SeenBody: {
            seq: number;
        };
        /** SeriesBody */
        SeriesBody: {
            /** @default null */
            host: string | null;
            /** @default null */
            length_minutes: number | null;
            /** @default null */
            private: string | null;
            /** @default null */
            seen_version: string | null;
            service: string;
            starts: string[];
            /** @default null */
            team: string | null;
        };
        /** SeriesBookedView */
        SeriesBookedView: {
            bookings: components["schemas"]["BookingView"][];
        };
        /** SeriesConfirm */
        SeriesConfirm: {
            /** @default {} */
            answers: Record<string, never>;
            /** @default null */
            email: string | null;
            /** @default [] */
            guests: string[];
            holds: components["schemas"]["HoldPointer"][];
            /** @default en */
            locale: string;
            /** @default null */
            location: Record<string, never> | null;
            name: string;
            /** @default null */
            notes: string | null;
            /** @default null */
            phone: string | null;
            series_id: string;
            /** @default UTC */
            zone: string;
        };
        /** SeriesHeldView */
        SeriesHeldView: {
            holds: components["schemas"]["HoldView"][];
            series_id: string;
        };
        /**
         * ServiceBody
         * @description A new service; what is left out takes its default. `version` is not used.
         */
        ServiceBody: {
            active?: boolean;
            approval?: components["schemas"]["Approval"];
            cancel_until_minutes?: number | null;
            colour?: string;
            description?: string;
            hidden?: boolean;
            hold_minutes?: number;
            hosts?: components["schemas"]["ServiceHostPart"][];
            is_private?: boolean;
            keep_host_on_move?: boolean;
            lengths?: number[];
            locations?: components["schemas"]["LocationPart"][];
            mode?: components["schemas"]["Mode"];
            move_until_minutes?: number | null;
            pending_blocks?: boolean;
            position?: number;
            price_text?: string;
            questions?: components["schemas"]["QuestionPart"][];
            restriction_schedule_id?: string | null;
            rules?: components["schemas"]["RulesPart"];
            schedule_id?: string | null;
            seats?: number;
            slug: string;
            success_url?: string | null;
            team_id?: string | null;
            title: string;
            /** @default 1 */
            version: number;
            visitor_limit?: number | null;
        };
        /**
         * ServiceHostPart
         * @description A host's part in a service.
         */
        ServiceHostPart: {
            /** @default 0 */
            group_no: number;
            host_id: string;
            /** @default 0 */
            priority: number;
            /** @default fixed */
            role: components["schemas"]["ringonce.calendars.model.Role"];
            /** @default null */
            schedule_id: string | null;
            /** @default 100 */
            weight: number;
        };
        /** ServiceList */
        ServiceList: {
            items: components["schemas"]["ServiceView"][];
            next_cursor: string | null;
        };
        /** ServiceName */
        ServiceName: {
            id: string;
            slug: string;
            title: string;
        };
        /**
         * ServicePatch
         * @description What is left out stays as it is; lists and rules are replaced whole.
         */
        ServicePatch: {
            active?: boolean;
            approval?: components["schemas"]["Approval"];
            cancel_until_minutes?: number | null;
            colour?: string;
            description?: string;
            hidden?: boolean;
            hold_minutes?: number;
            hosts?: components["schemas"]["ServiceHostPart"][];
            is_private?: boolean;
            keep_host_on_move?: boolean;
            lengths?: number[];
            locations?: components["schemas"]["LocationPart"][];
            mode?: components["schemas"]["Mode"];
            move_until_minutes?: number | null;
            pending_blocks?: boolean;
            position?: number;
            price_text?: string;
            questions?: components["schemas"]["QuestionPart"][];
            restriction_schedule_id?: string | null;
            rules?: components["schemas"]["RulesPart"];
            schedule_id?: string | null;
            seats?: number;
            slug?: string;
            success_url?: string | null;
            team_id?: string | null;
            title?: string;
            version: number;
            visitor_limit?: number | null;
        };
        /**
         * ServiceView
         * @description `version` is raised by edits alone; `private_token` is shown to those who may configure.
         */
        ServiceView: {
            active: boolean;
            approval: components["schemas"]["Approval"];
            cancel_until_minutes: number | null;
            colour: string;
            created_at: string;
            description: string;
            hidden: boolean;
            hold_minutes: number;
            hosts: components["schemas"]["ServiceHostPart"][];
            id: string;
            is_private: boolean;
            keep_host_on_move: boolean;
            lengths: number[];
            locations: components["schemas"]["LocationPart"][];
            mode: components["schemas"]["Mode"];
            move_until_minutes: number | null;
            pending_blocks: boolean;
            position: number;
            price_text: string;
            private_token?: string | null;
            questions: components["schemas"]["QuestionPart"][];
            restriction_schedule_id: string | null;
            rules: components["schemas"]["RulesPart"];
            schedule_id: string | null;
            seats: number;
            slug: string;
            success_url: string | null;
            team_id: string | null;
            title: string;
            version: number;
            visitor_limit: number | null;
        };
        /** SessionInboxView */
        SessionInboxView: {
            id: string;
            name: string;
        };
        /** SessionView */
        SessionView: {
            /** @default null */
            expires_at: string | null;
            member: components["schemas"]["MemberView"];
            workspace: components["schemas"]["WorkspaceView"];
        };
        /** SetUp */
        SetUp: {
            email: string;
            /** @default en */
            locale: string;
            name: string;
            password: string;
            slug: string;
            token: string;
            workspace_name: string;
            zone: string;
        };
        /**
         * ShownWhen
         * @description A field that is asked only if another one was answered so.
         */
        ShownWhen: {
            equals: unknown;
            field: string;
        };
        /** SignIn */
        SignIn: {
            email: string;
            password: string;
            /** @default null */
            workspace: string | null;
        };
        /**
         * SignOut
         * @description `everywhere` ends every session of the member.
         */
        SignOut: {
            /** @default false */
            everywhere: boolean;
        };
        /** SlotView */
        SlotView: {
            end: string;
            hosts: string[];
            mine: boolean;
            seats_left: number | null;
            start: string;
        };
        /** SlotsView */
        SlotsView: {
            epoch: string;
            etag: string;
            hold: components["schemas"]["HoldView"] | null;
            length_minutes: number;
            server_time: string;
            slots: components["schemas"]["SlotView"][];
            true_until: string | null;
            version: string;
            zone: string;
        };
        /** SnoozeBody */
        SnoozeBody: {
            /**
             * Format: date-time
             * @description RFC 3339, in UTC in answers
             */
            until: string;
        };
        /**
         * StartBody
         * @description An agent writes first.
         */
        StartBody: {
            /** @description minted by the client */
            client_id: string;
            contact_id: string;
            inbox_id: string;
            text: string;
        };
        /** StatusBody */
        StatusBody: {
            /** @enum {unknown} */
            status: "away" | "busy" | "online";
        };
        /**
         * StepView
         * @description One step. Which fields are filled in follows from `kind`; `text` is a code, never a person's words.
         */
        StepView: {
            /** @default null */
            action: string | null;
            /** @default null */
            actor_id: string | null;
            /** @default null */
            actor_kind: string | null;
            /**
             * Format: date-time
             * @description RFC 3339, in UTC in answers
             */
            at: string;
            /** @enum {unknown} */
            kind: "attempt" | "dead" | "fact" | "letter" | "push" | "replay";
            /** @default null */
            letter_id: string | null;
            /** @default null */
            pages: number | null;
            /** @default null */
            principal: string | null;
            /** @default null */
            refs: Record<string, never> | null;
            /** @default null */
            request_id: string | null;
            /** @default null */
            seq: number | null;
            /** @default null */
            state: string | null;
            /** @default null */
            status: number | null;
            /** @default null */
            stream: string | null;
            /** @default null */
            text: string | null;
        };
        /**
         * StoryView
         * @description What one click did. `replays`: how often its stored answer was given again.
         */
        StoryView: {
            attempts: number;
            deliveries: components["schemas"]["DeliveryView"][];
            facts: number;
            replays: number;
            request_id: string;
            steps: components["schemas"]["StepView"][];
        };
        /** StretchPart */
        StretchPart: {
            /**
             * Format: date-time
             * @description RFC 3339, in UTC in answers
             */
            end: string;
            /**
             * Format: date-time
             * @description RFC 3339, in UTC in answers
             */
            start: string;
        };
        /** StretchView */
        StretchView: {
            end: string;
            start: string;
        };
        /** SuggestionList */
        SuggestionList: {
            items: components["schemas"]["SuggestionView"][];
        };
        /**
         * SuggestionView
         * @description Perhaps the same person: `by` is the kind of address that both have.
         */
        SuggestionView: {
            /** @enum {unknown} */
            by: "email" | "phone";
            contact: components["schemas"]["ContactView"];
        };
        /**
         * TakeBody
         * @description `version` is that of the offer as it was drawn.
         */
        TakeBody: {
            /** @default {} */
            answers: Record<string, never>;
            /** @default null */
            email: string | null;
            /** @default null */
            locale: string | null;
            /** @default null */
            location: Record<string, never> | null;
            /** @default null */
            name: string | null;
            /** @default null */
            phone: string | null;
            /**
             * Format: date-time
             * @description RFC 3339, in UTC in answers
             */
            start: string;
            /** @default 1 */
            version: number;
            /** @default null */
            zone: string | null;
        };
        /**
         * TeamBody
         * @description A new team. `version` is not used.
         */
        TeamBody: {
            hosts?: string[];
            limits?: components["schemas"]["LimitPart"][];
            name: string;
            slug: string;
            /** @default 1 */
            version: number;
            zone?: string | null;
        };
        /** TeamList */
        TeamList: {
            items: components["schemas"]["TeamView"][];
            next_cursor: string | null;
        };
        /**
         * TeamPatch
         * @description What is left out stays as it is.
         */
        TeamPatch: {
            hosts?: string[];
            limits?: components["schemas"]["LimitPart"][];
            name?: string;
            slug?: string;
            version: number;
            zone?: string | null;
        };
        /** TeamView */
        TeamView: {
            created_at: string;
            hosts: string[];
            id: string;
            limits: components["schemas"]["LimitPart"][];
            name: string;
            slug: string;
            version: number;
            zone: string | null;
        };
        /**
         * ThreadView
         * @description Places in the order of seq. `conversation.id` is the winner's where the asked one was merged.
         */
        ThreadView: {
            conversation: components["schemas"]["AgentConversation"];
            messages: (components["schemas"]["AgentMessage"] | {
                seq: number;
                /** @constant */
                withdrawn: true;
            })[];
            more: boolean;
            upto: number;
        };
        /** TimelineBooking */
        TimelineBooking: {
            id: string;
            length_minutes: number;
            no_show: boolean;
            start: string;
            state: string;
            title: string;
        };
        /**
         * TimelineConversation
         * @description `messages`: how many people wrote in it. `page`: where it began, if known.
         */
        TimelineConversation: {
            id: string;
            inbox_id: string;
            merged_into: string | null;
            messages: number;
            number: number;
            page: Record<string, never>;
            state: string;
        };
        /**
         * TimelineItem
         * @description One thing that happened; what it happened to is shown as it is now.
         */
        TimelineItem: {
            actor: components["schemas"]["ActorView"];
            at: string;
            booking: components["schemas"]["TimelineBooking"] | null;
            conversation: components["schemas"]["TimelineConversation"] | null;
            kind: string;
            refs: Record<string, never>;
            request_id: string;
            seq: number;
        };
        /**
         * TimelineList
         * @description The newest first.
         */
        TimelineList: {
            items: components["schemas"]["TimelineItem"][];
            next_cursor: string | null;
        };
        /** TranscriptBody */
        TranscriptBody: {
            email: string;
        };
        /**
         * TravelPart
         * @description Civil dates, both included, lived in another zone.
         */
        TravelPart: {
            /** Format: date */
            first_on: string;
            /** Format: date */
            last_on: string;
            zone: string;
        };
        /**
         * VersionBody
         * @description `version` is the one that was shown.
         */
        VersionBody: {
            version: number;
        };
        /**
         * VisitorConversation
         * @description `seen`: how far the agents have read; `read`: how far the visitor has. Higher `version` is newer.
         */
        VisitorConversation: {
            agent: components["schemas"]["AgentFace"] | null;
            created_at: string;
            id: string;
            inbox_id: string;
            last_seq: number;
            read: number;
            seen: number;
            /** @enum {unknown} */
            state: "open" | "resolved";
            unread: number;
            version: number;
            waiting_since: string | null;
        };
        /**
         * VisitorMessage
         * @description One message as its visitor reads it. `seq` counts what the visitor may read, without a gap.
         */
        VisitorMessage: {
            at: string;
            attachments: components["schemas"]["AttachmentView"][];
            author: components["schemas"]["AuthorView"];
            client_id: string;
            extra: Record<string, never>;
            id: string;
            /** @enum {unknown} */
            kind: "event" | "form" | "offer" | "receipt" | "text";
            mine: boolean;
            seq: number;
            text: string;
        };
        /**
         * VisitorSessionView
         * @description `known`: this visitor has done something here; `signed`: the site has shown who it is.
         */
        VisitorSessionView: {
            known: boolean;
            name: string;
            seen_at: string | null;
            signed: boolean;
            since: string | null;
            visitor_id: string;
        };
        /**
         * WhileAwayView
         * @description What is shown when nobody answers: after so many seconds, or outside the hours.
         */
        WhileAwayView: {
            after_seconds: number;
            leave_message: boolean;
            service: string | null;
        };
        /**
         * WindowPart
         * @description How far ahead: `days` for the first three kinds, dates (both included) for the last.
         */
        WindowPart: {
            /** @default 0 */
            days: number;
            /** @default null */
            first_on: string | null;
            /** @enum {unknown} */
            kind: "bookable-days" | "business-days" | "dates" | "rolling";
            /** @default null */
            last_on: string | null;
        };
        /**
         * WorkspacePatch
         * @description What is left out stays as it is.
         */
        WorkspacePatch: {
            /** @default null */
            locale: string | null;
            /** @default null */
            name: string | null;
            version: number;
            /** @default null */
            zone: string | null;
        };
        /** WorkspaceView */
        WorkspaceView: {
            id: string;
            locale: string;
            name: string;
            slug: string;
            version: number;
            zone: string;
        };
        /**
         * Role
         * @description A host's part in a service.
         * @enum {unknown}
         */
        "ringonce.calendars.model.Role": "fixed" | "group" | "rotating";
        /**
         * Role
         * @description What a member may do: an owner everything, an admin everything but owners, an agent the daily work.
         * @enum {unknown}
         */
        "ringonce.identity.model.Role": "admin" | "agent" | "owner";
    };
    responses: never;
    parameters: {
        /** @description hold tokens, by commas, that are drawn as one's own */
        Hold: string;
        /** @description a quoted text of 16 to 128 printable ASCII characters */
        IdempotencyKey: string;
        /** @description the ETag that you have */
        IfNoneMatch: string;
        /** @description names this attempt; made if it is missing or malformed */
        RequestId: string;
        /** @description the workspace's slug; implied by an API key or a session */
        Workspace: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    agent_teams: {
        parameters: {
            query?: never;
            header?: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found. */
            200: {
                headers: {
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentTeamList"];
                };
            };
            /**
             * @description - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `workspace-unknown`: No such workspace */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    make_agent_team: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgentTeamBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentTeamView"];
                };
            };
            /**
             * @description - `fields-invalid`: Some fields need another look
             *     - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `workspace-unknown`: No such workspace */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `in-flight`: Still working on it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove_agent_team: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                agent_team_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VersionBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /**
             * @description - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `agent-team-missing`: No such team of agents
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `agent-team-in-use`: The team is still in use
             *     - `edit-stale`: Somebody else changed this first
             *     - `in-flight`: Still working on it
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patch_agent_team: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                agent_team_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgentTeamPatch"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentTeamView"];
                };
            };
            /**
             * @description - `fields-invalid`: Some fields need another look
             *     - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `agent-team-missing`: No such team of agents
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `edit-stale`: Somebody else changed this first
             *     - `in-flight`: Still working on it
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    agents: {
        parameters: {
            query?: never;
            header?: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found. */
            200: {
                headers: {
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentList"];
                };
            };
            /**
             * @description - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `workspace-unknown`: No such workspace */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patch_own_status: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StatusBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentView"];
                };
            };
            /**
             * @description - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `workspace-unknown`: No such workspace */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `in-flight`: Still working on it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patch_agent: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                member_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CapacityBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentView"];
                };
            };
            /**
             * @description - `agent-unknown`: No such agent
             *     - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `workspace-unknown`: No such workspace */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `in-flight`: Still working on it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    upload_from_desk: {
        parameters: {
            query?: {
                name?: string;
            };
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttachmentView"];
                };
            };
            /**
             * @description - `attachment-empty`: The file is empty
             *     - `image-unreadable`: The picture cannot be read
             *     - `image-too-large`: The picture has too many pixels
             *     - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `attachments-off`: No files here
             *     - `not-allowed`: You may not do this
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `workspace-unknown`: No such workspace */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `in-flight`: Still working on it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `attachment-too-large`: The file is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `attachment-type`: This kind of file cannot be sent */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `attachments-spent`: Too many files for now
             *     - `images-busy`: Too many pictures at once
             *     - `uploads-busy`: Too many files at once
             *     - `too-many-requests`: Too many at once
             */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `file-store-full`: No room for files */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    bookings: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
                from?: string | null;
                to?: string | null;
                zone?: string | null;
                host?: string | null;
                service?: string | null;
                state?: string | null;
                q?: string | null;
            };
            header?: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found. */
            200: {
                headers: {
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingList"];
                };
            };
            /**
             * @description - `zone-unknown`: No such time zone
             *     - `malformed-cursor`: The cursor cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `service-missing`: No such service
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_booking: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "ada@example.org",
                 *       "generation": 1,
                 *       "hold_id": "hld_01jd3q8z6m1v9k2w4x5y7r8t0a",
                 *       "hold_token": "7pq2…",
                 *       "locale": "en",
                 *       "name": "Ada Lovelace",
                 *       "zone": "Europe/Amsterdam"
                 *     }
                 */
                "application/json": components["schemas"]["BookingBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookedView"];
                };
            };
            /**
             * @description - `form-invalid`: Some answers need another look
             *     - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `workspace-unknown`: No such workspace */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `hold-expired`: The held time ran out
             *     - `hold-fenced`: This time was chosen anew elsewhere
             *     - `hold-not-yours`: This hold cannot be used
             *     - `slot-taken`: This time has just gone
             *     - `rule-notice`: Too soon to book
             *     - `rule-limit`: That day is full
             *     - `rule-changed`: This time is not offered
             *     - `visitor-limit`: You have booked as often as possible
             *     - `external-busy`: This time has just gone
             *     - `host-removed`: Somebody needed is not available
             *     - `inactive`: Not bookable at the moment
             *     - `in-flight`: Still working on it
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unverifiable`: A calendar does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    book_series: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SeriesConfirm"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesBookedView"];
                };
            };
            /**
             * @description - `form-invalid`: Some answers need another look
             *     - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `workspace-unknown`: No such workspace */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `hold-expired`: The held time ran out
             *     - `hold-fenced`: This time was chosen anew elsewhere
             *     - `hold-not-yours`: This hold cannot be used
             *     - `slot-taken`: This time has just gone
             *     - `rule-notice`: Too soon to book
             *     - `rule-limit`: That day is full
             *     - `rule-changed`: This time is not offered
             *     - `visitor-limit`: You have booked as often as possible
             *     - `external-busy`: This time has just gone
             *     - `host-removed`: Somebody needed is not available
             *     - `inactive`: Not bookable at the moment
             *     - `in-flight`: Still working on it
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unverifiable`: A calendar does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    booking: {
        parameters: {
            query?: never;
            header?: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
            };
            path: {
                booking_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found. */
            200: {
                headers: {
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingView"];
                };
            };
            /**
             * @description - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `booking-missing`: No such booking
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approve: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                booking_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VersionBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookedView"];
                };
            };
            /**
             * @description - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `booking-missing`: No such booking
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `version-stale`: The booking has changed
             *     - `not-now`: Not possible in this state
             *     - `slot-taken`: This time has just gone
             *     - `in-flight`: Still working on it
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancel: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                booking_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookedView"];
                };
            };
            /**
             * @description - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `booking-missing`: No such booking
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `version-stale`: The booking has changed
             *     - `not-now`: Not possible in this state
             *     - `in-flight`: Still working on it
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    invite: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                booking_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GuestsBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookedView"];
                };
            };
            /**
             * @description - `form-invalid`: Some answers need another look
             *     - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `booking-missing`: No such booking
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `version-stale`: The booking has changed
             *     - `not-now`: Not possible in this state
             *     - `in-flight`: Still working on it
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    history: {
        parameters: {
            query?: never;
            header?: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
            };
            path: {
                booking_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found. */
            200: {
                headers: {
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryList"];
                };
            };
            /**
             * @description - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `booking-missing`: No such booking
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    no_show: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                booking_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoShowBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookedView"];
                };
            };
            /**
             * @description - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `booking-missing`: No such booking
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `version-stale`: The booking has changed
             *     - `not-now`: Not possible in this state
             *     - `in-flight`: Still working on it
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reject: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                booking_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookedView"];
                };
            };
            /**
             * @description - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `booking-missing`: No such booking
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `version-stale`: The booking has changed
             *     - `not-now`: Not possible in this state
             *     - `in-flight`: Still working on it
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reschedule: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                booking_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RescheduleBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookedView"];
                };
            };
            /**
             * @description - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `booking-missing`: No such booking
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `version-stale`: The booking has changed
             *     - `not-now`: Not possible in this state
             *     - `slot-taken`: This time has just gone
             *     - `rule-changed`: This time is not offered
             *     - `in-flight`: Still working on it
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    canned_replies: {
        parameters: {
            query?: {
                q?: string;
            };
            header?: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found. */
            200: {
                headers: {
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CannedList"];
                };
            };
            /**
             * @description - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `workspace-unknown`: No such workspace */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    make_canned_reply: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "body": "Hello {{contact.first_name}}, this is {{agent.name}}.",
                 *       "shortcut": "hello"
                 *     }
                 */
                "application/json": components["schemas"]["CannedBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CannedView"];
                };
            };
            /**
             * @description - `fields-invalid`: Some fields need another look
             *     - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `workspace-unknown`: No such workspace */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `in-flight`: Still working on it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove_canned_reply: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                reply_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VersionBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /**
             * @description - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `canned-reply-missing`: No such canned reply
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `edit-stale`: Somebody else changed this first
             *     - `in-flight`: Still working on it
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patch_canned_reply: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                reply_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CannedPatch"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CannedView"];
                };
            };
            /**
             * @description - `fields-invalid`: Some fields need another look
             *     - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `canned-reply-missing`: No such canned reply
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `edit-stale`: Somebody else changed this first
             *     - `in-flight`: Still working on it
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    canned_reply_in: {
        parameters: {
            query: {
                conversation: string;
            };
            header?: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
            };
            path: {
                reply_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found. */
            200: {
                headers: {
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RenderedView"];
                };
            };
            /**
             * @description - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `canned-reply-missing`: No such canned reply
             *     - `conversation-missing`: No such conversation
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    upload_to_inbox: {
        parameters: {
            query: {
                inbox: string;
                name?: string;
            };
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttachmentView"];
                };
            };
            /**
             * @description - `attachment-empty`: The file is empty
             *     - `image-unreadable`: The picture cannot be read
             *     - `image-too-large`: The picture has too many pixels
             *     - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `attachments-off`: No files here
             *     - `identity-needed`: Please sign in first
             *     - `not-allowed`: You may not do this
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `inbox-missing`: No such inbox
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `in-flight`: Still working on it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `attachment-too-large`: The file is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `attachment-type`: This kind of file cannot be sent */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `attachments-spent`: Too many files for now
             *     - `images-busy`: Too many pictures at once
             *     - `uploads-busy`: Too many files at once
             *     - `too-many-requests`: Too many at once
             */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `file-store-full`: No room for files */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    write_attributes: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AttributesBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttributesView"];
                };
            };
            /**
             * @description - `attributes-refused`: These attributes cannot be kept
             *     - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `visitor-needed`: A visitor's session is needed
             *     - `not-allowed`: You may not do this
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `session-missing`: No such session
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `in-flight`: Still working on it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    away_card: {
        parameters: {
            query: {
                inbox: string;
                zone?: string;
            };
            header?: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found. */
            200: {
                headers: {
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AwayCardView"];
                };
            };
            /**
             * @description - `zone-unknown`: No such time zone
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `credentials-refused`: The key or token is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `inbox-missing`: No such inbox
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    book_in_widget: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "client_id": "9f1c2f1a-9",
                 *       "email": "ada@example.org",
                 *       "inbox": "website",
                 *       "name": "Ada Lovelace",
                 *       "service": "haircut",
                 *       "start": "2026-12-10T14:30:00Z"
                 *     }
                 */
                "application/json": components["schemas"]["ChatBookingBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatBookedView"];
                };
            };
            /**
             * @description - `details-needed`: A few details are missing
             *     - `client-id-malformed`: The message has no proper id
             *     - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `visitor-needed`: A visitor's session is needed
             *     - `identity-needed`: Please sign in first
             *     - `not-allowed`: You may not do this
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `inbox-missing`: No such inbox
             *     - `service-missing`: No such service
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `hold-expired`: The held time ran out
             *     - `hold-fenced`: This time was chosen anew elsewhere
             *     - `hold-not-yours`: This hold cannot be used
             *     - `slot-taken`: This time has just gone
             *     - `rule-notice`: Too soon to book
             *     - `rule-limit`: That day is full
             *     - `rule-changed`: This time is not offered
             *     - `visitor-limit`: You have booked as often as possible
             *     - `external-busy`: This time has just gone
             *     - `host-removed`: Somebody needed is not available
             *     - `inactive`: Not bookable at the moment
             *     - `in-flight`: Still working on it
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unverifiable`: A calendar does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_chats: {
        parameters: {
            query: {
                inbox: string;
            };
            header?: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found. */
            200: {
                headers: {
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatListView"];
                };
            };
            /**
             * @description - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `visitor-needed`: A visitor's session is needed
             *     - `not-allowed`: You may not do this
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `inbox-missing`: No such inbox
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    end_chat: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatView"];
                };
            };
            /**
             * @description - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `visitor-needed`: A visitor's session is needed
             *     - `not-allowed`: You may not do this
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `conversation-missing`: No such conversation
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `in-flight`: Still working on it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    answer_chat_form: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FormAnswersBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormAnsweredView"];
                };
            };
            /**
             * @description - `answers-invalid`: The form is not right yet
             *     - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `visitor-needed`: A visitor's session is needed
             *     - `identity-needed`: Please sign in first
             *     - `not-allowed`: You may not do this
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `conversation-missing`: No such conversation
             *     - `form-missing`: No form waits for an answer
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `in-flight`: Still working on it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_chat: {
        parameters: {
            query?: {
                after?: number;
                limit?: number;
            };
            header?: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
            };
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found. */
            200: {
                headers: {
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatPageView"];
                };
            };
            /**
             * @description - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `visitor-needed`: A visitor's session is needed
             *     - `not-allowed`: You may not do this
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `conversation-missing`: No such conversation
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    say: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChatSayBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatSaidView"];
                };
            };
            /**
             * @description - `text-missing`: There is nothing to say
             *     - `text-too-long`: The message is too long
             *     - `attachment-missing`: No such file to send
             *     - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `visitor-needed`: A visitor's session is needed
             *     - `identity-needed`: Please sign in first
             *     - `not-allowed`: You may not do this
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `conversation-missing`: No such conversation
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `in-flight`: Still working on it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    see_chat: {
        parameters: {
            query?: never;
            header?: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
            };
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChatSeenBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatView"];
                };
            };
            /**
             * @description - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `visitor-needed`: A visitor's session is needed
             *     - `not-allowed`: You may not do this
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `conversation-missing`: No such conversation
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mail_chat_transcript: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TranscriptBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatView"];
                };
            };
            /**
             * @description - `address-malformed`: This is no mail address
             *     - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `visitor-needed`: A visitor's session is needed
             *     - `transcripts-off`: No copies by mail here
             *     - `not-allowed`: You may not do this
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `conversation-missing`: No such conversation
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `in-flight`: Still working on it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `transcripts-spent`: Enough copies for today
             *     - `too-many-requests`: Too many at once
             */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    identify_visitor: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentifyBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentifiedView"];
                };
            };
            /**
             * @description - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `visitor-needed`: A visitor's session is needed
             *     - `identity-refused`: The signed identity was not accepted
             *     - `not-allowed`: You may not do this
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `inbox-missing`: No such inbox
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `in-flight`: Still working on it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_inbox: {
        parameters: {
            query: {
                inbox: string;
            };
            header?: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found. */
            200: {
                headers: {
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboxPublic"];
                };
            };
            /**
             * @description - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `credentials-refused`: The key or token is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `inbox-missing`: No such inbox
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    take_time: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                message_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "start": "2026-12-10T14:30:00Z",
                 *       "version": 1
                 *     }
                 */
                "application/json": components["schemas"]["TakeBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfferTakenView"];
                };
            };
            /**
             * @description - `details-needed`: A few details are missing
             *     - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `visitor-needed`: A visitor's session is needed
             *     - `not-allowed`: You may not do this
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `offer-missing`: There is no such offer
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `offer-taken`: Another time was chosen
             *     - `offer-withdrawn`: The times were taken back
             *     - `offer-lapsed`: The offer is over
             *     - `hold-expired`: The held time ran out
             *     - `slot-taken`: This time has just gone
             *     - `rule-notice`: Too soon to book
             *     - `rule-limit`: That day is full
             *     - `rule-changed`: This time is not offered
             *     - `visitor-limit`: You have booked as often as possible
             *     - `external-busy`: This time has just gone
             *     - `host-removed`: Somebody needed is not available
             *     - `inactive`: Not bookable at the moment
             *     - `in-flight`: Still working on it
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unverifiable`: A calendar does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_session: {
        parameters: {
            query?: never;
            header?: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found. */
            200: {
                headers: {
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitorSessionView"];
                };
            };
            /**
             * @description - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `session-revoked`: This session has ended
             *     - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `visitor-needed`: A visitor's session is needed
             *     - `not-allowed`: You may not do this
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `workspace-unknown`: No such workspace */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rotate: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "token": "vst_3q2-7wJY0kq4n9yqv3m8yB0b6c5t2r1f4d7h8k9m1n0"
                 *     }
                 */
                "application/json": components["schemas"]["RotateBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RotatedView"];
                };
            };
            /**
             * @description - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `session-revoked`: This session has ended
             *     - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `visitor-needed`: A visitor's session is needed
             *     - `not-allowed`: You may not do this
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `workspace-unknown`: No such workspace */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `token-known`: This token was used before
             *     - `token-replaced`: Another token took its place
             *     - `in-flight`: Still working on it
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    start_chat: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "client_id": "9f1c2f1a-1",
                 *       "inbox": "website",
                 *       "locale": "en",
                 *       "text": "Do you have time on Friday?",
                 *       "zone": "Europe/Amsterdam"
                 *     }
                 */
                "application/json": components["schemas"]["ChatStartBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatStartedView"];
                };
            };
            /**
             * @description - `answers-invalid`: The form is not right yet
             *     - `text-missing`: There is nothing to say
             *     - `text-too-long`: The message is too long
             *     - `attachment-missing`: No such file to send
             *     - `looks-automatic`: This looks automatic
             *     - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `visitor-needed`: A visitor's session is needed
             *     - `identity-needed`: Please sign in first
             *     - `not-allowed`: You may not do this
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `inbox-missing`: No such inbox
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `in-flight`: Still working on it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    contacts: {
        parameters: {
            query?: {
                q?: string;
                limit?: number;
                cursor?: string | null;
            };
            header?: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found. */
            200: {
                headers: {
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactList"];
                };
            };
            /**
             * @description - `malformed-cursor`: The cursor cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `workspace-unknown`: No such workspace */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    contact: {
        parameters: {
            query?: never;
            header?: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
            };
            path: {
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found. */
            200: {
                headers: {
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactView"];
                };
            };
            /**
             * @description - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `contact-missing`: No such contact
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_contact: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactPatch"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactView"];
                };
            };
            /**
             * @description - `attributes-refused`: These attributes cannot be kept
             *     - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `contact-missing`: No such contact
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `version-behind`: Somebody else changed this first
             *     - `in-flight`: Still working on it
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    erase: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasedView"];
                };
            };
            /**
             * @description - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `contact-missing`: No such contact
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `in-flight`: Still working on it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    contact_sessions: {
        parameters: {
            query?: never;
            header?: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
            };
            path: {
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found. */
            200: {
                headers: {
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactSessionList"];
                };
            };
            /**
             * @description - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `contact-missing`: No such contact
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revoke_session: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                contact_id: string;
                visitor_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactSessionView"];
                };
            };
            /**
             * @description - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `contact-missing`: No such contact
             *     - `session-missing`: No such session
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `in-flight`: Still working on it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    suggestions: {
        parameters: {
            query?: never;
            header?: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
            };
            path: {
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found. */
            200: {
                headers: {
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuggestionList"];
                };
            };
            /**
             * @description - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `contact-missing`: No such contact
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    timeline: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
            };
            path: {
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found. */
            200: {
                headers: {
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimelineList"];
                };
            };
            /**
             * @description - `malformed-cursor`: The cursor cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `contact-missing`: No such contact
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    desk_conversations: {
        parameters: {
            query?: {
                view?: "all" | "mentions" | "mine" | "unassigned";
                state?: ("merged" | "open" | "resolved" | "snoozed") | null;
                inbox?: string | null;
                team?: string | null;
                label?: string | null;
                assignee?: string | null;
                contact?: string | null;
                q?: string;
                cursor?: string | null;
                limit?: number;
            };
            header?: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found. */
            200: {
                headers: {
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationList"];
                };
            };
            /**
             * @description - `malformed-cursor`: The cursor cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `workspace-unknown`: No such workspace */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    desk_start: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SaidView"];
                };
            };
            /**
             * @description - `text-missing`: There is nothing to say
             *     - `text-too-long`: The message is too long
             *     - `client-id-malformed`: The message has no proper id
             *     - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `conversation-missing`: No such conversation
             *     - `inbox-missing`: No such inbox
             *     - `contact-missing`: No such contact
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `in-flight`: Still working on it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    desk_bulk: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkView"];
                };
            };
            /**
             * @description - `request-invalid`: The request cannot be read
             *     - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `workspace-unknown`: No such workspace */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `in-flight`: Still working on it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    desk_conversation: {
        parameters: {
            query?: never;
            header?: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
            };
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found. */
            200: {
                headers: {
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentConversation"];
                };
            };
            /**
             * @description - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `conversation-missing`: No such conversation
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    desk_assign: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationAnswer"];
                };
            };
            /**
             * @description - `agent-unknown`: No such agent
             *     - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `conversation-missing`: No such conversation
             *     - `agent-team-missing`: No such team of agents
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `assigned-meanwhile`: Somebody else has it now
             *     - `in-flight`: Still working on it
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    desk_labels: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LabelsBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationAnswer"];
                };
            };
            /**
             * @description - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `conversation-missing`: No such conversation
             *     - `label-missing`: No such label
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `in-flight`: Still working on it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    desk_thread: {
        parameters: {
            query?: {
                after?: number | null;
                before?: number | null;
                limit?: number;
            };
            header?: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
            };
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found. */
            200: {
                headers: {
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ThreadView"];
                };
            };
            /**
             * @description - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `conversation-missing`: No such conversation
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    desk_say: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "client_id": "c-7f31a9d2",
                 *       "note": false,
                 *       "text": "Good morning! Shall we say Thursday?"
                 *     }
                 */
                "application/json": components["schemas"]["MessageBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SaidView"];
                };
            };
            /**
             * @description - `text-missing`: There is nothing to say
             *     - `text-too-long`: The message is too long
             *     - `client-id-malformed`: The message has no proper id
             *     - `mention-unknown`: No such colleague
             *     - `attachment-missing`: No such file to send
             *     - `too-many-attachments`: Too many files in one message
             *     - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `conversation-missing`: No such conversation
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `in-flight`: Still working on it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    desk_offer: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "client_id": "9f1c2f1a-7",
                 *       "service": "haircut",
                 *       "starts": [],
                 *       "zone": "Europe/Amsterdam"
                 *     }
                 */
                "application/json": components["schemas"]["OfferBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SaidView"];
                };
            };
            /**
             * @description - `too-many-times`: Too many times
             *     - `length-unknown`: Not a length of this service
             *     - `zone-unknown`: No such time zone
             *     - `client-id-malformed`: The message has no proper id
             *     - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `conversation-missing`: No such conversation
             *     - `service-missing`: No such service
             *     - `booking-missing`: No such booking
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `no-times`: Nothing is free
             *     - `slot-taken`: This time has just gone
             *     - `rule-notice`: Too soon to book
             *     - `rule-limit`: That day is full
             *     - `rule-changed`: This time is not offered
             *     - `visitor-limit`: You have booked as often as possible
             *     - `external-busy`: This time has just gone
             *     - `host-removed`: Somebody needed is not available
             *     - `inactive`: Not bookable at the moment
             *     - `in-flight`: Still working on it
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unverifiable`: A calendar does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    desk_priority: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PriorityBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationAnswer"];
                };
            };
            /**
             * @description - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `conversation-missing`: No such conversation
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `in-flight`: Still working on it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    desk_reopen: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationAnswer"];
                };
            };
            /**
             * @description - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `conversation-missing`: No such conversation
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `live-elsewhere`: The visitor is in another conversation
             *     - `in-flight`: Still working on it
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    desk_resolve: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationAnswer"];
                };
            };
            /**
             * @description - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `conversation-missing`: No such conversation
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `in-flight`: Still working on it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    desk_seen: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SeenBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationAnswer"];
                };
            };
            /**
             * @description - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `conversation-missing`: No such conversation
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `in-flight`: Still working on it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    desk_snooze: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SnoozeBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationAnswer"];
                };
            };
            /**
             * @description - `snooze-invalid`: This is no time to sleep until
             *     - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `conversation-missing`: No such conversation
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `conversation-ended`: The conversation has ended
             *     - `in-flight`: Still working on it
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    desk_mail_transcript: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeskTranscriptBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationAnswer"];
                };
            };
            /**
             * @description - `address-malformed`: This is no mail address
             *     - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `transcripts-off`: No copies by mail here
             *     - `not-allowed`: You may not do this
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `conversation-missing`: No such conversation
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `in-flight`: Still working on it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `transcripts-spent`: Enough copies for today
             *     - `too-many-requests`: Too many at once
             */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    explain: {
        parameters: {
            query: {
                service: string;
                start: string;
                length?: number | null;
                zone?: string;
                host?: string | null;
                team?: string | null;
                moving?: string | null;
                private?: string | null;
            };
            header?: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found. */
            200: {
                headers: {
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExplainView"];
                };
            };
            /**
             * @description - `zone-unknown`: No such time zone
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `credentials-refused`: The key or token is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `service-missing`: No such service
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_hold: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "length_minutes": 45,
                 *       "service": "haircut",
                 *       "start": "2026-12-10T14:30:00Z"
                 *     }
                 */
                "application/json": components["schemas"]["HoldBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HoldView"];
                };
            };
            /**
             * @description - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `service-missing`: No such service
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `slot-taken`: This time has just gone
             *     - `rule-notice`: Too soon to book
             *     - `rule-limit`: That day is full
             *     - `rule-changed`: This time is not offered
             *     - `visitor-limit`: You have booked as often as possible
             *     - `external-busy`: This time has just gone
             *     - `host-removed`: Somebody needed is not available
             *     - `inactive`: Not bookable at the moment
             *     - `in-flight`: Still working on it
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unverifiable`: A calendar does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_series: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SeriesBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesHeldView"];
                };
            };
            /**
             * @description - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `service-missing`: No such service
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `series-refused`: Some of the dates cannot be had
             *     - `in-flight`: Still working on it
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    move: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                hold_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HoldMove"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HoldView"];
                };
            };
            /**
             * @description - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `workspace-unknown`: No such workspace */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `hold-expired`: The held time ran out
             *     - `hold-fenced`: This time was chosen anew elsewhere
             *     - `hold-not-yours`: This hold cannot be used
             *     - `slot-taken`: This time has just gone
             *     - `rule-notice`: Too soon to book
             *     - `rule-limit`: That day is full
             *     - `rule-changed`: This time is not offered
             *     - `visitor-limit`: You have booked as often as possible
             *     - `external-busy`: This time has just gone
             *     - `host-removed`: Somebody needed is not available
             *     - `inactive`: Not bookable at the moment
             *     - `in-flight`: Still working on it
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unverifiable`: A calendar does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    release: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                hold_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HoldToken"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HoldView"];
                };
            };
            /**
             * @description - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `workspace-unknown`: No such workspace */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `hold-not-yours`: This hold cannot be used
             *     - `in-flight`: Still working on it
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    renew: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                hold_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HoldToken"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HoldView"];
                };
            };
            /**
             * @description - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `workspace-unknown`: No such workspace */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `hold-expired`: The held time ran out
             *     - `hold-fenced`: This time was chosen anew elsewhere
             *     - `hold-not-yours`: This hold cannot be used
             *     - `slot-taken`: This time has just gone
             *     - `rule-notice`: Too soon to book
             *     - `rule-limit`: That day is full
             *     - `rule-changed`: This time is not offered
             *     - `visitor-limit`: You have booked as often as possible
             *     - `external-busy`: This time has just gone
             *     - `host-removed`: Somebody needed is not available
             *     - `inactive`: Not bookable at the moment
             *     - `in-flight`: Still working on it
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unverifiable`: A calendar does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    hosts: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
            };
            header?: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found. */
            200: {
                headers: {
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HostList"];
                };
            };
            /**
             * @description - `malformed-cursor`: The cursor cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `workspace-unknown`: No such workspace */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    make_host: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HostBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HostView"];
                };
            };
            /**
             * @description - `fields-invalid`: Some fields need another look
             *     - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `workspace-unknown`: No such workspace */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `in-flight`: Still working on it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    host: {
        parameters: {
            query?: never;
            header?: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
            };
            path: {
                host_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found. */
            200: {
                headers: {
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HostView"];
                };
            };
            /**
             * @description - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `host-missing`: No such host
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_host: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                host_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VersionBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /**
             * @description - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `host-missing`: No such host
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `edit-stale`: Somebody else changed this first
             *     - `in-flight`: Still working on it
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patch_host: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                host_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HostPatch"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HostView"];
                };
            };
            /**
             * @description - `fields-invalid`: Some fields need another look
             *     - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `host-missing`: No such host
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `edit-stale`: Somebody else changed this first
             *     - `in-flight`: Still working on it
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    aways: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
            };
            header?: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
            };
            path: {
                host_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found. */
            200: {
                headers: {
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AwayList"];
                };
            };
            /**
             * @description - `malformed-cursor`: The cursor cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `host-missing`: No such host
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    make_away: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                host_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AwayBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AwayView"];
                };
            };
            /**
             * @description - `fields-invalid`: Some fields need another look
             *     - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `host-missing`: No such host
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `in-flight`: Still working on it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_away: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                host_id: string;
                away_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /**
             * @description - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `host-missing`: No such host
             *     - `away-missing`: No such absence
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `in-flight`: Still working on it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    calendars: {
        parameters: {
            query?: never;
            header?: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
            };
            path: {
                host_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found. */
            200: {
                headers: {
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarList"];
                };
            };
            /**
             * @description - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `host-missing`: No such host
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    make_calendar: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                host_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CalendarBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarView"];
                };
            };
            /**
             * @description - `fields-invalid`: Some fields need another look
             *     - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `host-missing`: No such host
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `in-flight`: Still working on it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_calendar: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                host_id: string;
                calendar_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /**
             * @description - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `host-missing`: No such host
             *     - `calendar-missing`: No such calendar
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `in-flight`: Still working on it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patch_calendar: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                host_id: string;
                calendar_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CalendarPatch"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarView"];
                };
            };
            /**
             * @description - `fields-invalid`: Some fields need another look
             *     - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `host-missing`: No such host
             *     - `calendar-missing`: No such calendar
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `in-flight`: Still working on it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    calendar_failing: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                host_id: string;
                calendar_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FailingBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarView"];
                };
            };
            /**
             * @description - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `host-missing`: No such host
             *     - `calendar-missing`: No such calendar
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `in-flight`: Still working on it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_busy: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                host_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BusyBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarView"];
                };
            };
            /**
             * @description - `fields-invalid`: Some fields need another look
             *     - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `host-missing`: No such host
             *     - `calendar-missing`: No such calendar
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `in-flight`: Still working on it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inboxes: {
        parameters: {
            query?: never;
            header?: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found. */
            200: {
                headers: {
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboxList"];
                };
            };
            /**
             * @description - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `workspace-unknown`: No such workspace */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    make_inbox: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Website",
                 *       "slug": "website"
                 *     }
                 */
                "application/json": components["schemas"]["InboxBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboxView"];
                };
            };
            /**
             * @description - `fields-invalid`: Some fields need another look
             *     - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `workspace-unknown`: No such workspace */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `in-flight`: Still working on it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inbox: {
        parameters: {
            query?: never;
            header?: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
            };
            path: {
                inbox_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found. */
            200: {
                headers: {
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboxView"];
                };
            };
            /**
             * @description - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `inbox-missing`: No such inbox
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove_inbox: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                inbox_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VersionBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboxView"];
                };
            };
            /**
             * @description - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `inbox-missing`: No such inbox
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `edit-stale`: Somebody else changed this first
             *     - `in-flight`: Still working on it
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patch_inbox: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                inbox_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InboxPatch"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboxView"];
                };
            };
            /**
             * @description - `fields-invalid`: Some fields need another look
             *     - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `inbox-missing`: No such inbox
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `edit-stale`: Somebody else changed this first
             *     - `in-flight`: Still working on it
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    open_inbox_again: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                inbox_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VersionBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboxView"];
                };
            };
            /**
             * @description - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `inbox-missing`: No such inbox
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `edit-stale`: Somebody else changed this first
             *     - `in-flight`: Still working on it
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inbox_secret: {
        parameters: {
            query?: never;
            header?: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
            };
            path: {
                inbox_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found. */
            200: {
                headers: {
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecretView"];
                };
            };
            /**
             * @description - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `inbox-missing`: No such inbox
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    next_secret: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                inbox_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecretBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecretView"];
                };
            };
            /**
             * @description - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `inbox-missing`: No such inbox
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `edit-stale`: Somebody else changed this first
             *     - `in-flight`: Still working on it
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    look_up: {
        parameters: {
            query?: never;
            header?: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found. */
            200: {
                headers: {
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IntentView"];
                };
            };
            /**
             * @description - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `workspace-unknown`: No such workspace */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    keys: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
            };
            header?: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found. */
            200: {
                headers: {
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyList"];
                };
            };
            /**
             * @description - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `workspace-unknown`: No such workspace */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_key: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeyBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewKeyView"];
                };
            };
            /**
             * @description - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `workspace-unknown`: No such workspace */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `in-flight`: Still working on it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_key: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                key_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyView"];
                };
            };
            /**
             * @description - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-unknown`: No such API key
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `in-flight`: Still working on it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    labels: {
        parameters: {
            query?: never;
            header?: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found. */
            200: {
                headers: {
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LabelList"];
                };
            };
            /**
             * @description - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `workspace-unknown`: No such workspace */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    make_label: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "hue": 120,
                 *       "name": "Invoice"
                 *     }
                 */
                "application/json": components["schemas"]["LabelBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LabelView"];
                };
            };
            /**
             * @description - `fields-invalid`: Some fields need another look
             *     - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `workspace-unknown`: No such workspace */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `in-flight`: Still working on it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove_label: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                label_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VersionBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /**
             * @description - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `label-missing`: No such label
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `edit-stale`: Somebody else changed this first
             *     - `in-flight`: Still working on it
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patch_label: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                label_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LabelPatch"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LabelView"];
                };
            };
            /**
             * @description - `fields-invalid`: Some fields need another look
             *     - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `label-missing`: No such label
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `edit-stale`: Somebody else changed this first
             *     - `in-flight`: Still working on it
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_log: {
        parameters: {
            query?: {
                after?: number;
                before?: number;
                order?: "newest" | "oldest";
                stream?: string;
                request_id?: string;
                action?: string;
                contact?: string;
                conversation?: string;
                limit?: number;
            };
            header?: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found. */
            200: {
                headers: {
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntryList"];
                };
            };
            /**
             * @description - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `workspace-unknown`: No such workspace */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    log_head: {
        parameters: {
            query?: never;
            header?: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found. */
            200: {
                headers: {
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeadView"];
                };
            };
            /**
             * @description - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `workspace-unknown`: No such workspace */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_mails: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
            };
            header?: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found. */
            200: {
                headers: {
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailPage"];
                };
            };
            /**
             * @description - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `workspace-unknown`: No such workspace */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    load_mail: {
        parameters: {
            query?: never;
            header?: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found. */
            200: {
                headers: {
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailText"];
                };
            };
            /**
             * @description - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `mail-missing`: No such letter
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    members: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
            };
            header?: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found. */
            200: {
                headers: {
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberList"];
                };
            };
            /**
             * @description - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `workspace-unknown`: No such workspace */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_member: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberView"];
                };
            };
            /**
             * @description - `email-refused`: This mail address cannot be used
             *     - `password-too-weak`: Choose a longer password
             *     - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `workspace-unknown`: No such workspace */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `in-flight`: Still working on it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    member: {
        parameters: {
            query?: never;
            header?: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
            };
            path: {
                member_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found. */
            200: {
                headers: {
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberView"];
                };
            };
            /**
             * @description - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `member-unknown`: No such member
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patch_member: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                member_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberPatch"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberView"];
                };
            };
            /**
             * @description - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `member-unknown`: No such member
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `version-behind`: Somebody else changed this first
             *     - `last-owner`: Somebody must own the workspace
             *     - `in-flight`: Still working on it
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    merges: {
        parameters: {
            query?: {
                conversation?: string | null;
                contact?: string | null;
            };
            header?: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found. */
            200: {
                headers: {
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MergeList"];
                };
            };
            /**
             * @description - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `contact-missing`: No such contact
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    merge: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MergeAnswer"];
                };
            };
            /**
             * @description - `merge-with-itself`: A merge needs different ones
             *     - `merge-field-unknown`: This field cannot be chosen
             *     - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `conversation-missing`: No such conversation
             *     - `contact-missing`: No such contact
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `merge-chain`: One of them is part of another merge
             *     - `merge-cycle`: They are merged already
             *     - `merge-foreign-inbox`: They belong to different inboxes
             *     - `in-flight`: Still working on it
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    preview: {
        parameters: {
            query?: never;
            header?: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MergePreview"];
                };
            };
            /**
             * @description - `merge-with-itself`: A merge needs different ones
             *     - `merge-field-unknown`: This field cannot be chosen
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `conversation-missing`: No such conversation
             *     - `contact-missing`: No such contact
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `merge-chain`: One of them is part of another merge
             *     - `merge-cycle`: They are merged already
             *     - `merge-foreign-inbox`: They belong to different inboxes
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    undo: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                merge_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MergeAnswer"];
                };
            };
            /**
             * @description - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `merge-missing`: There is no such merge
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `merge-undone`: This merge is undone already
             *     - `merge-too-old`: This merge is too old to undo
             *     - `in-flight`: Still working on it
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    desk_withdraw_offer: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                message_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SaidView"];
                };
            };
            /**
             * @description - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `offer-missing`: There is no such offer
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `offer-taken`: Another time was chosen
             *     - `in-flight`: Still working on it
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    presence: {
        parameters: {
            query?: never;
            header?: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found. */
            200: {
                headers: {
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PresenceView"];
                };
            };
            /**
             * @description - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `workspace-unknown`: No such workspace */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    public_booking: {
        parameters: {
            query?: never;
            header?: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found. */
            200: {
                headers: {
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookedView"];
                };
            };
            /**
             * @description - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `credentials-refused`: The key or token is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `booking-missing`: No such booking
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancel_own: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookedView"];
                };
            };
            /**
             * @description - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `credentials-refused`: The key or token is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `booking-missing`: No such booking
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `version-stale`: The booking has changed
             *     - `too-late`: Too late to change online
             *     - `not-now`: Not possible in this state
             *     - `in-flight`: Still working on it
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    invite_own: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GuestsBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookedView"];
                };
            };
            /**
             * @description - `form-invalid`: Some answers need another look
             *     - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `credentials-refused`: The key or token is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `booking-missing`: No such booking
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `version-stale`: The booking has changed
             *     - `in-flight`: Still working on it
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reschedule_own: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RescheduleBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookedView"];
                };
            };
            /**
             * @description - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `credentials-refused`: The key or token is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `booking-missing`: No such booking
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `version-stale`: The booking has changed
             *     - `too-late`: Too late to change online
             *     - `not-now`: Not possible in this state
             *     - `hold-expired`: The held time ran out
             *     - `hold-fenced`: This time was chosen anew elsewhere
             *     - `hold-not-yours`: This hold cannot be used
             *     - `slot-taken`: This time has just gone
             *     - `rule-notice`: Too soon to book
             *     - `rule-limit`: That day is full
             *     - `rule-changed`: This time is not offered
             *     - `visitor-limit`: You have booked as often as possible
             *     - `external-busy`: This time has just gone
             *     - `host-removed`: Somebody needed is not available
             *     - `inactive`: Not bookable at the moment
             *     - `in-flight`: Still working on it
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unverifiable`: A calendar does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    schedules: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
            };
            header?: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found. */
            200: {
                headers: {
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleList"];
                };
            };
            /**
             * @description - `malformed-cursor`: The cursor cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `workspace-unknown`: No such workspace */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    make_schedule: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Weekdays",
                 *       "weekly": [
                 *         [
                 *           [
                 *             540,
                 *             1020
                 *           ]
                 *         ],
                 *         [
                 *           [
                 *             540,
                 *             1020
                 *           ]
                 *         ],
                 *         [
                 *           [
                 *             540,
                 *             1020
                 *           ]
                 *         ],
                 *         [
                 *           [
                 *             540,
                 *             1020
                 *           ]
                 *         ],
                 *         [
                 *           [
                 *             540,
                 *             1020
                 *           ]
                 *         ],
                 *         [],
                 *         []
                 *       ],
                 *       "zone": "Europe/Berlin"
                 *     }
                 */
                "application/json": components["schemas"]["ScheduleBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleView"];
                };
            };
            /**
             * @description - `fields-invalid`: Some fields need another look
             *     - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `workspace-unknown`: No such workspace */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `in-flight`: Still working on it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    schedule: {
        parameters: {
            query?: never;
            header?: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
            };
            path: {
                schedule_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found. */
            200: {
                headers: {
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleView"];
                };
            };
            /**
             * @description - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `schedule-missing`: No such schedule
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    drop_schedule: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                schedule_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VersionBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /**
             * @description - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `schedule-missing`: No such schedule
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `edit-stale`: Somebody else changed this first
             *     - `schedule-in-use`: The schedule is in use
             *     - `in-flight`: Still working on it
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patch_schedule: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                schedule_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SchedulePatch"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleView"];
                };
            };
            /**
             * @description - `fields-invalid`: Some fields need another look
             *     - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `schedule-missing`: No such schedule
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `edit-stale`: Somebody else changed this first
             *     - `in-flight`: Still working on it
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    desk_search: {
        parameters: {
            query: {
                q: string;
                limit?: number;
            };
            header?: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found. */
            200: {
                headers: {
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchView"];
                };
            };
            /**
             * @description - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `workspace-unknown`: No such workspace */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    services: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
            };
            header?: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found. */
            200: {
                headers: {
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceList"];
                };
            };
            /**
             * @description - `malformed-cursor`: The cursor cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `credentials-refused`: The key or token is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `workspace-unknown`: No such workspace */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    make_service: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "hosts": [],
                 *       "lengths": [
                 *         30,
                 *         45
                 *       ],
                 *       "slug": "haircut",
                 *       "title": "Haircut"
                 *     }
                 */
                "application/json": components["schemas"]["ServiceBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceView"];
                };
            };
            /**
             * @description - `fields-invalid`: Some fields need another look
             *     - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `workspace-unknown`: No such workspace */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `in-flight`: Still working on it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_service: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                service_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VersionBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /**
             * @description - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `service-missing`: No such service
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `edit-stale`: Somebody else changed this first
             *     - `in-flight`: Still working on it
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patch_service: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                service_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ServicePatch"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceView"];
                };
            };
            /**
             * @description - `fields-invalid`: Some fields need another look
             *     - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `service-missing`: No such service
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `edit-stale`: Somebody else changed this first
             *     - `in-flight`: Still working on it
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    new_private_link: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                service_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VersionBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceView"];
                };
            };
            /**
             * @description - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `service-missing`: No such service
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `edit-stale`: Somebody else changed this first
             *     - `in-flight`: Still working on it
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    service: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
                private?: string | null;
            };
            header?: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
            };
            path: {
                service: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found. */
            200: {
                headers: {
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceView"];
                };
            };
            /**
             * @description - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `credentials-refused`: The key or token is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `service-missing`: No such service
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    who_am_i: {
        parameters: {
            query?: never;
            header?: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found. */
            200: {
                headers: {
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /**
             * @description - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `workspace-unknown`: No such workspace */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sign_in: {
        parameters: {
            query?: never;
            header?: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description - `request-invalid`: The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `sign-in-refused`: Address or password is wrong */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sign_out: {
        parameters: {
            query?: never;
            header?: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignOut"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /**
             * @description - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `workspace-unknown`: No such workspace */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    set_up: {
        parameters: {
            query?: never;
            header?: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetUp"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /**
             * @description - `slug-refused`: This address cannot be used
             *     - `password-too-weak`: Choose a longer password
             *     - `email-refused`: This mail address cannot be used
             *     - `request-invalid`: The request cannot be read
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `setup-link-dead`: This set-up link no longer works */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    slots: {
        parameters: {
            query: {
                service: string;
                from: string;
                to: string;
                zone?: string;
                length?: number | null;
                host?: string | null;
                team?: string | null;
                moving?: string | null;
                private?: string | null;
            };
            header?: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description hold tokens, by commas, that are drawn as one's own */
                "Ringonce-Hold"?: components["parameters"]["Hold"];
                /** @description the ETag that you have */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found. */
            200: {
                headers: {
                    ETag?: string;
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlotsView"];
                };
            };
            /** @description What you have is still so, until `true_until`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `range-refused`: Too many days at once
             *     - `zone-unknown`: No such time zone
             *     - `length-unknown`: Not a length of this service
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `credentials-refused`: The key or token is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `service-missing`: No such service
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    teams: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
            };
            header?: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found. */
            200: {
                headers: {
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamList"];
                };
            };
            /**
             * @description - `malformed-cursor`: The cursor cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `credentials-refused`: The key or token is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `workspace-unknown`: No such workspace */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    make_team: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TeamBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamView"];
                };
            };
            /**
             * @description - `fields-invalid`: Some fields need another look
             *     - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `workspace-unknown`: No such workspace */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `in-flight`: Still working on it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_team: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                team_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VersionBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /**
             * @description - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `team-missing`: No such team
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `edit-stale`: Somebody else changed this first
             *     - `team-in-use`: The team is in use
             *     - `in-flight`: Still working on it
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patch_team: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                team_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TeamPatch"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamView"];
                };
            };
            /**
             * @description - `fields-invalid`: Some fields need another look
             *     - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `team-missing`: No such team
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `edit-stale`: Somebody else changed this first
             *     - `in-flight`: Still working on it
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    team: {
        parameters: {
            query?: never;
            header?: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
            };
            path: {
                team: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found. */
            200: {
                headers: {
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamView"];
                };
            };
            /**
             * @description - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `credentials-refused`: The key or token is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `team-missing`: No such team
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    trace_request: {
        parameters: {
            query?: never;
            header?: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
            };
            path: {
                request_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found. */
            200: {
                headers: {
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoryView"];
                };
            };
            /**
             * @description - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `request-unknown`: Nothing is known of this request
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    troubleshoot: {
        parameters: {
            query: {
                service: string;
                on: string;
                zone: string;
                length?: number | null;
                host?: string | null;
            };
            header?: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found. */
            200: {
                headers: {
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DayView"];
                };
            };
            /**
             * @description - `zone-unknown`: No such time zone
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `service-missing`: No such service
             *     - `workspace-unknown`: No such workspace
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    workspace: {
        parameters: {
            query?: never;
            header?: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found. */
            200: {
                headers: {
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkspaceView"];
                };
            };
            /**
             * @description - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `credentials-refused`: The key or token is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `workspace-unknown`: No such workspace */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patch_workspace: {
        parameters: {
            query?: never;
            header: {
                /** @description names this attempt; made if it is missing or malformed */
                "X-Request-ID"?: components["parameters"]["RequestId"];
                /** @description the workspace's slug; implied by an API key or a session */
                "Ringonce-Workspace"?: components["parameters"]["Workspace"];
                /** @description a quoted text of 16 to 128 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WorkspacePatch"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    "X-Request-ID"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkspaceView"];
                };
            };
            /**
             * @description - `zone-unknown`: No such time zone
             *     - `key-missing`: An Idempotency-Key is needed
             *     - `key-malformed`: The Idempotency-Key cannot be read
             *     - `request-invalid`: The request cannot be read
             *     - `workspace-needed`: Which workspace?
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `credentials-refused`: The key or token is not accepted
             *     - `sign-in-needed`: Please sign in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `workspace-unknown`: No such workspace */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `version-behind`: Somebody else changed this first
             *     - `in-flight`: Still working on it
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-reused`: This key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `too-many-requests`: Too many at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
