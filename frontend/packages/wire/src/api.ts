// Made by tools/wire.mjs from openapi.json: do not edit.

export interface paths {
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
    "/log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened, in order; by stream, request id or action
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
         * Letters about bookings, the newest first
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
         * @description Drawn from the booking as it now is. Raises MailMissing.
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
         * Approval
         * @description Whether a booking stands at once or is a request first.
         * @enum {unknown}
         */
        Approval: "always" | "none";
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
         * @description What was erased; the bookings stand without the person's words.
         */
        ErasedView: {
            bookings: number;
            contact_id: string;
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
        /**
         * FailingBody
         * @description The calendar could not be read.
         */
        FailingBody: Record<string, never>;
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
            attempts: number;
            booking_id: string;
            /**
             * Format: date-time
             * @description RFC 3339, in UTC in answers
             */
            created_at: string;
            id: string;
            kind: string;
            problem: string;
            /** @enum {unknown} */
            reader: "companion" | "guest" | "host";
            recipient: string;
            sent_at: string | null;
            /**
             * Format: date-time
             * @description RFC 3339, in UTC in answers
             */
            start: string;
            /** @enum {unknown} */
            state: "erased" | "failed" | "held" | "kept" | "pending" | "sent";
            subject: string;
            text: string;
        };
        /**
         * MailView
         * @description A letter about a booking. `kept`: no mail server is set; `held`: more than five in an hour.
         */
        MailView: {
            attempts: number;
            booking_id: string;
            /**
             * Format: date-time
             * @description RFC 3339, in UTC in answers
             */
            created_at: string;
            id: string;
            kind: string;
            problem: string;
            /** @enum {unknown} */
            reader: "companion" | "guest" | "host";
            recipient: string;
            sent_at: string | null;
            /**
             * Format: date-time
             * @description RFC 3339, in UTC in answers
             */
            start: string;
            /** @enum {unknown} */
            state: "erased" | "failed" | "held" | "kept" | "pending" | "sent";
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
         * Period
         * @description What a limit counts over; weeks begin on Monday.
         * @enum {unknown}
         */
        Period: "day" | "month" | "week" | "year";
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
    list_log: {
        parameters: {
            query?: {
                after?: number;
                stream?: string;
                request_id?: string;
                action?: string;
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
