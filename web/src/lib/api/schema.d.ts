// Generated from server/openapi.json by `npm run client`. Do not edit.
export interface paths {
    "/api/appointments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Appointments
         * @description Appointments the actor may see, by start: own ones, those of staff in scope, or all.
         */
        get: operations["appointments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/appointments/{appointment_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Appointment
         * @description One appointment with what the actor may do with it.
         */
        get: operations["appointment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/appointments/{appointment_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel
         * @description Call the visit off.
         */
        post: operations["cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/appointments/{appointment_id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Cancellation
         * @description What cancelling this visit now would mean. Changes nothing.
         */
        get: operations["cancellation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/appointments/{appointment_id}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Complete
         * @description The visit took place. From its start on; the team alone.
         */
        post: operations["complete_appointment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/appointments/{appointment_id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm
         * @description Approve a requested appointment. The team alone.
         */
        post: operations["confirm_appointment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/appointments/{appointment_id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decline
         * @description Turn a requested appointment down and give its time back. The team alone.
         */
        post: operations["decline_appointment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/appointments/{appointment_id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move
         * @description Give the visit another time. `slot_taken` comes with the nearest other times.
         */
        post: operations["move"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/appointments/{appointment_id}/no-show": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * No Show
         * @description The customer was not there. From the start on; the team alone.
         */
        post: operations["mark_no_show"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/areas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Coverage Map
         * @description Where a business comes, as GeoJSON: circles to a kilometre's precision, without names.
         */
        get: operations["coverage_map"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/areas/{area_id}": {
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
         * Remove Area
         * @description Take an area away. Appointments already made stay.
         */
        delete: operations["remove_area"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/basket": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Basket
         * @description Everything typed so far, from the cookie.
         */
        get: operations["basket"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/basket/details": {
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
         * Save Details
         * @description Keep what was typed so far, however incomplete.
         */
        patch: operations["save_details"];
        trace?: never;
    };
    "/api/basket/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add Line
         * @description Put a service into the basket; opens one where there is none.
         */
        post: operations["add_line"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/basket/lines/{line_id}": {
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
         * Remove Line
         * @description Take a line out of the basket and give its time back.
         */
        delete: operations["remove_line"];
        options?: never;
        head?: never;
        /**
         * Change Line
         * @description Change extras, seats or preferred people of a line; a time that may not fit any more is given up.
         */
        patch: operations["change_line"];
        trace?: never;
    };
    "/api/basket/place": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set Place
         * @description Say by postcode where the visits are to be; opens a basket where there is none.
         */
        put: operations["set_basket_place"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bookings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bookings
         * @description Turn the basket into an order. Sending it again with the same Idempotency-Key gives the same order.
         */
        post: operations["book"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/businesses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Businesses
         * @description All businesses of this installation, for anybody.
         */
        get: operations["businesses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/businesses/{slug}/settings/{group}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Settings
         * @description One group of settings with defaults filled in. Admins only.
         */
        get: operations["settings"];
        /**
         * Change Settings
         * @description Replace one group of settings. Admins only; send If-Match to be told of others' changes.
         */
        put: operations["change_settings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/busy-blocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Busy Blocks
         * @description Blocked time of a staff member that touches the range.
         */
        get: operations["busy_blocks"];
        put?: never;
        /**
         * Block Time
         * @description Block time in a calendar; the answer names the appointments it lies over.
         */
        post: operations["block_time"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/busy-blocks/{block_id}": {
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
         * Unblock Time
         * @description Open time again that was blocked here.
         */
        delete: operations["unblock_time"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Coverage
         * @description Whether somebody of this business (its slug) comes to a postcode. Changes nothing.
         */
        post: operations["coverage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Deliveries
         * @description Messages and what became of them, newest first, of one appointment or all. Admins, and managers in their scope.
         */
        get: operations["deliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process answers */
        get: operations["health_live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Database, cache and worker
         * @description 503 when the database or the cache does not answer. A late worker is told, not refused: pages still work.
         */
        get: operations["health_ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hold
         * @description Keep a time for a line while its owner types on. `slot_taken` comes with the nearest other times.
         */
        post: operations["hold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/holds/{line_id}": {
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
         * Release
         * @description Give a line's time back to everybody.
         */
        delete: operations["release"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/linked-order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Linked Order
         * @description The order that the link in X-Order-Token opens.
         */
        get: operations["linked_order"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/manager-scopes/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Manager Scope
         * @description What a manager may see and do. Administrators only.
         */
        get: operations["manager_scope"];
        /**
         * Set Manager Scope
         * @description Replace what a manager may see and do. Administrators only.
         */
        put: operations["set_manager_scope"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Me
         * @description Who is asking; a stranger is told so, with 200.
         */
        get: operations["me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change Me
         * @description Change one's own name, phone or language; send If-Match to be told of changes made elsewhere.
         */
        patch: operations["change_me"];
        trace?: never;
    };
    "/api/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Orders
         * @description Orders the asker may see, newest first.
         */
        get: operations["orders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Order
         * @description One order, for its customer, for the holder of its link (header X-Order-Token), and for the team.
         */
        get: operations["order"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{number}/calendar.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Calendar
         * @description The order's visits as a calendar file (text/calendar).
         */
        get: operations["order_calendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pictures/{asset_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Picture
         * @description A picture of a service or a person (image/webp). It never changes: keep it as long as you like.
         */
        get: operations["picture"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/postcodes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Postcode Suggestions
         * @description At most eight postcodes that begin like this, for the form to offer; none when it cannot be a postcode.
         */
        get: operations["postcode_suggestions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/services": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Services
         * @description Every service that can be booked, of one business or of all.
         */
        get: operations["services"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/services/{business}/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Service
         * @description One service by its address.
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
    "/api/slots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Slots
         * @description Free starts by date. When there are none in the range, `next_free_at` tells the first one after all.
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
    "/api/slots/first": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * First
         * @description The earliest free start within the horizon, or nulls.
         */
        get: operations["first_free_slot"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/slots/why-none": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Why None
         * @description Why a date has nothing free, and the smallest change that would open something.
         */
        get: operations["why_nothing_fits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff-members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Staff Cards
         * @description Bookable staff members of a business (its slug) by name, for anybody.
         */
        get: operations["staff_cards"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff-members/{staff_id}/areas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Areas
         * @description Where a staff member travels: for themselves, a manager allowed to, administrators.
         */
        get: operations["areas"];
        put?: never;
        /**
         * Add Area
         * @description Let a staff member travel around one more postcode.
         */
        post: operations["add_area"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff-members/{staff_id}/hours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Working Hours
         * @description A staff member's week: the person, managers in scope, administrators.
         */
        get: operations["working_hours"];
        /**
         * Set Working Hours
         * @description Replace a staff member's week; send the fingerprint as If-Match to be told of others' changes.
         */
        put: operations["set_working_hours"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff-members/{staff_id}/overrides": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Overrides
         * @description Dates with other hours than the week has.
         */
        get: operations["date_overrides"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff-members/{staff_id}/overrides/{on_date}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set Override
         * @description Give one date other hours, or close it.
         */
        put: operations["set_date_override"];
        post?: never;
        /**
         * Drop Override
         * @description The date has its weekly hours again.
         */
        delete: operations["drop_date_override"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff-members/{staff_id}/time-off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Time Off
         * @description Absences that touch the range.
         */
        get: operations["time_off"];
        put?: never;
        /**
         * Add Time Off
         * @description An absence; nothing is booked into it from now on.
         */
        post: operations["add_time_off"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/time-off/{time_off_id}": {
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
         * Drop Time Off
         * @description The absence is off.
         */
        delete: operations["drop_time_off"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tracking": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Track
         * @description Open an order by its number and the e-mail it was booked with.
         */
        post: operations["track"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/why-not": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Why Not
         * @description Every start of a staff member's day for a service: open, or why not and what would open it. The team alone.
         *
         *     A POST, because a postcode may be somebody's home and belongs in no URL.
         */
        post: operations["why_not"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * AlreadyBookedProblem
         * @description This basket became an order already, perhaps in another tab.
         */
        AlreadyBookedProblem: {
            /**
             * Code
             * @constant
             */
            code: "already_booked";
            /**
             * Detail
             * @default
             */
            detail: string;
            /** Number */
            number: string;
            /**
             * Reference
             * @default
             */
            reference: string;
            /** Status */
            status: number;
            /** Title */
            title: string;
            /**
             * Type
             * @default about:blank
             */
            type: string;
        };
        /**
         * Alternative
         * @description A time near the wanted one that was open a moment ago, with the person of each service.
         */
        Alternative: {
            /**
             * Ends At
             * Format: date-time
             */
            ends_at: string;
            /** Staff Ids */
            staff_ids: string[];
            /**
             * Starts At
             * Format: date-time
             */
            starts_at: string;
        };
        /**
         * AppointmentOut
         * @description One appointment. Times are instants; `zone` is the one the customer was shown. `access_notes`, how to get in, is
         *     empty but for those who look after the visit, from a day before it until twelve hours after.
         */
        AppointmentOut: {
            /** Access Notes */
            access_notes: string;
            /** Address */
            address: string | null;
            /** Business */
            business: string;
            can: components["schemas"]["CanOut"];
            /** Cancellation Reason */
            cancellation_reason: string;
            /** Cancelled At */
            cancelled_at: string | null;
            /** Cancelled By */
            cancelled_by: string;
            customer: components["schemas"]["Named"];
            /**
             * Ends At
             * Format: date-time
             */
            ends_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Meeting Url */
            meeting_url: string;
            /** Reschedules */
            reschedules: number;
            /** Revision */
            revision: number;
            /** Seats */
            seats: number;
            service: components["schemas"]["Named"];
            staff_member: components["schemas"]["Named"];
            /**
             * Starts At
             * Format: date-time
             */
            starts_at: string;
            state: components["schemas"]["AppointmentState"];
            venue: components["schemas"]["Venue"];
            /**
             * Visit Id
             * Format: uuid
             */
            visit_id: string;
            /** Zone */
            zone: string;
        };
        /**
         * State
         * @enum {string}
         */
        AppointmentState: "pending" | "confirmed" | "completed" | "no_show" | "cancelled";
        /** AreaIn */
        AreaIn: {
            /**
             * Name
             * @default
             */
            name: string;
            /** Postcode */
            postcode: string;
            /**
             * Radius M
             * @description metres
             */
            radius_m: number;
        };
        /** AreaOut */
        AreaOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Latitude */
            latitude: number;
            /** Longitude */
            longitude: number;
            /** Name */
            name: string;
            /** Postcode */
            postcode: string;
            /** Radius M */
            radius_m: number;
        };
        /**
         * Asked
         * @description What free times are asked for: a `line` of the basket, a `service` with `extras` (`<id>` or `<id>:<quantity>`,
         *     comma separated), or an `appointment` that is to be moved. `staff` narrows it (comma separated ids).
         */
        Asked: {
            /** Appointment */
            appointment?: string | null;
            /**
             * Extras
             * @default
             */
            extras: string;
            /** Line */
            line?: string | null;
            /** Service */
            service?: string | null;
            /**
             * Staff
             * @default
             */
            staff: string;
            /**
             * Zone
             * @default
             */
            zone: string;
        };
        /**
         * AskedDate
         * @description One date in the answer's zone.
         */
        AskedDate: {
            /** Appointment */
            appointment?: string | null;
            /**
             * Extras
             * @default
             */
            extras: string;
            /** Line */
            line?: string | null;
            /**
             * On
             * Format: date
             */
            on: string;
            /** Service */
            service?: string | null;
            /**
             * Staff
             * @default
             */
            staff: string;
            /**
             * Zone
             * @default
             */
            zone: string;
        };
        /**
         * AskedRange
         * @description A range of at most 62 dates in the answer's zone, both included.
         */
        AskedRange: {
            /** Appointment */
            appointment?: string | null;
            /**
             * Extras
             * @default
             */
            extras: string;
            /**
             * First On
             * Format: date
             */
            first_on: string;
            /**
             * Last On
             * Format: date
             */
            last_on: string;
            /** Line */
            line?: string | null;
            /** Service */
            service?: string | null;
            /**
             * Staff
             * @default
             */
            staff: string;
            /**
             * Zone
             * @default
             */
            zone: string;
        };
        /** BasketExtraOut */
        BasketExtraOut: {
            /**
             * Extra Id
             * Format: uuid
             */
            extra_id: string;
            /** Name */
            name: string;
            /** Quantity */
            quantity: number;
            /** Unit Amount */
            unit_amount: number;
        };
        /**
         * BasketFullProblem
         * @description BasketFull(limit: 'int')
         */
        BasketFullProblem: {
            /**
             * Code
             * @constant
             */
            code: "basket_full";
            /**
             * Detail
             * @default
             */
            detail: string;
            /** Limit */
            limit: number;
            /**
             * Reference
             * @default
             */
            reference: string;
            /** Status */
            status: number;
            /** Title */
            title: string;
            /**
             * Type
             * @default about:blank
             */
            type: string;
        };
        /**
         * BasketLineOut
         * @description `state`: `open` no time yet, `held` the time is kept until `held_until`, `lapsed` the hold is over (the time may
         *     still be free: hold it again), `unavailable` the service is not on offer any more.
         */
        BasketLineOut: {
            /** Approval By Hand */
            approval_by_hand: boolean;
            /** Business */
            business: string;
            /** Duration Minutes */
            duration_minutes: number;
            /** Ends At */
            ends_at: string | null;
            /** Extras */
            extras: components["schemas"]["BasketExtraOut"][];
            /** Free Change Until */
            free_change_until: string | null;
            /** Held Until */
            held_until: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Preferred Staff */
            preferred_staff: components["schemas"]["PersonOut"][];
            /** Seats */
            seats: number;
            /**
             * Service Id
             * Format: uuid
             */
            service_id: string;
            /** Service Slug */
            service_slug: string;
            staff: components["schemas"]["PersonOut"] | null;
            /** Starts At */
            starts_at: string | null;
            /**
             * State
             * @enum {string}
             */
            state: "open" | "held" | "lapsed" | "unavailable";
            /** Steps */
            steps: components["schemas"]["PriceStepOut"][];
            /** Tax Amount */
            tax_amount: number;
            /** Total Amount */
            total_amount: number;
            /** Venue */
            venue: string;
            /** Zone */
            zone: string;
        };
        /**
         * BasketOut
         * @description The whole basket as it stands, priced. `missing` names what booking still needs, in the order of the steps.
         */
        BasketOut: {
            /** Booked Order Number */
            booked_order_number?: string | null;
            /** Business */
            business: string;
            /** Currency */
            currency: string;
            details: components["schemas"]["DetailsOut"];
            /** Lines */
            lines: components["schemas"]["BasketLineOut"][];
            /** Missing */
            missing: string[];
            /** Needs Address */
            needs_address: boolean;
            /** Needs Early Start Consent */
            needs_early_start_consent: boolean;
            /** Payment Methods */
            payment_methods: string[];
            place: components["schemas"]["BasketPlaceOut"] | null;
            /**
             * Server Time
             * Format: date-time
             */
            server_time: string;
            /** Tax Amount */
            tax_amount: number;
            /** Total Amount */
            total_amount: number;
        };
        /** BasketPlaceOut */
        BasketPlaceOut: {
            /** District */
            district: string;
            /** Postcode */
            postcode: string;
            /** Town */
            town: string;
        };
        /**
         * BookedOut
         * @description A finished booking. `token` opens this one order (header `X-Order-Token`); it also stands in the messages.
         */
        BookedOut: {
            /** Number */
            number: string;
            /** Token */
            token: string;
        };
        /**
         * BookingIn
         * @description Turn the basket into an order. `shown_total_amount` is what the person agreed to; another price refuses.
         */
        BookingIn: {
            /**
             * Early Start Consent
             * @default false
             */
            early_start_consent: boolean;
            /**
             * Payment Method
             * @default pay_on_site
             */
            payment_method: string;
            /** Shown Total Amount */
            shown_total_amount: number;
            /**
             * Terms Accepted
             * @constant
             */
            terms_accepted: true;
        };
        /**
         * BusinessOut
         * @description A business as visitors see it, in one language.
         */
        BusinessOut: {
            /** Accent */
            accent: string;
            /** Currency */
            currency: string;
            /** Email */
            email: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Languages */
            languages: string[];
            /** Name */
            name: string;
            /** Phone */
            phone: string;
            /** Slug */
            slug: string;
            /** Staff Word */
            staff_word: string;
            /** Tagline */
            tagline: string;
            /** Visits At Customer */
            visits_at_customer: boolean;
            /** Zone */
            zone: string;
        };
        /** BusinessRef */
        BusinessRef: {
            /** Name */
            name: string;
            /** Slug */
            slug: string;
        };
        /** BusyBlockIn */
        BusyBlockIn: {
            /**
             * Ends At
             * Format: date-time
             */
            ends_at: string;
            /**
             * Note
             * @default
             */
            note: string;
            /**
             * Staff Member Id
             * Format: uuid
             */
            staff_member_id: string;
            /**
             * Starts At
             * Format: date-time
             */
            starts_at: string;
        };
        /**
         * BusyBlockOut
         * @description Blocked time, with the appointments it lies over: those are for people to solve.
         */
        BusyBlockOut: {
            /** Conflicts */
            conflicts?: string[];
            /**
             * Ends At
             * Format: date-time
             */
            ends_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Note */
            note: string;
            source: components["schemas"]["BusyBlockSource"];
            /**
             * Staff Member Id
             * Format: uuid
             */
            staff_member_id: string;
            /**
             * Starts At
             * Format: date-time
             */
            starts_at: string;
        };
        /**
         * Source
         * @enum {string}
         */
        BusyBlockSource: "own" | "outside";
        /** CancelIn */
        CancelIn: {
            /**
             * Reason
             * @default
             */
            reason: string;
        };
        /**
         * CancellationOut
         * @description What cancelling now means; `refused_reason` is set when it cannot be done online, with the number to call.
         */
        CancellationOut: {
            /** Allowed */
            allowed: boolean;
            /** Answer Changes At */
            answer_changes_at: string | null;
            /** Business Phone */
            business_phone: string;
            /** Currency */
            currency: string;
            /** Fee Amount */
            fee_amount: number;
            /** Refund Percent */
            refund_percent: number;
            /** Refused Reason */
            refused_reason: string | null;
        };
        /**
         * CanOut
         * @description What the asking actor may do with it now as one who looks after it. What its customer may depends on the policy it was
         *     sold under, and is told with the order: `can_cancel` and `can_move` of its line.
         */
        CanOut: {
            /** Cancel */
            cancel: boolean;
            /** Complete */
            complete: boolean;
            /** Confirm */
            confirm: boolean;
            /** Decline */
            decline: boolean;
            /** Mark No Show */
            mark_no_show: boolean;
            /** Move */
            move: boolean;
        };
        /** CategoryOut */
        CategoryOut: {
            /** Description */
            description: string;
            /** Name */
            name: string;
            /** Picture Url */
            picture_url: string;
            /** Slug */
            slug: string;
        };
        /**
         * ChangeKind
         * @enum {string}
         */
        ChangeKind: "shorter" | "fewer_seats" | "other_staff" | "other_start" | "start_here" | "sooner" | "longer_horizon" | "raise_limit" | "more_seats" | "less_buffer" | "skip_break" | "more_hours" | "wider_area" | "offer" | "ignore_block" | "cancel_time_off" | "release" | "several";
        /**
         * ChangeOut
         * @description The smallest change that opens the start; the engine has checked that it does. Which facts count depends on the kind:
         *     docs/algorithms/slots.md. `starts_at` and `ends_at` are the stretch it is about, or the other start.
         */
        ChangeOut: {
            /** After Seconds */
            after_seconds: number;
            /** Amount */
            amount: number;
            /** Before Seconds */
            before_seconds: number;
            /** Ends At */
            ends_at: string | null;
            kind: components["schemas"]["ChangeKind"];
            /** Seconds */
            seconds: number;
            /** Staff Member Id */
            staff_member_id: string | null;
            /** Starts At */
            starts_at: string | null;
            /** Steps */
            steps: components["schemas"]["ChangeOut"][];
            /** Words */
            words: string;
        };
        /**
         * CircleFeature
         * @description A circle as GeoJSON can say it: its middle, with the radius beside it.
         */
        CircleFeature: {
            geometry: components["schemas"]["Point"];
            properties: components["schemas"]["CircleProperties"];
            /**
             * Type
             * @default Feature
             * @constant
             */
            type: "Feature";
        };
        /** CircleProperties */
        CircleProperties: {
            /** Radius M */
            radius_m: number;
        };
        /**
         * Code
         * @enum {string}
         */
        Code: "not_offered" | "window" | "capacity" | "area" | "lead_time" | "horizon" | "too_long" | "hours" | "break" | "off_grid" | "time_off" | "busy" | "hold" | "buffer" | "travel" | "limit";
        /**
         * ConflictProblem
         * @description Somebody else changed it since it was read (If-Match).
         */
        ConflictProblem: {
            /**
             * Code
             * @constant
             */
            code: "changed_meanwhile";
            /**
             * Detail
             * @default
             */
            detail: string;
            /**
             * Reference
             * @default
             */
            reference: string;
            /** Status */
            status: number;
            /** Title */
            title: string;
            /**
             * Type
             * @default about:blank
             */
            type: string;
        };
        /**
         * CoverageIn
         * @description Where to, as typed. In the body, so that no postcode stands in a URL.
         */
        CoverageIn: {
            /** Business */
            business: string;
            /** Postcode */
            postcode: string;
        };
        /** CoverageMapOut */
        CoverageMapOut: {
            /** Features */
            features: components["schemas"]["CircleFeature"][];
            /**
             * Type
             * @default FeatureCollection
             * @constant
             */
            type: "FeatureCollection";
        };
        /**
         * CoverageOut
         * @description Whether we come there; town and district fill in the address form.
         */
        CoverageOut: {
            /** Covered */
            covered: boolean;
            /** District */
            district: string;
            /** Postcode */
            postcode: string;
            /** Staff Count */
            staff_count: number;
            /** Town */
            town: string;
        };
        /**
         * DayOut
         * @description A date in the answer's zone with its free starts; empty when there are none.
         */
        DayOut: {
            /**
             * On
             * Format: date
             */
            on: string;
            /** Slots */
            slots: components["schemas"]["SlotOut"][];
        };
        /**
         * DeliveryOut
         * @description One message: `state` is queued, sending, sent, failed or suppressed; `failure` says why, without personal data.
         */
        DeliveryOut: {
            /** Attempts */
            attempts: number;
            /** Channel */
            channel: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Failure */
            failure: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Language */
            language: string;
            /**
             * Order Id
             * Format: uuid
             */
            order_id: string;
            /** Recipient */
            recipient: string;
            /**
             * Recipient Id
             * Format: uuid
             */
            recipient_id: string;
            /** Sent At */
            sent_at: string | null;
            /** State */
            state: string;
            /** Template */
            template: string;
        };
        /**
         * DetailsIn
         * @description What was typed so far; what is left out stays as it was.
         */
        DetailsIn: {
            /** Access Notes */
            access_notes?: string | null;
            /** Email */
            email?: string | null;
            /** Line1 */
            line1?: string | null;
            /** Line2 */
            line2?: string | null;
            /** Name */
            name?: string | null;
            /** Notes */
            notes?: string | null;
            /** Phone */
            phone?: string | null;
            /** Town */
            town?: string | null;
            /** Zone */
            zone?: string | null;
        };
        /** DetailsOut */
        DetailsOut: {
            /** Access Notes */
            access_notes: string;
            /** Email */
            email: string;
            /** Line1 */
            line1: string;
            /** Line2 */
            line2: string;
            /** Name */
            name: string;
            /** Notes */
            notes: string;
            /** Phone */
            phone: string;
            /** Town */
            town: string;
            /** Zone */
            zone: string;
        };
        /** ExtraIn */
        ExtraIn: {
            /**
             * Extra Id
             * Format: uuid
             */
            extra_id: string;
            /**
             * Quantity
             * @default 1
             */
            quantity: number;
        };
        /** ExtraOut */
        ExtraOut: {
            /** Duration Minutes */
            duration_minutes: number;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Max Quantity */
            max_quantity: number;
            /** Name */
            name: string;
            /** Price Amount */
            price_amount: number;
            /** Slug */
            slug: string;
        };
        /**
         * FirstFreeOut
         * @description The earliest free start and who it is with; nulls when nothing is free within the horizon.
         */
        FirstFreeOut: {
            /** Ends At */
            ends_at: string | null;
            staff: components["schemas"]["PersonOut"] | null;
            /** Starts At */
            starts_at: string | null;
            /** Zone */
            zone: string;
        };
        /**
         * ForeignRequestProblem
         * @description A page of another site made the browser send this.
         */
        ForeignRequestProblem: {
            /**
             * Code
             * @constant
             */
            code: "foreign_request";
            /**
             * Detail
             * @default
             */
            detail: string;
            /**
             * Reference
             * @default
             */
            reference: string;
            /** Status */
            status: number;
            /** Title */
            title: string;
            /**
             * Type
             * @default about:blank
             */
            type: string;
        };
        /**
         * HoldIn
         * @description Keep this time for the line. `staff_id` names one of the slot's people; without it the business's rule chooses.
         */
        HoldIn: {
            /**
             * Line Id
             * Format: uuid
             */
            line_id: string;
            /** Staff Id */
            staff_id?: string | null;
            /**
             * Starts At
             * Format: date-time
             */
            starts_at: string;
        };
        /**
         * HoursOverlapProblem
         * @description Two spans of one weekday overlap; which one was meant is not for us to guess.
         */
        HoursOverlapProblem: {
            /**
             * Code
             * @constant
             */
            code: "hours_overlap";
            /**
             * Detail
             * @default
             */
            detail: string;
            /**
             * Reference
             * @default
             */
            reference: string;
            /** Status */
            status: number;
            /** Title */
            title: string;
            /**
             * Type
             * @default about:blank
             */
            type: string;
            /** Weekday */
            weekday: number;
        };
        /**
         * IdempotencyInProgressProblem
         * @description The first request with this Idempotency-Key has not been answered yet.
         */
        IdempotencyInProgressProblem: {
            /**
             * Code
             * @constant
             */
            code: "idempotency_in_progress";
            /**
             * Detail
             * @default
             */
            detail: string;
            /**
             * Reference
             * @default
             */
            reference: string;
            /** Status */
            status: number;
            /** Title */
            title: string;
            /**
             * Type
             * @default about:blank
             */
            type: string;
        };
        /**
         * IdempotencyMismatchProblem
         * @description The same Idempotency-Key came with a different request.
         */
        IdempotencyMismatchProblem: {
            /**
             * Code
             * @constant
             */
            code: "idempotency_key_reused";
            /**
             * Detail
             * @default
             */
            detail: string;
            /**
             * Reference
             * @default
             */
            reference: string;
            /** Status */
            status: number;
            /** Title */
            title: string;
            /**
             * Type
             * @default about:blank
             */
            type: string;
        };
        /**
         * IncompleteProblem
         * @description Something must be filled in before booking; `missing` names the basket's fields, in the order of the steps.
         */
        IncompleteProblem: {
            /**
             * Code
             * @constant
             */
            code: "incomplete";
            /**
             * Detail
             * @default
             */
            detail: string;
            /** Missing */
            missing: string[];
            /**
             * Reference
             * @default
             */
            reference: string;
            /** Status */
            status: number;
            /** Title */
            title: string;
            /**
             * Type
             * @default about:blank
             */
            type: string;
        };
        /**
         * InvalidInputProblem
         * @description Something typed cannot be used; `fields` maps a field's path to words for the person who typed it.
         */
        InvalidInputProblem: {
            /**
             * Code
             * @constant
             */
            code: "invalid_input";
            /**
             * Detail
             * @default
             */
            detail: string;
            /** Fields */
            fields: {
                [key: string]: string[];
            };
            /**
             * Reference
             * @default
             */
            reference: string;
            /** Status */
            status: number;
            /** Title */
            title: string;
            /**
             * Type
             * @default about:blank
             */
            type: string;
        };
        /**
         * LineChange
         * @description What is left out stays. A change that makes the visit longer gives its chosen time up.
         */
        LineChange: {
            /** Extras */
            extras?: components["schemas"]["ExtraIn"][] | null;
            /** Preferred Staff */
            preferred_staff?: string[] | null;
            /** Seats */
            seats?: number | null;
        };
        /**
         * LineIn
         * @description A service for the basket. `preferred_staff` empty: anybody. Prices and lengths are never sent: the server knows them.
         */
        LineIn: {
            /** Extras */
            extras?: components["schemas"]["ExtraIn"][];
            /** Preferred Staff */
            preferred_staff?: string[];
            /**
             * Seats
             * @default 1
             */
            seats: number;
            /**
             * Service Id
             * Format: uuid
             */
            service_id: string;
        };
        /**
         * LineUnknownProblem
         * @description The basket has no such line (any more).
         */
        LineUnknownProblem: {
            /**
             * Code
             * @constant
             */
            code: "line_unknown";
            /**
             * Detail
             * @default
             */
            detail: string;
            /**
             * Reference
             * @default
             */
            reference: string;
            /** Status */
            status: number;
            /** Title */
            title: string;
            /**
             * Type
             * @default about:blank
             */
            type: string;
        };
        /** Live */
        Live: {
            /**
             * Status
             * @default ok
             */
            status: string;
        };
        /** ManagerScopeIn */
        ManagerScopeIn: {
            /** Actions */
            actions: components["schemas"]["ScopeAction"][];
            /** Staff Ids */
            staff_ids: string[];
        };
        /**
         * ManagerScopeOut
         * @description What a manager may see and do; `revision` goes back in If-Match.
         */
        ManagerScopeOut: {
            /** Actions */
            actions: components["schemas"]["ScopeAction"][];
            /** Revision */
            revision: number;
            /** Staff Ids */
            staff_ids: string[];
            /**
             * User Id
             * Format: uuid
             */
            user_id: string;
        };
        /**
         * MeIn
         * @description What somebody may change of themselves; what is left out stays.
         */
        MeIn: {
            /** Language */
            language?: string | null;
            /** Name */
            name?: string | null;
            /** Phone */
            phone?: string | null;
        };
        /**
         * MeOut
         * @description Whoever is asking. `area` is where their part of the site begins; a stranger's is the front page.
         */
        MeOut: {
            /** Area */
            area: string;
            business?: components["schemas"]["BusinessRef"] | null;
            /** Customer Id */
            customer_id?: string | null;
            /**
             * Email
             * @default
             */
            email: string;
            /**
             * Language
             * @default
             */
            language: string;
            /**
             * Name
             * @default
             */
            name: string;
            /**
             * Phone
             * @default
             */
            phone: string;
            /**
             * Revision
             * @default 0
             */
            revision: number;
            role: components["schemas"]["Role"];
            /**
             * Scope Actions
             * @default []
             */
            scope_actions: components["schemas"]["ScopeAction"][];
            /**
             * Scope Staff Ids
             * @default []
             */
            scope_staff_ids: string[];
            /** Staff Id */
            staff_id?: string | null;
            /** User Id */
            user_id?: string | null;
        };
        /**
         * MixedCurrenciesProblem
         * @description MixedCurrencies()
         */
        MixedCurrenciesProblem: {
            /**
             * Code
             * @constant
             */
            code: "mixed_currencies";
            /**
             * Detail
             * @default
             */
            detail: string;
            /**
             * Reference
             * @default
             */
            reference: string;
            /** Status */
            status: number;
            /** Title */
            title: string;
            /**
             * Type
             * @default about:blank
             */
            type: string;
        };
        /** MoveIn */
        MoveIn: {
            /** Staff Id */
            staff_id?: string | null;
            /**
             * Starts At
             * Format: date-time
             */
            starts_at: string;
        };
        /** Named */
        Named: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
        };
        /**
         * NoBasketProblem
         * @description There is no basket behind the cookie, or it is too old.
         */
        NoBasketProblem: {
            /**
             * Code
             * @constant
             */
            code: "no_basket";
            /**
             * Detail
             * @default
             */
            detail: string;
            /**
             * Reference
             * @default
             */
            reference: string;
            /** Status */
            status: number;
            /** Title */
            title: string;
            /**
             * Type
             * @default about:blank
             */
            type: string;
        };
        /**
         * NotAllowedProblem
         * @description NotAllowed()
         */
        NotAllowedProblem: {
            /**
             * Code
             * @constant
             */
            code: "not_allowed";
            /**
             * Detail
             * @default
             */
            detail: string;
            /**
             * Reference
             * @default
             */
            reference: string;
            /** Status */
            status: number;
            /** Title */
            title: string;
            /**
             * Type
             * @default about:blank
             */
            type: string;
        };
        /**
         * NotFoundProblem
         * @description There is nothing here, or nothing this actor may know of.
         */
        NotFoundProblem: {
            /**
             * Code
             * @constant
             */
            code: "not_found";
            /**
             * Detail
             * @default
             */
            detail: string;
            /**
             * Reference
             * @default
             */
            reference: string;
            /** Status */
            status: number;
            /** Title */
            title: string;
            /**
             * Type
             * @default about:blank
             */
            type: string;
        };
        /**
         * NothingFitsOut
         * @description Why a date has nothing free: `hours`, `lead_time`, `horizon`, `area`, `too_long`, `capacity`, `taken`, most
         *     frequent first. `shorter_by_minutes`, by leaving out extras, would open `shorter_starts_at`; `nearest_starts_at` is
         *     the free start nearest to the date, within a week.
         */
        NothingFitsOut: {
            nearest_staff: components["schemas"]["PersonOut"] | null;
            /** Nearest Starts At */
            nearest_starts_at: string | null;
            /** Reasons */
            reasons: string[];
            /** Shorter By Minutes */
            shorter_by_minutes: number | null;
            /** Shorter Starts At */
            shorter_starts_at: string | null;
            /** Zone */
            zone: string;
        };
        /**
         * NotOnOfferProblem
         * @description The service, extra or person is not on offer (any more); `what` names which.
         */
        NotOnOfferProblem: {
            /**
             * Code
             * @constant
             */
            code: "not_on_offer";
            /**
             * Detail
             * @default
             */
            detail: string;
            /**
             * Reference
             * @default
             */
            reference: string;
            /** Service Id */
            service_id?: string | null;
            /** Status */
            status: number;
            /** Title */
            title: string;
            /**
             * Type
             * @default about:blank
             */
            type: string;
            /** What */
            what: string;
        };
        /**
         * OfferingOut
         * @description Who delivers it, at which price and length.
         */
        OfferingOut: {
            /** Duration Minutes */
            duration_minutes: number;
            /** Name */
            name: string;
            /** Photo Url */
            photo_url: string;
            /** Price Amount */
            price_amount: number;
            /** Rating */
            rating: number | null;
            /**
             * Staff Id
             * Format: uuid
             */
            staff_id: string;
            /** Staff Slug */
            staff_slug: string;
            /** Title */
            title: string;
        };
        /**
         * OrderLineOut
         * @description A line as sold, with its visit. `can` says what the asker may do with it now.
         */
        OrderLineOut: {
            /** Address */
            address?: string | null;
            /** Appointment Id */
            appointment_id?: string | null;
            /**
             * Can Cancel
             * @default false
             */
            can_cancel: boolean;
            /**
             * Can Move
             * @default false
             */
            can_move: boolean;
            /** Ends At */
            ends_at?: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /**
             * Preparation
             * @default
             */
            preparation: string;
            /** Staff Name */
            staff_name?: string | null;
            /** Staff Photo Url */
            staff_photo_url?: string | null;
            /** Staff Title */
            staff_title?: string | null;
            /** Starts At */
            starts_at?: string | null;
            /** State */
            state?: string | null;
            /** Steps */
            steps: components["schemas"]["PriceStepOut"][];
            /** Tax Amount */
            tax_amount: number;
            /** Tax Rate Bp */
            tax_rate_bp: number;
            /** Total Amount */
            total_amount: number;
            /** Venue */
            venue?: string | null;
            /** Zone */
            zone?: string | null;
        };
        /**
         * OrderOut
         * @description An order as its customer sees it.
         */
        OrderOut: {
            /** Business */
            business: string;
            /** Business Email */
            business_email: string;
            /** Business Name */
            business_name: string;
            /** Business Phone */
            business_phone: string;
            /** Currency */
            currency: string;
            /** Customer Email */
            customer_email: string;
            /** Customer Name */
            customer_name: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Lines */
            lines: components["schemas"]["OrderLineOut"][];
            /** Number */
            number: string;
            /** Paid Amount */
            paid_amount: number;
            /** Payment Method */
            payment_method: string;
            /**
             * Placed At
             * Format: date-time
             */
            placed_at: string;
            /** State */
            state: string;
            /** Tax Amount */
            tax_amount: number;
            /** Total Amount */
            total_amount: number;
        };
        /**
         * OrderUnknownProblem
         * @description No order with this number and e-mail. Which of the two is wrong is not told.
         */
        OrderUnknownProblem: {
            /**
             * Code
             * @constant
             */
            code: "order_unknown";
            /**
             * Detail
             * @default
             */
            detail: string;
            /**
             * Reference
             * @default
             */
            reference: string;
            /** Status */
            status: number;
            /** Title */
            title: string;
            /**
             * Type
             * @default about:blank
             */
            type: string;
        };
        /**
         * OutOfAreaProblem
         * @description A real postcode where nobody of the business works.
         */
        OutOfAreaProblem: {
            /** Business Phone */
            business_phone: string;
            /**
             * Code
             * @constant
             */
            code: "out_of_area";
            /**
             * Detail
             * @default
             */
            detail: string;
            /** Postcode */
            postcode: string;
            /**
             * Reference
             * @default
             */
            reference: string;
            /** Status */
            status: number;
            /** Title */
            title: string;
            /**
             * Type
             * @default about:blank
             */
            type: string;
        };
        /**
         * OverrideIn
         * @description `[start minute, end minute]` pairs; none means closed on this date.
         */
        OverrideIn: {
            /** Spans */
            spans: [
                number,
                number
            ][];
        };
        /** OverrideOut */
        OverrideOut: {
            /**
             * On Date
             * Format: date
             */
            on_date: string;
            /** Spans */
            spans: [
                number,
                number
            ][];
        };
        /** Page[AppointmentOut] */
        Page_AppointmentOut_: {
            /** Items */
            items: components["schemas"]["AppointmentOut"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[DeliveryOut] */
        Page_DeliveryOut_: {
            /** Items */
            items: components["schemas"]["DeliveryOut"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[OrderOut] */
        Page_OrderOut_: {
            /** Items */
            items: components["schemas"]["OrderOut"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[StaffCard] */
        Page_StaffCard_: {
            /** Items */
            items: components["schemas"]["StaffCard"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** PersonOut */
        PersonOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Photo Url */
            photo_url: string;
            /** Title */
            title: string;
        };
        /**
         * PlaceIn
         * @description Where the visits are to be: a postcode as typed, for the services of one business.
         */
        PlaceIn: {
            /** Business */
            business: string;
            /** Postcode */
            postcode: string;
        };
        /**
         * PlaceNeededProblem
         * @description A visit needs a postcode before times can be shown.
         */
        PlaceNeededProblem: {
            /**
             * Code
             * @constant
             */
            code: "place_needed";
            /**
             * Detail
             * @default
             */
            detail: string;
            /**
             * Reference
             * @default
             */
            reference: string;
            /** Status */
            status: number;
            /** Title */
            title: string;
            /**
             * Type
             * @default about:blank
             */
            type: string;
        };
        /**
         * Point
         * @description GeoJSON (RFC 7946): longitude first.
         */
        Point: {
            /** Coordinates */
            coordinates: [
                number,
                number
            ];
            /**
             * Type
             * @default Point
             * @constant
             */
            type: "Point";
        };
        /**
         * PostcodeLookupDownProblem
         * @description We do not have this postcode, and the company we ask for others does not answer.
         */
        PostcodeLookupDownProblem: {
            /**
             * Code
             * @constant
             */
            code: "postcode_lookup_down";
            /**
             * Detail
             * @default
             */
            detail: string;
            /**
             * Reference
             * @default
             */
            reference: string;
            /** Status */
            status: number;
            /** Title */
            title: string;
            /**
             * Type
             * @default about:blank
             */
            type: string;
        };
        /**
         * PostcodeMalformedProblem
         * @description What was typed cannot be a UK postcode; `suggestion` is the postcode it would be with a letter and a digit
         *     that look alike exchanged.
         */
        PostcodeMalformedProblem: {
            /**
             * Code
             * @constant
             */
            code: "postcode_malformed";
            /**
             * Detail
             * @default
             */
            detail: string;
            /**
             * Reference
             * @default
             */
            reference: string;
            /** Status */
            status: number;
            /** Suggestion */
            suggestion?: string | null;
            /** Title */
            title: string;
            /**
             * Type
             * @default about:blank
             */
            type: string;
        };
        /** PostcodeOut */
        PostcodeOut: {
            /** District */
            district: string;
            /** Postcode */
            postcode: string;
            /** Town */
            town: string;
        };
        /**
         * PostcodeUnknownProblem
         * @description It is written like a postcode, but there is no such one that we know of.
         */
        PostcodeUnknownProblem: {
            /**
             * Code
             * @constant
             */
            code: "postcode_unknown";
            /**
             * Detail
             * @default
             */
            detail: string;
            /** Postcode */
            postcode: string;
            /**
             * Reference
             * @default
             */
            reference: string;
            /** Status */
            status: number;
            /** Title */
            title: string;
            /**
             * Type
             * @default about:blank
             */
            type: string;
        };
        /**
         * PriceChangedProblem
         * @description The total is not the one that was shown; nothing was booked.
         */
        PriceChangedProblem: {
            /**
             * Code
             * @constant
             */
            code: "price_changed";
            /** Currency */
            currency: string;
            /**
             * Detail
             * @default
             */
            detail: string;
            /**
             * Reference
             * @default
             */
            reference: string;
            /** Status */
            status: number;
            /** Title */
            title: string;
            /** Total Amount */
            total_amount: number;
            /**
             * Type
             * @default about:blank
             */
            type: string;
        };
        /**
         * PriceStepOut
         * @description One reason for part of a price: `base`, `staff` or `extra`.
         */
        PriceStepOut: {
            /** Amount */
            amount: number;
            /** Kind */
            kind: string;
            /** Label */
            label: string;
            /** Quantity */
            quantity: number;
            /** Unit Amount */
            unit_amount: number;
        };
        /**
         * Ready
         * @description `checks` names each part with "ok" or what is wrong with it; nothing in it is secret.
         */
        Ready: {
            /** Checks */
            checks: {
                [key: string]: string;
            };
            /** Status */
            status: string;
        };
        /** ReasonIn */
        ReasonIn: {
            /**
             * Reason
             * @default
             */
            reason: string;
        };
        /**
         * ReasonOut
         * @description One rule a start breaks. The facts depend on the code: docs/algorithms/slots.md; `words` are plain English.
         */
        ReasonOut: {
            code: components["schemas"]["Code"];
            /** Ends At */
            ends_at: string | null;
            /** Have */
            have: number | null;
            /** Need */
            need: number | null;
            /** Reference */
            reference: string;
            /** Starts At */
            starts_at: string | null;
            /** Until */
            until: string | null;
            /** Why */
            why: string;
            /** Words */
            words: string;
        };
        /**
         * Role
         * @enum {string}
         */
        Role: "stranger" | "guest" | "customer" | "staff" | "manager" | "admin" | "system";
        /**
         * ScopeAction
         * @description What an admin may allow a manager to do within the scope.
         * @enum {string}
         */
        ScopeAction: "appointments" | "customers" | "staff" | "reports" | "refunds";
        /**
         * ServiceOut
         * @description A service in one language. Prices are minor units and include tax; `price_from_amount` is the lowest of its staff.
         */
        ServiceOut: {
            /** Business */
            business: string;
            /** Capacity */
            capacity: number;
            category: components["schemas"]["CategoryOut"];
            /** Currency */
            currency: string;
            /** Description */
            description: string;
            /** Duration Minutes */
            duration_minutes: number;
            /** Extras */
            extras: components["schemas"]["ExtraOut"][];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Picture Url */
            picture_url: string;
            /** Preparation */
            preparation: string;
            /** Price Amount */
            price_amount: number;
            /** Price From Amount */
            price_from_amount: number;
            /** Slug */
            slug: string;
            /** Staff */
            staff: components["schemas"]["OfferingOut"][];
            /** Venue */
            venue: string;
        };
        /** SettingsIn */
        SettingsIn: {
            /** Values */
            values: {
                [key: string]: unknown;
            };
        };
        /**
         * SettingsOut
         * @description One group of settings; `revision` goes back in If-Match.
         */
        SettingsOut: {
            /** Group */
            group: string;
            /** Revision */
            revision: number;
            /** Values */
            values: {
                [key: string]: unknown;
            };
        };
        /**
         * SignInNeededProblem
         * @description SignInNeeded()
         */
        SignInNeededProblem: {
            /**
             * Code
             * @constant
             */
            code: "sign_in_needed";
            /**
             * Detail
             * @default
             */
            detail: string;
            /**
             * Reference
             * @default
             */
            reference: string;
            /** Status */
            status: number;
            /** Title */
            title: string;
            /**
             * Type
             * @default about:blank
             */
            type: string;
        };
        /**
         * SlotOut
         * @description One start that fits; `staff` are positions in the answer's list of people who could come.
         */
        SlotOut: {
            /**
             * Ends At
             * Format: date-time
             */
            ends_at: string;
            /** Staff */
            staff: number[];
            /**
             * Starts At
             * Format: date-time
             */
            starts_at: string;
        };
        /**
         * SlotsOut
         * @description Free starts by date in `zone` (of the visit's address or the business; the viewer's own for online sessions).
         */
        SlotsOut: {
            /** Days */
            days: components["schemas"]["DayOut"][];
            /** Next Free At */
            next_free_at: string | null;
            /** Staff */
            staff: components["schemas"]["SlotStaffOut"][];
            /** Zone */
            zone: string;
        };
        /**
         * SlotStaffOut
         * @description Somebody who can deliver this, with the price for it and the next free start in what was asked.
         */
        SlotStaffOut: {
            /** Duration Minutes */
            duration_minutes: number;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Next Free At */
            next_free_at: string | null;
            /** Photo Url */
            photo_url: string;
            /** Price Amount */
            price_amount: number;
            /** Title */
            title: string;
        };
        /**
         * SlotTakenProblem
         * @description The time is not, or no longer, open. `line` says which visit of the basket; `alternatives` come nearest first.
         */
        SlotTakenProblem: {
            /** Alternatives */
            alternatives?: components["schemas"]["Alternative"][];
            /**
             * Code
             * @constant
             */
            code: "slot_taken";
            /**
             * Detail
             * @default
             */
            detail: string;
            /** Line */
            line?: string;
            /**
             * Reference
             * @default
             */
            reference: string;
            /** Status */
            status: number;
            /** Title */
            title: string;
            /**
             * Type
             * @default about:blank
             */
            type: string;
        };
        /**
         * StaffCard
         * @description What everybody may see of somebody they can book, in one language.
         */
        StaffCard: {
            /** Biography */
            biography: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Photo Url */
            photo_url: string;
            /** Slug */
            slug: string;
            /** Title */
            title: string;
            /** Zone */
            zone: string;
        };
        /**
         * StartOut
         * @description One start of the day: open, or with all its reasons.
         */
        StartOut: {
            /** Is Open */
            is_open: boolean;
            /** Reasons */
            reasons: components["schemas"]["ReasonOut"][];
            smallest_change: components["schemas"]["ChangeOut"] | null;
            /**
             * Starts At
             * Format: date-time
             */
            starts_at: string;
        };
        /**
         * StorageFullProblem
         * @description The disk or the database is full: nothing was changed, what is there can still be read.
         */
        StorageFullProblem: {
            /**
             * Code
             * @constant
             */
            code: "storage_full";
            /**
             * Detail
             * @default
             */
            detail: string;
            /**
             * Reference
             * @default
             */
            reference: string;
            /** Status */
            status: number;
            /** Title */
            title: string;
            /**
             * Type
             * @default about:blank
             */
            type: string;
        };
        /** TimeOffIn */
        TimeOffIn: {
            /**
             * Ends At
             * Format: date-time
             */
            ends_at: string;
            /**
             * Reason
             * @default
             */
            reason: string;
            /**
             * Starts At
             * Format: date-time
             */
            starts_at: string;
        };
        /** TimeOffOut */
        TimeOffOut: {
            /**
             * Ends At
             * Format: date-time
             */
            ends_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Reason */
            reason: string;
            /**
             * Starts At
             * Format: date-time
             */
            starts_at: string;
            state: components["schemas"]["TimeOffState"];
        };
        /**
         * State
         * @enum {string}
         */
        TimeOffState: "requested" | "granted" | "refused";
        /**
         * TooLateToChangeProblem
         * @description The visit is too near, or was moved as often as the rules allow; a person can still help.
         */
        TooLateToChangeProblem: {
            /** Business Phone */
            business_phone: string;
            /**
             * Code
             * @constant
             */
            code: "too_late_to_change";
            /**
             * Detail
             * @default
             */
            detail: string;
            /** Reason */
            reason: string;
            /**
             * Reference
             * @default
             */
            reference: string;
            /** Status */
            status: number;
            /** Title */
            title: string;
            /**
             * Type
             * @default about:blank
             */
            type: string;
        };
        /**
         * TooManyRequestsProblem
         * @description TooManyRequests(retry_after_seconds: 'int')
         */
        TooManyRequestsProblem: {
            /**
             * Code
             * @constant
             */
            code: "too_many_requests";
            /**
             * Detail
             * @default
             */
            detail: string;
            /**
             * Reference
             * @default
             */
            reference: string;
            /** Retry After Seconds */
            retry_after_seconds: number;
            /** Status */
            status: number;
            /** Title */
            title: string;
            /**
             * Type
             * @default about:blank
             */
            type: string;
        };
        /** TrackingIn */
        TrackingIn: {
            /** Email */
            email: string;
            /** Number */
            number: string;
        };
        /**
         * UnknownSettingsProblem
         * @description There is no group of settings by this name.
         */
        UnknownSettingsProblem: {
            /**
             * Code
             * @constant
             */
            code: "unknown_settings";
            /**
             * Detail
             * @default
             */
            detail: string;
            /** Known */
            known: string[];
            /**
             * Reference
             * @default
             */
            reference: string;
            /** Status */
            status: number;
            /** Title */
            title: string;
            /**
             * Type
             * @default about:blank
             */
            type: string;
        };
        /**
         * Venue
         * @enum {string}
         */
        Venue: "customer" | "online" | "business";
        /**
         * VisitTooLongProblem
         * @description A visit with its buffers may not be longer than two days: one claim is never longer.
         */
        VisitTooLongProblem: {
            /**
             * Code
             * @constant
             */
            code: "visit_too_long";
            /**
             * Detail
             * @default
             */
            detail: string;
            /** Longest Seconds */
            longest_seconds: number;
            /**
             * Reference
             * @default
             */
            reference: string;
            /** Status */
            status: number;
            /** Title */
            title: string;
            /**
             * Type
             * @default about:blank
             */
            type: string;
        };
        /** WeekIn */
        WeekIn: {
            /** Spans */
            spans: components["schemas"]["WeekSpan"][];
        };
        /**
         * WeekOut
         * @description A staff member's week; send `fingerprint` as If-Match when changing it.
         */
        WeekOut: {
            /** Fingerprint */
            fingerprint: string;
            /** Spans */
            spans: components["schemas"]["WeekSpan"][];
            /**
             * Staff Member Id
             * Format: uuid
             */
            staff_member_id: string;
            /** Zone */
            zone: string;
        };
        /**
         * WeekSpan
         * @description Minutes after midnight in the staff member's zone; past 1440 runs over midnight. Monday is 0.
         */
        WeekSpan: {
            /** End Minute */
            end_minute: number;
            /** @default work */
            kind: components["schemas"]["WorkingHoursKind"];
            /** Service Id */
            service_id?: string | null;
            /** Start Minute */
            start_minute: number;
            /** Weekday */
            weekday: number;
        };
        /**
         * WhyNotIn
         * @description Whose day, for which service. Without a postcode, areas and the way between visits are left out; `with_problem`
         *     adds the question as the engine's JSON form.
         */
        WhyNotIn: {
            /**
             * On Date
             * Format: date
             */
            on_date: string;
            /**
             * Postcode
             * @default
             */
            postcode: string;
            /**
             * Service
             * Format: uuid
             */
            service: string;
            /**
             * Staff
             * Format: uuid
             */
            staff: string;
            /**
             * With Problem
             * @default false
             */
            with_problem: boolean;
        };
        /**
         * WhyNotOut
         * @description A day explained. `problem` is the whole question as a file for `python -m almanac.engine`: a support case.
         */
        WhyNotOut: {
            /** Problem */
            problem: {
                [key: string]: unknown;
            } | null;
            /**
             * Staff Member Id
             * Format: uuid
             */
            staff_member_id: string;
            /** Starts */
            starts: components["schemas"]["StartOut"][];
            /** Zone */
            zone: string;
        };
        /**
         * Kind
         * @enum {string}
         */
        WorkingHoursKind: "work" | "break";
        /**
         * WrongStateProblem
         * @description What was asked does not fit the state the appointment is in.
         */
        WrongStateProblem: {
            /**
             * Code
             * @constant
             */
            code: "wrong_state";
            /**
             * Detail
             * @default
             */
            detail: string;
            /**
             * Reference
             * @default
             */
            reference: string;
            /** State */
            state: string;
            /** Status */
            status: number;
            /** Title */
            title: string;
            /**
             * Type
             * @default about:blank
             */
            type: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    appointments: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                newest_first?: boolean;
                staff?: string[];
                starting_before?: string | null;
                starting_from?: string | null;
                state?: ("pending" | "confirmed" | "completed" | "no_show" | "cancelled")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_AppointmentOut_"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInNeededProblem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForeignRequestProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInputProblem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StorageFullProblem"];
                };
            };
        };
    };
    appointment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appointment_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppointmentOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInNeededProblem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForeignRequestProblem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInputProblem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StorageFullProblem"];
                };
            };
        };
    };
    cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appointment_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelIn"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotAllowedProblem"] | components["schemas"]["ForeignRequestProblem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooLateToChangeProblem"] | components["schemas"]["WrongStateProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInputProblem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StorageFullProblem"];
                };
            };
        };
    };
    cancellation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appointment_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CancellationOut"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForeignRequestProblem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInputProblem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StorageFullProblem"];
                };
            };
        };
    };
    complete_appointment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appointment_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppointmentOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInNeededProblem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotAllowedProblem"] | components["schemas"]["ForeignRequestProblem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["WrongStateProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInputProblem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StorageFullProblem"];
                };
            };
        };
    };
    confirm_appointment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appointment_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppointmentOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInNeededProblem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotAllowedProblem"] | components["schemas"]["ForeignRequestProblem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["WrongStateProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInputProblem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StorageFullProblem"];
                };
            };
        };
    };
    decline_appointment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appointment_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppointmentOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInNeededProblem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotAllowedProblem"] | components["schemas"]["ForeignRequestProblem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["WrongStateProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInputProblem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StorageFullProblem"];
                };
            };
        };
    };
    move: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appointment_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveIn"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotAllowedProblem"] | components["schemas"]["ForeignRequestProblem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooLateToChangeProblem"] | components["schemas"]["WrongStateProblem"] | components["schemas"]["NotOnOfferProblem"] | components["schemas"]["SlotTakenProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["VisitTooLongProblem"] | components["schemas"]["InvalidInputProblem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StorageFullProblem"];
                };
            };
        };
    };
    mark_no_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appointment_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppointmentOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInNeededProblem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotAllowedProblem"] | components["schemas"]["ForeignRequestProblem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["WrongStateProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInputProblem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StorageFullProblem"];
                };
            };
        };
    };
    coverage_map: {
        parameters: {
            query: {
                business: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoverageMapOut"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForeignRequestProblem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInputProblem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StorageFullProblem"];
                };
            };
        };
    };
    remove_area: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                area_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInNeededProblem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotAllowedProblem"] | components["schemas"]["ForeignRequestProblem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInputProblem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StorageFullProblem"];
                };
            };
        };
    };
    basket: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BasketOut"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForeignRequestProblem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NoBasketProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInputProblem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StorageFullProblem"];
                };
            };
        };
    };
    save_details: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DetailsIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BasketOut"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForeignRequestProblem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NoBasketProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInputProblem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StorageFullProblem"];
                };
            };
        };
    };
    add_line: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LineIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BasketOut"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForeignRequestProblem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotOnOfferProblem"] | components["schemas"]["BasketFullProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInputProblem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StorageFullProblem"];
                };
            };
        };
    };
    remove_line: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                line_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BasketOut"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForeignRequestProblem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NoBasketProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInputProblem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StorageFullProblem"];
                };
            };
        };
    };
    change_line: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                line_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LineChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BasketOut"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForeignRequestProblem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NoBasketProblem"] | components["schemas"]["LineUnknownProblem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotOnOfferProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInputProblem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StorageFullProblem"];
                };
            };
        };
    };
    set_basket_place: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlaceIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BasketOut"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForeignRequestProblem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PostcodeUnknownProblem"] | components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OutOfAreaProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PostcodeMalformedProblem"] | components["schemas"]["InvalidInputProblem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PostcodeLookupDownProblem"] | components["schemas"]["StorageFullProblem"];
                };
            };
        };
    };
    book: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BookingIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookedOut"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForeignRequestProblem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NoBasketProblem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["AlreadyBookedProblem"] | components["schemas"]["NotOnOfferProblem"] | components["schemas"]["PlaceNeededProblem"] | components["schemas"]["PriceChangedProblem"] | components["schemas"]["MixedCurrenciesProblem"] | components["schemas"]["SlotTakenProblem"] | components["schemas"]["IdempotencyInProgressProblem"];
                };
            };
            /** @description Precondition Failed */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConflictProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["IncompleteProblem"] | components["schemas"]["VisitTooLongProblem"] | components["schemas"]["IdempotencyMismatchProblem"] | components["schemas"]["InvalidInputProblem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StorageFullProblem"];
                };
            };
        };
    };
    businesses: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BusinessOut"][];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForeignRequestProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInputProblem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StorageFullProblem"];
                };
            };
        };
    };
    settings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                group: string;
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingsOut"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotAllowedProblem"] | components["schemas"]["ForeignRequestProblem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"] | components["schemas"]["UnknownSettingsProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInputProblem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StorageFullProblem"];
                };
            };
        };
    };
    change_settings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                group: string;
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettingsIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingsOut"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotAllowedProblem"] | components["schemas"]["ForeignRequestProblem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"] | components["schemas"]["UnknownSettingsProblem"];
                };
            };
            /** @description Precondition Failed */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConflictProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInputProblem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StorageFullProblem"];
                };
            };
        };
    };
    busy_blocks: {
        parameters: {
            query: {
                staff: string;
                starting_before: string;
                starting_from: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BusyBlockOut"][];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInNeededProblem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotAllowedProblem"] | components["schemas"]["ForeignRequestProblem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInputProblem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StorageFullProblem"];
                };
            };
        };
    };
    block_time: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BusyBlockIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BusyBlockOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInNeededProblem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotAllowedProblem"] | components["schemas"]["ForeignRequestProblem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInputProblem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StorageFullProblem"];
                };
            };
        };
    };
    unblock_time: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                block_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInNeededProblem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotAllowedProblem"] | components["schemas"]["ForeignRequestProblem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInputProblem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StorageFullProblem"];
                };
            };
        };
    };
    coverage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CoverageIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoverageOut"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForeignRequestProblem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"] | components["schemas"]["PostcodeUnknownProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PostcodeMalformedProblem"] | components["schemas"]["InvalidInputProblem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PostcodeLookupDownProblem"] | components["schemas"]["StorageFullProblem"];
                };
            };
        };
    };
    deliveries: {
        parameters: {
            query?: {
                appointment?: string | null;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_DeliveryOut_"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotAllowedProblem"] | components["schemas"]["ForeignRequestProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInputProblem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StorageFullProblem"];
                };
            };
        };
    };
    health_live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Live"];
                };
            };
        };
    };
    health_ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ready"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ready"];
                };
            };
        };
    };
    hold: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HoldIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BasketOut"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForeignRequestProblem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NoBasketProblem"] | components["schemas"]["LineUnknownProblem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotOnOfferProblem"] | components["schemas"]["PlaceNeededProblem"] | components["schemas"]["SlotTakenProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["VisitTooLongProblem"] | components["schemas"]["InvalidInputProblem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StorageFullProblem"];
                };
            };
        };
    };
    release: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                line_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BasketOut"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForeignRequestProblem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NoBasketProblem"] | components["schemas"]["LineUnknownProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInputProblem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StorageFullProblem"];
                };
            };
        };
    };
    linked_order: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderOut"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForeignRequestProblem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInputProblem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StorageFullProblem"];
                };
            };
        };
    };
    manager_scope: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ManagerScopeOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInNeededProblem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotAllowedProblem"] | components["schemas"]["ForeignRequestProblem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInputProblem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StorageFullProblem"];
                };
            };
        };
    };
    set_manager_scope: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ManagerScopeIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ManagerScopeOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInNeededProblem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotAllowedProblem"] | components["schemas"]["ForeignRequestProblem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description Precondition Failed */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConflictProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInputProblem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StorageFullProblem"];
                };
            };
        };
    };
    me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeOut"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForeignRequestProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInputProblem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StorageFullProblem"];
                };
            };
        };
    };
    change_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MeIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInNeededProblem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForeignRequestProblem"];
                };
            };
            /** @description Precondition Failed */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConflictProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInputProblem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StorageFullProblem"];
                };
            };
        };
    };
    orders: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_OrderOut_"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForeignRequestProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInputProblem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StorageFullProblem"];
                };
            };
        };
    };
    order: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderOut"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForeignRequestProblem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInputProblem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StorageFullProblem"];
                };
            };
        };
    };
    order_calendar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForeignRequestProblem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInputProblem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StorageFullProblem"];
                };
            };
        };
    };
    picture: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                asset_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/webp": string;
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForeignRequestProblem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInputProblem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StorageFullProblem"];
                };
            };
        };
    };
    postcode_suggestions: {
        parameters: {
            query: {
                prefix: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostcodeOut"][];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForeignRequestProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInputProblem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StorageFullProblem"];
                };
            };
        };
    };
    services: {
        parameters: {
            query?: {
                business?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceOut"][];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForeignRequestProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInputProblem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StorageFullProblem"];
                };
            };
        };
    };
    service: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                business: string;
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceOut"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForeignRequestProblem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInputProblem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StorageFullProblem"];
                };
            };
        };
    };
    slots: {
        parameters: {
            query: {
                appointment?: string | null;
                extras?: string;
                first_on: string;
                last_on: string;
                line?: string | null;
                service?: string | null;
                staff?: string;
                zone?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlotsOut"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForeignRequestProblem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NoBasketProblem"] | components["schemas"]["LineUnknownProblem"] | components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotOnOfferProblem"] | components["schemas"]["PlaceNeededProblem"] | components["schemas"]["TooLateToChangeProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInputProblem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StorageFullProblem"];
                };
            };
        };
    };
    first_free_slot: {
        parameters: {
            query?: {
                appointment?: string | null;
                extras?: string;
                line?: string | null;
                service?: string | null;
                staff?: string;
                zone?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FirstFreeOut"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForeignRequestProblem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NoBasketProblem"] | components["schemas"]["LineUnknownProblem"] | components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotOnOfferProblem"] | components["schemas"]["PlaceNeededProblem"] | components["schemas"]["TooLateToChangeProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInputProblem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StorageFullProblem"];
                };
            };
        };
    };
    why_nothing_fits: {
        parameters: {
            query: {
                appointment?: string | null;
                extras?: string;
                line?: string | null;
                on: string;
                service?: string | null;
                staff?: string;
                zone?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NothingFitsOut"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForeignRequestProblem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NoBasketProblem"] | components["schemas"]["LineUnknownProblem"] | components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotOnOfferProblem"] | components["schemas"]["PlaceNeededProblem"] | components["schemas"]["TooLateToChangeProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInputProblem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StorageFullProblem"];
                };
            };
        };
    };
    staff_cards: {
        parameters: {
            query: {
                business: string;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_StaffCard_"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForeignRequestProblem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInputProblem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StorageFullProblem"];
                };
            };
        };
    };
    areas: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                staff_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AreaOut"][];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInNeededProblem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotAllowedProblem"] | components["schemas"]["ForeignRequestProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInputProblem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StorageFullProblem"];
                };
            };
        };
    };
    add_area: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                staff_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AreaIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AreaOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInNeededProblem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotAllowedProblem"] | components["schemas"]["ForeignRequestProblem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"] | components["schemas"]["PostcodeUnknownProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PostcodeMalformedProblem"] | components["schemas"]["InvalidInputProblem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PostcodeLookupDownProblem"] | components["schemas"]["StorageFullProblem"];
                };
            };
        };
    };
    working_hours: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                staff_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WeekOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInNeededProblem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotAllowedProblem"] | components["schemas"]["ForeignRequestProblem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInputProblem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StorageFullProblem"];
                };
            };
        };
    };
    set_working_hours: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                staff_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WeekIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WeekOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInNeededProblem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotAllowedProblem"] | components["schemas"]["ForeignRequestProblem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description Precondition Failed */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConflictProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["HoursOverlapProblem"] | components["schemas"]["InvalidInputProblem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StorageFullProblem"];
                };
            };
        };
    };
    date_overrides: {
        parameters: {
            query: {
                first_on: string;
                last_on: string;
            };
            header?: never;
            path: {
                staff_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OverrideOut"][];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInNeededProblem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotAllowedProblem"] | components["schemas"]["ForeignRequestProblem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInputProblem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StorageFullProblem"];
                };
            };
        };
    };
    set_date_override: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                on_date: string;
                staff_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OverrideIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OverrideOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInNeededProblem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotAllowedProblem"] | components["schemas"]["ForeignRequestProblem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["HoursOverlapProblem"] | components["schemas"]["InvalidInputProblem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StorageFullProblem"];
                };
            };
        };
    };
    drop_date_override: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                on_date: string;
                staff_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInNeededProblem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotAllowedProblem"] | components["schemas"]["ForeignRequestProblem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInputProblem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StorageFullProblem"];
                };
            };
        };
    };
    time_off: {
        parameters: {
            query: {
                starting_before: string;
                starting_from: string;
            };
            header?: never;
            path: {
                staff_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimeOffOut"][];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInNeededProblem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotAllowedProblem"] | components["schemas"]["ForeignRequestProblem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInputProblem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StorageFullProblem"];
                };
            };
        };
    };
    add_time_off: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                staff_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TimeOffIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimeOffOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInNeededProblem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotAllowedProblem"] | components["schemas"]["ForeignRequestProblem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInputProblem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StorageFullProblem"];
                };
            };
        };
    };
    drop_time_off: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                time_off_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInNeededProblem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotAllowedProblem"] | components["schemas"]["ForeignRequestProblem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInputProblem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StorageFullProblem"];
                };
            };
        };
    };
    track: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrackingIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookedOut"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForeignRequestProblem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OrderUnknownProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInputProblem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StorageFullProblem"];
                };
            };
        };
    };
    why_not: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WhyNotIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhyNotOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInNeededProblem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotAllowedProblem"] | components["schemas"]["ForeignRequestProblem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PostcodeUnknownProblem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotOnOfferProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PostcodeMalformedProblem"] | components["schemas"]["InvalidInputProblem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PostcodeLookupDownProblem"] | components["schemas"]["StorageFullProblem"];
                };
            };
        };
    };
}
