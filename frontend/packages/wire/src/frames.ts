// Made by tools/wire.mjs from events.schema.json: do not edit.

export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
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
         * AuthorView
         * @description Who wrote it; `member_id` names an agent's picture.
         */
        AuthorView: {
            /** @enum {unknown} */
            kind: "agent" | "system" | "visitor";
            member_id: string | null;
            name: string;
        };
        /**
         * Beat
         * @description Either side says that it is there.
         */
        Beat: {
            /** @default null */
            server_time: string | null;
            /** @enum {unknown} */
            type: "beat";
        };
        /**
         * Change
         * @description How the list under `from_etag` became the one under `to_etag`.
         */
        Change: {
            added: components["schemas"]["SlotView"][];
            changed: components["schemas"]["SlotView"][];
            from_etag: string;
            hold: components["schemas"]["HoldView"] | null;
            removed: components["schemas"]["Removed"][];
            server_time: string;
            to_etag: string;
            true_until: string | null;
            version: string;
        };
        ClientFrame: components["schemas"]["Hello"] | components["schemas"]["TokenMinted"] | components["schemas"]["Subscribe"] | components["schemas"]["Unsubscribe"] | components["schemas"]["Typing"] | components["schemas"]["Looking"] | components["schemas"]["Visiting"] | components["schemas"]["Beat"];
        /** ContactPart */
        ContactPart: {
            id: string;
            name: string;
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
         * Current
         * @description What the client has is still so.
         */
        Current: {
            epoch: string;
            etag: string;
            hold: components["schemas"]["HoldView"] | null;
            server_time: string;
            true_until: string | null;
        };
        CurrentFrame: {
            id: string;
            /** @constant */
            type: "current";
        } & components["schemas"]["Current"];
        DeltaFrame: {
            id: string;
            /** @constant */
            type: "delta";
        } & components["schemas"]["Change"];
        /** Events */
        Events: {
            events: components["schemas"]["LoggedEvent"][];
            server_time: string;
            upto: number;
        };
        EventsFrame: {
            id: string;
            /** @constant */
            type: "events";
        } & components["schemas"]["Events"];
        /**
         * Hello
         * @description The first frame: which workspace, and who, if the browser has minted a token already.
         */
        Hello: {
            /** @default null */
            token: string | null;
            /** @enum {unknown} */
            type: "hello";
            /** @default null */
            workspace: string | null;
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
         * InboxBody
         * @description Conversations that changed up to a place of the log. `reset`: too many did, list them anew.
         */
        InboxBody: {
            conversations: components["schemas"]["AgentConversation"][];
            counts: components["schemas"]["CountsView"];
            reset: boolean;
            server_time: string;
            upto: number;
        };
        InboxFrame: {
            id: string;
            /** @constant */
            type: "inbox";
        } & components["schemas"]["InboxBody"];
        /** LoggedEvent */
        LoggedEvent: {
            action: string;
            actor_id: string;
            actor_kind: string;
            at: string;
            refs: Record<string, never>;
            seq: number;
            stream: string;
        };
        /**
         * Looking
         * @description A whisper of a member: which conversation is on the screen.
         */
        Looking: {
            /** @default null */
            conversation: string | null;
            /** @enum {unknown} */
            type: "looking";
        };
        /**
         * LookingHeard
         * @description The members who have a conversation on their screens.
         */
        LookingHeard: {
            conversation: string;
            members: string[];
            /** @enum {unknown} */
            type: "looking";
        };
        /** NamedView */
        NamedView: {
            id: string;
            name: string;
        };
        Place: components["schemas"]["VisitorMessage"] | components["schemas"]["AgentMessage"] | components["schemas"]["Withdrawn"];
        /**
         * PresenceBody
         * @description Who is at the desk, by member; `is_open`: some inbox is within its hours.
         */
        PresenceBody: {
            agents: {
                [key: string]: string;
            };
            is_open: boolean;
            server_time: string;
        };
        PresenceFrame: {
            id: string;
            /** @constant */
            type: "presence";
        } & components["schemas"]["PresenceBody"];
        /**
         * PreviewPart
         * @description The newest message that people wrote, as plain text of at most 140 characters.
         */
        PreviewPart: {
            at: string;
            author_kind: string;
            text: string;
        };
        /** @description a problem document, as the API answers it */
        Problem: {
            code: string;
            detail: string;
            status: number;
            title: string;
            type: string;
        } & {
            [key: string]: unknown;
        };
        /**
         * Refusal
         * @description Why a subscription was refused; the socket stays open.
         */
        Refusal: {
            id: string | null;
            problem: components["schemas"]["Problem"];
            /** @enum {unknown} */
            type: "problem";
        };
        /** Removed */
        Removed: {
            start: string;
            why: string;
        };
        ServerFrame: components["schemas"]["Welcome"] | components["schemas"]["Refusal"] | components["schemas"]["Beat"] | components["schemas"]["TypingHeard"] | components["schemas"]["LookingHeard"] | components["schemas"]["VisitingHeard"] | components["schemas"]["SnapshotFrame"] | components["schemas"]["CurrentFrame"] | components["schemas"]["DeltaFrame"] | components["schemas"]["EventsFrame"] | components["schemas"]["ThreadFrame"] | components["schemas"]["InboxFrame"] | components["schemas"]["PresenceFrame"];
        /** SlotView */
        SlotView: {
            end: string;
            hosts: string[];
            mine: boolean;
            seats_left: number | null;
            start: string;
        };
        /**
         * Snapshot
         * @description The whole list. Framed by `framed`, which adds type and id.
         */
        Snapshot: {
            epoch: string;
            etag: string;
            hold: components["schemas"]["HoldView"] | null;
            length_minutes: number;
            server_time: string;
            slots: components["schemas"]["SlotView"][];
            true_until: string | null;
            version: string;
        };
        SnapshotFrame: {
            id: string;
            /** @constant */
            type: "snapshot";
        } & components["schemas"]["Snapshot"];
        /**
         * Subscribe
         * @description Follow the slots of a service, or one's chat; members: a thread, the inbox, who is present, the log.
         *
         *         The same id again replaces it. `after`: what the client has of the thread or of the log.
         */
        Subscribe: {
            /** @default null */
            after: number | null;
            /** @default null */
            conversation: string | null;
            /** @default null */
            etag: string | null;
            /** @default null */
            from: string | null;
            /** @default [] */
            holds: string[];
            /** @default null */
            host: string | null;
            id: string;
            /** @default null */
            inbox: string | null;
            /** @default null */
            length: number | null;
            /** @default null */
            moving: string | null;
            /** @default null */
            private: string | null;
            /** @default null */
            service: string | null;
            /** @default null */
            team: string | null;
            /** @default null */
            to: string | null;
            /** @enum {unknown} */
            topic: "bookings" | "chat" | "inbox" | "presence" | "slots" | "thread";
            /** @enum {unknown} */
            type: "subscribe";
            /** @default UTC */
            zone: string;
        };
        /**
         * ThreadBody
         * @description Places `from + 1` to `upto` of a thread; `from` is what the client has, else it subscribes again.
         *
         *         `reset`: forget what you had, this is another conversation or its beginning. `changed`: messages at places
         *         that you have, drawn anew.
         */
        ThreadBody: {
            changed: components["schemas"]["Place"][];
            conversation: components["schemas"]["VisitorConversation"] | components["schemas"]["AgentConversation"] | null;
            from: number;
            messages: components["schemas"]["Place"][];
            reset: boolean;
            server_time: string;
            upto: number;
        };
        ThreadFrame: {
            id: string;
            /** @constant */
            type: "thread";
        } & components["schemas"]["ThreadBody"];
        /**
         * TokenMinted
         * @description The visitor began to do something and so has a token now.
         */
        TokenMinted: {
            token: string;
            /** @enum {unknown} */
            type: "token";
        };
        /**
         * Typing
         * @description A whisper: somebody writes, or has stopped. A note is whispered to members only.
         */
        Typing: {
            conversation: string;
            /** @default false */
            note: boolean;
            on: boolean;
            /** @enum {unknown} */
            type: "typing";
        };
        /**
         * TypingHeard
         * @description Believe it for `for_ms` and no longer.
         */
        TypingHeard: {
            conversation: string;
            for_ms: number;
            note: boolean;
            on: boolean;
            /** @enum {unknown} */
            type: "typing";
            who: components["schemas"]["TypingWho"];
        };
        /** TypingWho */
        TypingWho: {
            id: string;
            /** @enum {unknown} */
            kind: "agent" | "visitor";
            name: string;
        };
        /** Unsubscribe */
        Unsubscribe: {
            id: string;
            /** @enum {unknown} */
            type: "unsubscribe";
        };
        /**
         * Visiting
         * @description A whisper of a visitor: the page of the site that is on the screen now.
         */
        Visiting: {
            conversation: string;
            /** @default  */
            title: string;
            /** @enum {unknown} */
            type: "page";
            url: string;
        };
        /**
         * VisitingHeard
         * @description Where the visitor is now, as the site's page said it: a text, a link to http or https. Not stored.
         */
        VisitingHeard: {
            at: string;
            conversation: string;
            title: string;
            /** @enum {unknown} */
            type: "page";
            url: string;
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
        /** Welcome */
        Welcome: {
            epoch: string;
            server_time: string;
            /** @enum {unknown} */
            type: "welcome";
        };
        /**
         * Withdrawn
         * @description a place that an undone merge left empty
         */
        Withdrawn: {
            seq: number;
            /** @constant */
            withdrawn: true;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
