// Generated from server/openapi.json by `npm run client`. Do not edit.
export interface paths {
    "/api/account-offer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open
         * @description Choose a password and have an account, with the order in it. Once.
         */
        post: operations["open_account"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account-offer/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read
         * @description What a letter's link offers. Changes nothing.
         */
        post: operations["account_offer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/addresses/detail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Address Detail
         * @description The address of a suggestion, to fill a form with; it ends the session. Changes nothing, and keeps nothing.
         */
        post: operations["address_detail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/addresses/suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Address Suggestions
         * @description What an address being typed may become. Changes nothing, and keeps nothing.
         */
        post: operations["address_suggestions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
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
    "/api/appointments/{appointment_id}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Appointment Answers
         * @description What was answered when this visit was booked, as the order has it; staff members are told what is theirs to know.
         */
        get: operations["appointment_answers"];
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
    "/api/appointments/{appointment_id}/change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change
         * @description Give the appointment, with its visit, another time, length or person; decided again under the lock.
         *
         *     Send the revision as If-Match to be told of others' changes. `not_free` comes with every rule that is broken.
         */
        post: operations["change_visit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/appointments/{appointment_id}/change-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask For Change
         * @description Ask whoever looks after a visit for another time, or to call it off. The visit stays as it is meanwhile.
         */
        post: operations["ask_for_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/appointments/{appointment_id}/change/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview
         * @description What another time, length or person would collide with. Saves nothing.
         */
        post: operations["preview_change"];
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
    "/api/appointments/{appointment_id}/customer-answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Appointment Customer Answers
         * @description What the fields of its customer's record say, for whoever looks after this visit: what is marked for staff, and all
         *     of it to those who work with the record.
         */
        get: operations["appointment_customer_answers"];
        put?: never;
        post?: never;
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
        /**
         * Change Area
         * @description Another name, middle or radius; without a postcode or point its middle stays. If-Match as ever, Bookings-Seen to be
         *     told when more breaks than was shown.
         */
        put: operations["change_area"];
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
    "/api/areas/{area_id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview
         * @description Which booked visits another middle or radius, or one area less, would break. Saves nothing.
         */
        post: operations["preview_area"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit-choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Choices
         * @description Kinds of events, and the accounts of the team: what the log can be narrowed to.
         */
        get: operations["audit_choices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Events
         * @description What happened, newest first; `sort` is when or kind, with - in front the other way.
         */
        get: operations["audit_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit-events.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Events Csv
         * @description The same list as a file for spreadsheets (text/csv), all of it, with titles in the reader's `language`.
         */
        get: operations["audit_events_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit-people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * People
         * @description People whose name has these words, to look for what happened about one of them.
         */
        post: operations["audit_people"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit-people/{person_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Person
         * @description Who an id is, for an address that names somebody by it.
         */
        get: operations["audit_person"];
        put?: never;
        post?: never;
        delete?: never;
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
    "/api/basket/lines/{line_id}/answers": {
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
         * Save Answers
         * @description Keep what was answered so far. `answer_faults` of the line tells what is still missing or bad.
         */
        patch: operations["save_answers"];
        trace?: never;
    };
    "/api/basket/lines/{line_id}/answers/{question_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send File
         * @description Answer a question with a file: a picture (JPEG, PNG, WebP) or a PDF, told by its content, of 15 MB at most.
         */
        post: operations["send_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/basket/lines/{line_id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore Line
         * @description Put a line back that was just taken out; hold its time again.
         */
        post: operations["restore_line"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
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
    "/api/basket/visits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Join Lines
         * @description Make lines one visit, one after another; one time is then chosen for all of them.
         */
        post: operations["join_lines"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/basket/visits/{line_id}": {
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
         * Part Lines
         * @description Give each service of this line's visit its own time again.
         */
        delete: operations["part_lines"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/booking-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Link
         * @description The public link to a booking with a service and a person already chosen. Admins only.
         */
        get: operations["booking_link"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/booking-links/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Link Code
         * @description The same link as a QR code, to be printed: SVG or PNG. Admins only.
         */
        get: operations["booking_link_code"];
        put?: never;
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
         * @description Turn the basket into an order, one for each currency. Sending it again with the same Idempotency-Key gives the same.
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
    "/api/businesses/{slug}/brand": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Brand
         * @description How a business shows itself, in every language. Admins only.
         */
        get: operations["brand"];
        /**
         * Replace Brand
         * @description Replace all that a brand says. Admins only; send If-Match to be told of others' changes.
         */
        put: operations["change_brand"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/businesses/{slug}/customer-fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Defined
         * @description The fields that the customer records of a business have. Administrators only.
         */
        get: operations["customer_fields"];
        /**
         * Define
         * @description Other fields, or another order of them; If-Match as ever. One that is left out is archived, with its answers.
         */
        put: operations["define_customer_fields"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/businesses/{slug}/holiday-proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Holiday Proposals
         * @description The bank holidays of two years, from a date on, that the business does not keep yet. Administrators.
         */
        get: operations["holiday_proposals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/businesses/{slug}/holidays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Holidays
         * @description The dates on which a business is closed, from one on. Administrators.
         */
        get: operations["holidays"];
        put?: never;
        /**
         * Add Holidays
         * @description Close the business on these dates; booked visits stay. Administrators.
         */
        post: operations["add_holidays"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/businesses/{slug}/holidays/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview Holidays
         * @description Which booked visits closing these dates would break. Administrators.
         */
        post: operations["preview_holidays"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/businesses/{slug}/locations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Locations
         * @description All places of a business, archived ones too. Admins only.
         */
        get: operations["locations"];
        put?: never;
        /**
         * Add Location
         * @description One more place of a business. Admins only.
         */
        post: operations["add_location"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/businesses/{slug}/locations/{location_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change Location
         * @description Replace all that a place says. Admins only; send If-Match to be told of others' changes.
         */
        put: operations["change_location"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/businesses/{slug}/locations/{location_id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Archive Location
         * @description Put a place away, or bring it back. Admins only.
         */
        post: operations["archive_location"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/businesses/{slug}/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All Settings
         * @description Every group of settings with the bounds, unit and default of each. Admins only.
         */
        get: operations["all_settings"];
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
    "/api/businesses/{slug}/widget": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Widget
         * @description The sites that may show this business's booking journey inside their pages, as every widget page says it.
         */
        get: operations["widget"];
        put?: never;
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
    "/api/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Calendar
         * @description What fills these dates of the people one looks after, and when they work.
         *
         *     Made for asking again and again: send the answer's ETag as If-None-Match, and while nothing changed the answer is 304
         *     without content.
         */
        get: operations["calendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar-feeds/{link}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Calendar Feed
         * @description Somebody's appointments as a calendar file (text/calendar), for whoever has the secret address.
         */
        get: operations["read_calendar_feed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalogue/{business}/{kind}/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Arrange
         * @description Say in which order customers read the services, categories or extras of a business.
         */
        put: operations["arrange_catalogue"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalogue/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Categories
         * @description All categories in their order, archived ones too.
         */
        get: operations["catalogue_categories"];
        put?: never;
        /**
         * Add Category
         * @description A new category.
         */
        post: operations["add_category"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalogue/categories/{category_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change Category
         * @description Replace all that a category says.
         */
        put: operations["change_category"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalogue/categories/{category_id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put Category Away
         * @description Put a category away with its services, or bring it back.
         */
        post: operations["archive_category"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalogue/choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Choices
         * @description The businesses with their rules, categories and people that a service is put together from.
         */
        get: operations["catalogue_choices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalogue/extras": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Extras
         * @description All extras in their order, archived ones too.
         */
        get: operations["catalogue_extras"];
        put?: never;
        /**
         * Add Extra
         * @description A new extra.
         */
        post: operations["add_extra"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalogue/extras/{extra_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change Extra
         * @description Replace all that an extra says.
         */
        put: operations["change_extra"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalogue/extras/{extra_id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put Extra Away
         * @description Put an extra away, or bring it back.
         */
        post: operations["archive_extra"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalogue/services": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Services
         * @description Services as they are edited, in their order; `sort` is arranged, name, price or length, with - the other way.
         */
        get: operations["catalogue_services"];
        put?: never;
        /**
         * Add Service
         * @description A new service. It can be booked as soon as somebody delivers it and it is visible.
         */
        post: operations["add_service"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalogue/services.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Services Csv
         * @description The same list as a file for spreadsheets (text/csv), all of it, with titles in the reader's `language`.
         */
        get: operations["catalogue_services_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalogue/services/{service_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Service
         * @description One service, in every language.
         */
        get: operations["catalogue_service"];
        /**
         * Change Service
         * @description Replace all that a service says. What was sold stays as it was sold.
         */
        put: operations["change_service"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalogue/services/{service_id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Archive
         * @description Take a service off the shelf, or put it back. What is booked stays booked.
         */
        post: operations["archive_service"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/change-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Change Requests
         * @description What waits for an answer about visits one looks after, the oldest first; or what is in the states named.
         */
        get: operations["change_requests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/change-requests/{request_id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept
         * @description Say yes: the visit is moved to this time and person, or called off at no cost. If-Match as ever.
         */
        post: operations["accept_change_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/change-requests/{request_id}/decline": {
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
         * @description Say no, with words for the customer. If-Match as ever.
         */
        post: operations["decline_change_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/change-requests/{request_id}/propose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Propose
         * @description Answer with another time, open now and kept by nobody. If-Match as ever.
         */
        post: operations["propose_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/change-requests/{request_id}/take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take
         * @description Take the time that was proposed. Where it has gone (`slot_taken`) the team is asked again.
         */
        post: operations["take_proposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/change-requests/{request_id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw
         * @description Take a request back; of a proposal, "no, thank you". The visit stays as it is.
         */
        post: operations["withdraw_change_request"];
        delete?: never;
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
    "/api/customer-tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tags
         * @description The tags that customers in sight have.
         */
        get: operations["customer_tags"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Listed
         * @description Customers the asker may see, for a page to begin with. What somebody types goes into the body of a search.
         */
        get: operations["customer_list"];
        put?: never;
        /**
         * Add
         * @description A new customer. `alike` of the answer names others with the same e-mail or phone.
         */
        post: operations["add_customer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Listed Csv
         * @description The same list as a file for spreadsheets (text/csv), all of it, with titles in the reader's `language`.
         */
        get: operations["customers_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{customer_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One
         * @description A whole record; for staff the name and the visits of theirs that lie ahead.
         */
        get: operations["customer"];
        /**
         * Change
         * @description Other details; If-Match as ever. The e-mail of somebody who signs in is theirs to change.
         */
        put: operations["change_customer"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{customer_id}/addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add Address
         * @description One more address.
         */
        post: operations["add_customer_address"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{customer_id}/addresses/{address_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change Address
         * @description Another address in its place; visits booked at the old one stay there. If-Match as ever.
         */
        put: operations["change_customer_address"];
        post?: never;
        /**
         * Archive Address
         * @description Offer an address no more.
         */
        delete: operations["archive_customer_address"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{customer_id}/addresses/{address_id}/usual": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Usual
         * @description The address that is offered first.
         */
        post: operations["make_customer_address_usual"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{customer_id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Archive
         * @description Put a customer away; orders and visits stay.
         */
        post: operations["archive_customer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{customer_id}/fields/{slug}": {
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
         * Save
         * @description Fill in fields of a business in a customer's record; If-Match with the revision of these fields.
         */
        patch: operations["save_customer_fields"];
        trace?: never;
    };
    "/api/customers/{customer_id}/fields/{slug}/{field_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send
         * @description Fill a field in with a file: a picture (JPEG, PNG, WebP) or a PDF, told by its content, of 15 MB at most.
         */
        post: operations["send_customer_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{customer_id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Merge
         * @description Move everything of another customer to this one. It can be undone.
         */
        post: operations["merge_customers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{customer_id}/merge/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview
         * @description What merging another customer into this one would mean. Changes nothing.
         */
        post: operations["preview_merge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{customer_id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write Note
         * @description Write something down, for the team alone.
         */
        post: operations["write_note"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{customer_id}/notes/{note_id}": {
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
         * Remove Note
         * @description Put a note away.
         */
        delete: operations["remove_note"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{customer_id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore
         * @description Bring an archived customer back; one who was merged comes back by undoing that.
         */
        post: operations["restore_customer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{customer_id}/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set Tags
         * @description The tags a customer has from now on.
         */
        put: operations["set_tags"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Search
         * @description Customers the asker may see, by name; the text finds names, e-mails, phones, postcodes and order numbers by their
         *     beginning. Changes nothing.
         */
        post: operations["customers"];
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
    "/api/expertise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Expertise
         * @description What people of a business (its slug) may be found by, for anybody.
         */
        get: operations["expertise"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/files/{link}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Private File
         * @description A file sent with a booking, by the link that its order gives to those who may see it. PDFs come as downloads.
         */
        get: operations["private_file"];
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
    "/api/holidays/{holiday_id}": {
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
         * Remove Holiday
         * @description The date is an ordinary one again. Administrators.
         */
        delete: operations["remove_holiday"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitation/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept
         * @description Choose a name and a password and be one of the team. Once.
         */
        post: operations["accept_invitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitation/join": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Join
         * @description The same with the account one is signed in with, when the letter went to its e-mail.
         */
        post: operations["join_invitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitation/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read
         * @description What a letter's link says. Changes nothing.
         */
        post: operations["read_invitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Invitations
         * @description Who was asked to join, the newest first; `state=open` leaves out those that were accepted or withdrawn.
         */
        get: operations["invitations"];
        put?: never;
        /**
         * Invite
         * @description Ask somebody to join. The letter's link works once, for seven days.
         */
        post: operations["invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations/{invitation_id}": {
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
         * Withdraw
         * @description Take it back: its link opens nothing any more.
         */
        delete: operations["withdraw_invitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations/{invitation_id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resend
         * @description The letter once more, with seven new days. Links sent before open nothing any more.
         */
        post: operations["resend_invitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/linkable-orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Linkable
         * @description Earlier orders that the signed-in customer may add to their account; none for anybody else.
         */
        get: operations["linkable_orders"];
        put?: never;
        /**
         * Link
         * @description Add these orders to the signed-in account: all of them or none.
         */
        post: operations["link_orders"];
        delete?: never;
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
    "/api/linked-order/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Wish
         * @description Send the order's mailbox a link to an account. The answer is the same whether it has one.
         */
        post: operations["wish_for_account"];
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
         * @description What a manager may see and do.
         */
        get: operations["manager_scope"];
        /**
         * Set Manager Scope
         * @description Replace what a manager may see and do.
         */
        put: operations["set_manager_scope"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/managers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Managers
         * @description Everybody who signs in as a manager, by name, with what each may see and do.
         */
        get: operations["managers"];
        put?: never;
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
    "/api/merges/{merge_id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo
         * @description Put back exactly what the merge had moved, all of it or nothing.
         */
        post: operations["undo_merge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/my/addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * My Addresses
         * @description One's saved addresses, the usual one first.
         */
        get: operations["my_addresses"];
        put?: never;
        /**
         * Add Address
         * @description One more address.
         */
        post: operations["add_my_address"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/my/addresses/{address_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change Address
         * @description Another address in its place; visits booked at the old one stay there. If-Match as ever.
         */
        put: operations["change_my_address"];
        post?: never;
        /**
         * Archive Address
         * @description Offer an address no more; visits booked there stay.
         */
        delete: operations["archive_my_address"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/my/addresses/{address_id}/usual": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Usual
         * @description The address that is offered first.
         */
        post: operations["make_my_address_usual"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/my/calendar-feed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Calendar Feed
         * @description The address at which one's own calendar can read one's appointments, if there is one.
         */
        get: operations["calendar_feed"];
        put?: never;
        /**
         * Open Calendar Feed
         * @description A new address; one there was before stops working.
         */
        post: operations["open_calendar_feed"];
        /**
         * Close Calendar Feed
         * @description Take the address away.
         */
        delete: operations["close_calendar_feed"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/my/details": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Details
         * @description One's own name, e-mail and phone.
         */
        get: operations["my_details"];
        /**
         * Change Details
         * @description Another name or phone; If-Match as ever.
         */
        put: operations["change_my_details"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/my/fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Mine
         * @description What the businesses one ordered of ask their customers, with what one filled in.
         */
        get: operations["my_fields"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/my/fields/{slug}": {
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
         * Save Mine
         * @description Fill in what a business asks of oneself; If-Match with the revision of these fields.
         */
        patch: operations["save_my_fields"];
        trace?: never;
    };
    "/api/my/fields/{slug}/{field_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send Mine
         * @description Fill a field of one's own in with a file.
         */
        post: operations["send_my_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/my/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Preferences
         * @description Language, time zone, and whether news may come.
         */
        get: operations["my_preferences"];
        /**
         * Set Preferences
         * @description Other preferences; taking news back keeps the record of having agreed.
         */
        put: operations["set_my_preferences"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/my/waiting-list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Mine
         * @description What the signed-in customer waits for, newest first, and what has ended in the last thirty days.
         */
        get: operations["my_waiting_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/my/waiting-list/{entry_id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decline Mine
         * @description Let the offered time go. The entry keeps its place.
         */
        post: operations["decline_my_offer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/my/waiting-list/{entry_id}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Leave Mine
         * @description Take one's name off the list.
         */
        post: operations["leave_my_waiting_list"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/my/waiting-list/{entry_id}/take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take Mine
         * @description Put the offered time into the basket, where it is kept while the journey goes on.
         */
        post: operations["take_my_offer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
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
         * @description Orders the asker may see, newest first; `sort` is placed, total or customer, with - in front the other way.
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
    "/api/orders.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Orders Csv
         * @description The same list as a file for spreadsheets (text/csv), all of it, with titles in the reader's `language`.
         */
        get: operations["orders_csv"];
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
    "/api/orders/{number}/again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Book Again
         * @description Put what an order of one's own account held into the basket, times to be chosen anew.
         */
        post: operations["book_again"];
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
    "/api/phone-bookings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open Basket
         * @description Begin an order for somebody on the phone; one that was begun here before is left, and its times given back.
         */
        post: operations["open_phone_basket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/phone-bookings/address": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Choose Address
         * @description Send the visits to one of these addresses.
         */
        put: operations["choose_caller_address"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/phone-bookings/addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Addresses
         * @description Where the chosen customer had visits before, newest first.
         */
        get: operations["caller_addresses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/phone-bookings/caller": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Choose Caller
         * @description Say which customer the order is for, or that it is for a new one.
         */
        put: operations["choose_caller"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/phone-bookings/callers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Find Callers
         * @description Customers the asker may take an order for, a few at most. What is typed stands in no address.
         */
        post: operations["find_callers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/phone-bookings/time": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set Time
         * @description Keep an exact time. Rules the asker agreed to put aside need a reason; time that somebody else has is never taken.
         */
        post: operations["set_phone_time"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/phone-bookings/time/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview Time
         * @description What stands against an exact time. Keeps nothing.
         */
        post: operations["preview_phone_time"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pictures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send Picture
         * @description Keep a picture (JPEG, PNG or WebP, told by its bytes, 15 MB at most) for a page that shows it; drawn anew.
         */
        post: operations["send_picture"];
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
    "/api/places": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Places
         * @description The open places of a business (its slug), for anybody.
         */
        get: operations["places"];
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
    "/api/profiles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Profiles
         * @description People with online sessions, for anybody, with the next free time of each.
         */
        get: operations["profiles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/profiles/{business}/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Profile
         * @description One person who can be booked, by their address, for anybody.
         */
        get: operations["profile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/scope-choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Choices
         * @description The businesses, places and people a scope can name.
         */
        get: operations["scope_choices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/scope-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Scope Preview
         * @description What a manager would see with this scope, in counts. Administrators only; nothing is changed.
         */
        post: operations["scope_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/scope-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Templates
         * @description Templates to begin a manager's scope from. A copy is made: changing one later changes nobody's scope.
         */
        get: operations["scope_templates"];
        put?: never;
        /**
         * Add Template
         * @description Keep a scope under a name.
         */
        post: operations["add_scope_template"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/scope-templates/{template_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change Template
         * @description Replace what a template says. Scopes made from it stay as they are.
         */
        put: operations["change_scope_template"];
        post?: never;
        /**
         * Archive Template
         * @description Put a template away. Scopes made from it stay as they are.
         */
        delete: operations["archive_scope_template"];
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
         * @description Let a staff member travel around one more postcode, or point. Changing and removing an area may break visits: these
         *     doors are scheduling's.
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
         * @description Replace a staff member's week; send the fingerprint as If-Match to be told of others' changes, and
         *     Bookings-Seen to be told when more visits break than the preview said.
         */
        put: operations["set_working_hours"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff-members/{staff_id}/hours/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview Hours
         * @description Which booked visits another week would break.
         */
        post: operations["preview_hours"];
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
    "/api/staff-members/{staff_id}/overrides/{on_date}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview Override
         * @description Which booked visits other hours of one date would break, or (null) its weekly hours again.
         */
        post: operations["preview_date_override"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff-members/{staff_id}/showcase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change Showcase
         * @description Replace languages and expertise. Staff members their own; send If-Match to be told of others' changes.
         */
        put: operations["change_showcase"];
        post?: never;
        delete?: never;
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
         * @description Absences that touch the range, asked for, granted or refused.
         */
        get: operations["time_off"];
        put?: never;
        /**
         * Add Time Off
         * @description An absence: granted at once, or waiting for a word where the business wants that; `state` says which.
         */
        post: operations["add_time_off"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff-members/{staff_id}/time-off/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview Time Off
         * @description Which booked visits an absence would break, once it is granted.
         */
        post: operations["preview_time_off"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff-records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Records
         * @description Whole records of those the asker looks after; `sort` is name, business or added, with - in front the other way.
         */
        get: operations["staff_records"];
        put?: never;
        /**
         * Add Record
         * @description A new staff member. Nobody can book them before somebody says so in the record.
         */
        post: operations["add_staff_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff-records.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Records Csv
         * @description The same list as a file for spreadsheets (text/csv), all of it, with titles in the reader's `language`.
         */
        get: operations["staff_records_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff-records/{staff_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Record
         * @description One whole record.
         */
        get: operations["staff_record"];
        /**
         * Change Record
         * @description Replace a record. Send If-Match to be told of others' changes.
         */
        put: operations["change_staff_record"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff-records/{staff_id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Archive
         * @description Nobody can book them from now on. Visits already booked stay: see how many in `/staff-records/{id}/around`.
         */
        post: operations["archive_staff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff-records/{staff_id}/around": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Staff Around
         * @description Services, areas and visits still to come: what archiving somebody would leave to look after.
         */
        get: operations["staff_around"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff-records/{staff_id}/biography": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change Biography
         * @description What is told about somebody. Staff members write their own.
         */
        put: operations["change_biography"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff-records/{staff_id}/photo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set Photo
         * @description Another photo: JPEG, PNG or WebP, told by its content, of 15 MB at most. It is drawn anew and holds pixels alone.
         */
        post: operations["set_photo"];
        /**
         * Drop Photo
         * @description No photo any more.
         */
        delete: operations["drop_photo"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff-records/{staff_id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore
         * @description Back to work.
         */
        post: operations["restore_staff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/time-off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Time Off Requests
         * @description Absences by their first instant: one's own, those of staff in scope, or all. With `starting_from` those that end
         *     after it. `sort` is starts, name or asked, with - in front the other way.
         */
        get: operations["time_off_requests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/time-off.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Time Off Csv
         * @description The same list as a file for spreadsheets (text/csv), all of it, with titles in the reader's `language`.
         */
        get: operations["time_off_csv"];
        put?: never;
        post?: never;
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
         * @description The absence is off, asked for or granted.
         */
        delete: operations["drop_time_off"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/time-off/{time_off_id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer Time Off
         * @description Grant or refuse what was asked for. Managers who may change the person, and administrators; If-Match as ever.
         */
        post: operations["answer_time_off"];
        delete?: never;
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
    "/api/waiting-entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Waiting Entries
         * @description Who waits for people one looks after, the longest waiting first; `sort` is joined, first or last, with - in front the
         *     other way.
         */
        get: operations["waiting_entries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/waiting-entries.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Waiting Entries Csv
         * @description The same list as a file for spreadsheets (text/csv), all of it, with titles in the reader's `language`.
         */
        get: operations["waiting_entries_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/waiting-entries/{entry_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Waiting Entry
         * @description One entry, for whoever looks after it.
         */
        get: operations["waiting_entry"];
        put?: never;
        post?: never;
        /**
         * Remove
         * @description Take an entry off the list; its person is told.
         */
        delete: operations["remove_waiting_entry"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/waiting-entries/{entry_id}/offer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Offer
         * @description Offer a free time, whoever's turn it is: it is kept for this entry as long as any offer, and its person is told.
         */
        post: operations["offer_to_waiting_entry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/waiting-list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Join
         * @description Ask to be told when a time opens for a line of the basket. The answer is the same whatever the e-mail; what follows
         *     is a letter.
         */
        post: operations["join_waiting_list"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/waiting-list/linked/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decline Linked
         * @description Let the offered time go. The entry keeps its place.
         */
        post: operations["decline_linked_offer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/waiting-list/linked/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Leave Linked
         * @description Take one's name off the list.
         */
        post: operations["leave_linked_waiting_list"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/waiting-list/linked/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read
         * @description The entry that a letter's link opens, with its newest offer. Changes nothing.
         */
        post: operations["linked_waiting_entry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/waiting-list/linked/take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take Linked
         * @description Put the offered time into the basket, where it is kept while the journey goes on.
         */
        post: operations["take_linked_offer"];
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
         * AcceptIn
         * @description Where a visit is to be moved; empty for one that is called off.
         */
        AcceptIn: {
            /** Staff Id */
            staff_id?: string | null;
            /** Starts At */
            starts_at?: string | null;
        };
        /** AcceptInvitationIn */
        AcceptInvitationIn: {
            /** Key */
            key: string;
            /** Name */
            name: string;
            /** Password */
            password: string;
        };
        /**
         * AccountExistsProblem
         * @description Somebody signs in with this e-mail already. Told only to whoever came by a link in that mailbox.
         */
        AccountExistsProblem: {
            /**
             * Code
             * @constant
             */
            code: "account_exists";
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
         * AccountStaysProblem
         * @description The one who signs in is the one to keep.
         */
        AccountStaysProblem: {
            /**
             * Code
             * @constant
             */
            code: "account_stays";
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
         * AccountWouldSeeProblem
         * @description The account would see the other's orders and addresses, whose e-mail it has not proven. Send it again with
         *     `account_may_see` when it is the same person for sure.
         */
        AccountWouldSeeProblem: {
            /**
             * Code
             * @constant
             */
            code: "account_would_see";
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
         * AddressChosenIn
         * @description The id of a suggestion, with the session it was made in.
         */
        AddressChosenIn: {
            /** Id */
            id: string;
            /**
             * Session
             * Format: uuid
             */
            session: string;
        };
        /**
         * AddressLookupDownProblem
         * @description The company that knows addresses does not answer.
         */
        AddressLookupDownProblem: {
            /**
             * Code
             * @constant
             */
            code: "address_lookup_down";
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
         * AddressPartsOut
         * @description An address in the parts of a form; what is not known is empty, and typed in.
         */
        AddressPartsOut: {
            /** Line1 */
            line1: string;
            /** Line2 */
            line2: string;
            /** Postcode */
            postcode: string;
            /** Town */
            town: string;
        };
        /** AddressSuggestionOut */
        AddressSuggestionOut: {
            /** Id */
            id: string;
            /** Main */
            main: string;
            /** Secondary */
            secondary: string;
        };
        /**
         * AddressSuggestionsOut
         * @description At most five, best first. `source` google_places: the page names Google Maps beside them. directory: postcodes alone
         *     are known, and completed at the end of what is typed.
         */
        AddressSuggestionsOut: {
            /**
             * Source
             * @enum {string}
             */
            source: "directory" | "google_places";
            /** Suggestions */
            suggestions: components["schemas"]["AddressSuggestionOut"][];
        };
        /**
         * AddressTypedIn
         * @description What has been typed of an address; in the body, so that it stands in no URL. `near` is a postcode that was settled
         *     before; `session` a new UUID for each address that is looked for, until one is chosen. An empty text asks who would
         *     answer.
         */
        AddressTypedIn: {
            /**
             * Near
             * @default
             */
            near: string;
            /**
             * Session
             * Format: uuid
             */
            session: string;
            /** Text */
            text: string;
        };
        /**
         * AddressUnknownProblem
         * @description A suggestion that leads to no address: an old one, or none of ours.
         */
        AddressUnknownProblem: {
            /**
             * Code
             * @constant
             */
            code: "address_unknown";
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
         * AgainOut
         * @description Where to go on: the business, and the first line that was put into the basket.
         */
        AgainOut: {
            /** Business */
            business: string;
            /**
             * Line
             * Format: uuid
             */
            line: string;
        };
        /**
         * AlreadyAskedProblem
         * @description There is a request about this visit that nobody has answered yet.
         */
        AlreadyAskedProblem: {
            /**
             * Code
             * @constant
             */
            code: "already_asked";
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
         * AlreadyBookedProblem
         * @description This basket became an order already, perhaps in another tab; one order for each currency.
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
            /** Numbers */
            numbers: string[];
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
         * AnsweredAlreadyProblem
         * @description Somebody else granted or refused this time off, or it was taken back, a moment ago.
         */
        AnsweredAlreadyProblem: {
            /**
             * Code
             * @constant
             */
            code: "answered_already";
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
        /**
         * AnswerFileOut
         * @description A file sent as an answer. `address` is good for a quarter of an hour, and for who asked for it.
         */
        AnswerFileOut: {
            /** Address */
            address: string;
            /** Content Type */
            content_type: string;
            /** Name */
            name: string;
        };
        /**
         * AnswerIn
         * @description A yes or a no, with a word for the person who asked.
         */
        AnswerIn: {
            /**
             * Answer
             * @default
             */
            answer: string;
            /** Granted */
            granted: boolean;
        };
        /**
         * AnswerOut
         * @description A question as it was asked, and its answer: `text`, or `is_yes`, or `file`. Dates are ISO 8601.
         */
        AnswerOut: {
            file?: components["schemas"]["AnswerFileOut"] | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is Yes */
            is_yes?: boolean | null;
            kind: components["schemas"]["QuestionKind"];
            /** Label */
            label: string;
            /**
             * Text
             * @default
             */
            text: string;
        };
        /**
         * AnswersIn
         * @description Answers by question, as typed so far; what is left out stays, null takes one back. Files are sent on their own.
         */
        AnswersIn: {
            /** Answers */
            answers: {
                [key: string]: boolean | number | string | string[] | null;
            };
        };
        /**
         * AnswersRefusedProblem
         * @description Some answers cannot be kept, so none were; `faults` says by field what is missing or bad.
         */
        AnswersRefusedProblem: {
            /**
             * Code
             * @constant
             */
            code: "answers_refused";
            /**
             * Detail
             * @default
             */
            detail: string;
            /** Faults */
            faults: {
                [key: string]: components["schemas"]["Fault"];
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
         * AppointmentOut
         * @description One appointment. Times are instants; `zone` is the one the customer was shown. `access_notes`, how to get in, is
         *     empty but for those who look after the visit, from a day before it until twelve hours after. `put_aside` are codes of
         *     the rules somebody of the team put aside to book it, and why; for those who look after it.
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
            /** Put Aside */
            put_aside: string[];
            /** Put Aside Reason */
            put_aside_reason: string;
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
        /**
         * Approval
         * @enum {string}
         */
        Approval: "automatic" | "by_hand";
        /**
         * ArchiveIn
         * @description Put away, or brought back.
         */
        ArchiveIn: {
            /** Archived */
            archived: boolean;
        };
        /**
         * AreaIn
         * @description A circle around a postcode, or around a point on the map, which is then called by the postcode nearest to it.
         */
        AreaIn: {
            /**
             * Name
             * @default
             */
            name: string;
            point?: components["schemas"]["PointIn"] | null;
            /**
             * Postcode
             * @default
             */
            postcode: string;
            /**
             * Radius M
             * @description metres
             */
            radius_m: number;
        };
        /**
         * AreaOut
         * @description An area; send `revision` as If-Match when changing it.
         */
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
            /** Revision */
            revision: number;
        };
        /**
         * AreaTrialIn
         * @description Another middle and radius for an area; `removed` tries it away, whatever else is said.
         */
        AreaTrialIn: {
            /**
             * Name
             * @default
             */
            name: string;
            point?: components["schemas"]["PointIn"] | null;
            /**
             * Postcode
             * @default
             */
            postcode: string;
            /**
             * Radius M
             * @default 0
             */
            radius_m: number;
            /**
             * Removed
             * @default false
             */
            removed: boolean;
        };
        /**
         * AroundOut
         * @description `visits_ahead` stand and have not begun: they stay when the person is archived, and somebody must look after them.
         */
        AroundOut: {
            /** Areas */
            areas: components["schemas"]["TravelsOut"][];
            /** First At */
            first_at: string | null;
            /** Last At */
            last_at: string | null;
            /** Services */
            services: components["schemas"]["DeliversOut"][];
            /** Visits Ahead */
            visits_ahead: number;
        };
        /**
         * ArrangeIn
         * @description Which stand first, in their order.
         */
        ArrangeIn: {
            /** Ids */
            ids: string[];
        };
        /**
         * Asked
         * @description What free times are asked for: a `line` of the basket (with those in one visit with it), a `service` with `extras`
         *     (`<id>` or `<id>:<quantity>`, comma separated), an `appointment` that is to be moved, or an entry of the `waiting` list
         *     that the team looks for a time for. `staff` narrows it (comma separated ids).
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
            /** Waiting */
            waiting?: string | null;
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
            /** Waiting */
            waiting?: string | null;
            /**
             * Zone
             * @default
             */
            zone: string;
        };
        /**
         * AskedPeople
         * @description What is looked for. `expertise` (slugs) and `languages` (ISO 639) are comma separated, any of them will do;
         *     `price_to` is in minor units of `currency`; `order` is `recommended`, `soonest`, `price` or `name`.
         */
        AskedPeople: {
            /**
             * Business
             * @default
             */
            business: string;
            /**
             * Currency
             * @default
             */
            currency: string;
            /**
             * Cursor
             * @default
             */
            cursor: string;
            /**
             * Expertise
             * @default
             */
            expertise: string;
            /** Free Within Days */
            free_within_days?: number | null;
            /**
             * Languages
             * @default
             */
            languages: string;
            /**
             * Limit
             * @default 24
             */
            limit: number;
            /** @default recommended */
            order: components["schemas"]["ProfileOrder"];
            /** Price To */
            price_to?: number | null;
            /**
             * Text
             * @default
             */
            text: string;
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
            /** Waiting */
            waiting?: string | null;
            /**
             * Zone
             * @default
             */
            zone: string;
        };
        /**
         * AskIn
         * @description What is wished for: another time (on up to three days), or that the visit is called off; and why.
         */
        AskIn: {
            /**
             * Kind
             * @enum {string}
             */
            kind: "move" | "cancel";
            /**
             * Note
             * @default
             */
            note: string;
            /**
             * Wishes
             * @default []
             */
            wishes: components["schemas"]["DayWishIn"][];
        };
        /**
         * AssignmentRule
         * @enum {string}
         */
        AssignmentRule: "any" | "least_busy" | "round_robin" | "nearest" | "highest_rated";
        /**
         * AuditChoicesOut
         * @description What the log can be narrowed to: kinds of events, and the team's accounts.
         */
        AuditChoicesOut: {
            /** Kinds */
            kinds: string[];
            /** Team */
            team: components["schemas"]["AuditPersonOut"][];
        };
        /**
         * AuditOut
         * @description One event: when, who, what, about whom or what, and what changed.
         */
        AuditOut: {
            /** About */
            about: components["schemas"]["EventAboutOut"][];
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Business */
            business: string;
            /** Changes */
            changes: components["schemas"]["EventChangeOut"][];
            /** Facts */
            facts: components["schemas"]["EventFactOut"][];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            role: components["schemas"]["Role"];
            /** Who */
            who: string;
        };
        /**
         * AuditPersonOut
         * @description Somebody events may be about; `kind` is staff, customer, manager or admin.
         */
        AuditPersonOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "staff" | "customer" | "manager" | "admin";
            /** Name */
            name: string;
        };
        /**
         * AuditWanted
         * @description What to look for; what is left out narrows nothing. Days are those of `zone`, the last one included.
         */
        AuditWanted: {
            /**
             * Business
             * @default
             */
            business: string;
            /** First On */
            first_on?: string | null;
            /**
             * Kind
             * @default
             */
            kind: string;
            /** Last On */
            last_on?: string | null;
            /**
             * Number
             * @default
             */
            number: string;
            /** Person Id */
            person_id?: string | null;
            role?: components["schemas"]["Role"] | null;
            /** User Id */
            user_id?: string | null;
            /**
             * Zone
             * @default UTC
             */
            zone: string;
        };
        /**
         * BankHolidayRegion
         * @enum {string}
         */
        BankHolidayRegion: "england_and_wales" | "scotland" | "northern_ireland";
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
         * BasketFileOut
         * @description A file that was sent as an answer.
         */
        BasketFileOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Size */
            size: number;
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
         * @description `visit` is the same for lines done in one visit, one after another. `state`: `open` no time yet, `held` the time is
         *     kept until `held_until`, `lapsed` the hold is over (the time may still be free: hold it again), `unavailable` the service
         *     is not on offer any more.
         */
        BasketLineOut: {
            /** Answer Faults */
            answer_faults: {
                [key: string]: components["schemas"]["Fault"];
            };
            /** Answers */
            answers: {
                [key: string]: boolean | number | string | string[];
            };
            /** Approval By Hand */
            approval_by_hand: boolean;
            /** Business */
            business: string;
            /** Business Name */
            business_name: string;
            /** Currency */
            currency: string;
            /** Duration Minutes */
            duration_minutes: number;
            /** Ends At */
            ends_at: string | null;
            /** Extras */
            extras: components["schemas"]["BasketExtraOut"][];
            /** Files */
            files: components["schemas"]["BasketFileOut"][];
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
            /**
             * Put Aside
             * @default []
             */
            put_aside: string[];
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
            /** Visit */
            visit: string | null;
            /** Zone */
            zone: string;
        };
        /**
         * BasketOut
         * @description The whole basket as it stands, priced. `missing` names what booking still needs, in the order of the steps.
         *
         *     `business` is the one whose services are looked at, each line names its own. `totals` has an entry for each currency,
         *     the first line's first, and each becomes an order of its own; `currency` and `total_amount` are those of the first.
         *     `caller` is the known customer whom an order by phone is for, `address_id` the one of theirs that was chosen.
         *     `can_join` lists lines that could be done in one visit, `can_restore` those taken out that can be put back.
         */
        BasketOut: {
            /** Address Id */
            address_id?: string | null;
            /** Booked Order Number */
            booked_order_number?: string | null;
            /**
             * Booked Order Numbers
             * @default []
             */
            booked_order_numbers: string[];
            /** Business */
            business: string;
            caller?: components["schemas"]["CallerOut"] | null;
            /**
             * Can Join
             * @default []
             */
            can_join: string[][];
            /**
             * Can Restore
             * @default []
             */
            can_restore: string[];
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
            /** Totals */
            totals: components["schemas"]["TotalOut"][];
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
         * Between
         * @description A stretch of time; the end comes after the start.
         */
        Between: {
            /**
             * Ends At
             * Format: date-time
             */
            ends_at: string;
            /**
             * Starts At
             * Format: date-time
             */
            starts_at: string;
        };
        /** BiographyIn */
        BiographyIn: {
            /** Biography */
            biography: {
                [key: string]: string;
            };
        };
        /**
         * BookedByOut
         * @description Who booked: `customer` in their account, `guest` without one, or by phone somebody of the `team`, by name.
         */
        BookedByOut: {
            /**
             * Kind
             * @enum {string}
             */
            kind: "customer" | "guest" | "team";
            /** Name */
            name: string;
        };
        /**
         * BookedOut
         * @description A finished booking. `token` opens this one order (header `X-Order-Token`); it also stands in the messages.
         *
         *     A basket in several currencies becomes as many `orders`; the first of them stands outside too.
         */
        BookedOut: {
            /** Number */
            number: string;
            /** Orders */
            orders: components["schemas"]["OrderLinkOut"][];
            /** Token */
            token: string;
        };
        /**
         * BookingIn
         * @description Turn the basket into an order for each currency. `shown_total_amount` is what the person agreed to in the first one,
         *     `shown_totals` names it for every currency where there are several; another price refuses.
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
            /** Shown Totals */
            shown_totals?: {
                [key: string]: number;
            };
            /**
             * Terms Accepted
             * @constant
             */
            terms_accepted: true;
        };
        /**
         * BookingLinkOut
         * @description Where a link to a booking leads.
         */
        BookingLinkOut: {
            /** Url */
            url: string;
        };
        /**
         * BookingsChangedProblem
         * @description The change breaks visits that were not shown; nothing was saved. The fields are those of a preview.
         */
        BookingsChangedProblem: {
            /** Broken */
            broken: components["schemas"]["BrokenVisit"][];
            /** Broken Already */
            broken_already: number;
            /**
             * Code
             * @constant
             */
            code: "bookings_changed";
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
            /** Seen */
            seen: string;
            /** Status */
            status: number;
            /** Title */
            title: string;
            /**
             * Type
             * @default about:blank
             */
            type: string;
            /** Unnamed */
            unnamed: number;
        };
        /**
         * BothHaveAccountsProblem
         * @description Two customers who both sign in are not merged: one would see what the other booked.
         */
        BothHaveAccountsProblem: {
            /**
             * Code
             * @constant
             */
            code: "both_have_accounts";
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
         * BrandIn
         * @description All of a brand, texts in every language. `accent` is a colour such as #1D6B57, `logo_url` a picture sent before.
         */
        BrandIn: {
            /** Accent */
            accent: string;
            /**
             * Email
             * @default
             */
            email: string;
            /** Languages */
            languages: string[];
            /**
             * Logo Url
             * @default
             */
            logo_url: string;
            /** Name */
            name: string;
            /**
             * Phone
             * @default
             */
            phone: string;
            /** Staff Word */
            staff_word?: {
                [key: string]: string;
            };
            /** Tagline */
            tagline?: {
                [key: string]: string;
            };
        };
        /**
         * BrandOut
         * @description A brand as its editors see it; `revision` goes back in If-Match. Currency, zone and prefix never change.
         */
        BrandOut: {
            /** Accent */
            accent: string;
            /** Currency */
            currency: string;
            /** Email */
            email: string;
            /** Languages */
            languages: string[];
            /** Logo Url */
            logo_url: string;
            /** Name */
            name: string;
            /** Order Prefix */
            order_prefix: string;
            /** Phone */
            phone: string;
            /** Revision */
            revision: number;
            /** Slug */
            slug: string;
            /** Staff Word */
            staff_word: {
                [key: string]: string;
            };
            /** Tagline */
            tagline: {
                [key: string]: string;
            };
            /** Visits At Customer */
            visits_at_customer: boolean;
            /** Zone */
            zone: string;
        };
        /**
         * BrokenVisit
         * @description A booked visit that a change would break, by which rules, and what mends it.
         *
         *     `move_to` is the nearest free time with the same people, `give_to` somebody else at the same time and price. With
         *     neither the customer has to be called. `zone` is the staff member's; `revision` is the appointment's.
         */
        BrokenVisit: {
            /**
             * Appointment Id
             * Format: uuid
             */
            appointment_id: string;
            /** Codes */
            codes: components["schemas"]["Code"][];
            /** Customer Name */
            customer_name: string;
            /**
             * Ends At
             * Format: date-time
             */
            ends_at: string;
            give_to?: components["schemas"]["GiveTo"] | null;
            /** Move To */
            move_to?: string | null;
            /** Revision */
            revision: number;
            /** Service */
            service: string;
            /**
             * Staff Member Id
             * Format: uuid
             */
            staff_member_id: string;
            /** Staff Name */
            staff_name: string;
            /**
             * Starts At
             * Format: date-time
             */
            starts_at: string;
            /** Zone */
            zone: string;
        };
        /** BusinessChoiceOut */
        BusinessChoiceOut: {
            /** Booking Rules */
            booking_rules: {
                [key: string]: unknown;
            };
            /** Currency */
            currency: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Languages */
            languages: string[];
            /** Name */
            name: string;
            /** Slug */
            slug: string;
            /** Visits At Customer */
            visits_at_customer: boolean;
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
            /** Logo Url */
            logo_url: string;
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
        /**
         * CalendarAppointmentOut
         * @description An appointment as a block of a calendar. `can_move`: the actor may give it another time, length or person.
         */
        CalendarAppointmentOut: {
            /** Can Move */
            can_move: boolean;
            /** Capacity */
            capacity: number;
            /** Customer */
            customer: string;
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
            /** Postcode */
            postcode: string;
            /** Revision */
            revision: number;
            /** Seats */
            seats: number;
            /** Service */
            service: string;
            /**
             * Service Id
             * Format: uuid
             */
            service_id: string;
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
            state: components["schemas"]["AppointmentState"];
            /** Town */
            town: string;
            venue: components["schemas"]["Venue"];
            /**
             * Visit Id
             * Format: uuid
             */
            visit_id: string;
        };
        /**
         * CalendarBlockOut
         * @description Time taken by something else; `is_ours` is what was blocked here and can be opened again.
         */
        CalendarBlockOut: {
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
            /** Is Ours */
            is_ours: boolean;
            /** Note */
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
         * CalendarFeedOut
         * @description The secret address, or null where there is none.
         */
        CalendarFeedOut: {
            /** Url */
            url: string | null;
        };
        /**
         * CalendarHoldOut
         * @description Time that somebody in the middle of booking keeps for some minutes.
         */
        CalendarHoldOut: {
            /**
             * Ends At
             * Format: date-time
             */
            ends_at: string;
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
         * CalendarHolidayOut
         * @description A date on which a whole business is closed, on each staff member's own clock.
         */
        CalendarHolidayOut: {
            /** Business */
            business: string;
            /** Name */
            name: string;
            /**
             * On Date
             * Format: date
             */
            on_date: string;
        };
        /**
         * CalendarOut
         * @description Some dates of some people. What touches a date in anybody's zone is in it, so a little of the days around may be.
         */
        CalendarOut: {
            /** Appointments */
            appointments: components["schemas"]["CalendarAppointmentOut"][];
            /** Blocks */
            blocks: components["schemas"]["CalendarBlockOut"][];
            /**
             * First On
             * Format: date
             */
            first_on: string;
            /** Holds */
            holds: components["schemas"]["CalendarHoldOut"][];
            /** Holidays */
            holidays: components["schemas"]["CalendarHolidayOut"][];
            /**
             * Last On
             * Format: date
             */
            last_on: string;
            /** Services */
            services: components["schemas"]["CalendarServiceOut"][];
            /** Staff */
            staff: components["schemas"]["CalendarStaffOut"][];
            /** Time Off */
            time_off: components["schemas"]["CalendarTimeOffOut"][];
        };
        /**
         * CalendarServiceOut
         * @description A service that somebody of the columns delivers; its length is the usual one.
         */
        CalendarServiceOut: {
            /** Business */
            business: string;
            /** Capacity */
            capacity: number;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Minutes */
            minutes: number;
            /** Name */
            name: string;
            venue: components["schemas"]["Venue"];
        };
        /**
         * CalendarStaffOut
         * @description A column: whose, on whose clock, what they deliver, and when they work. `open` is what the engine sees: overrides and
         *     holidays are in it, breaks are not yet taken out.
         */
        CalendarStaffOut: {
            /** Breaks */
            breaks: components["schemas"]["Stretch"][];
            /** Business */
            business: string;
            /** Can Change Hours */
            can_change_hours: boolean;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Open */
            open: components["schemas"]["Stretch"][];
            /** Photo Url */
            photo_url: string;
            /** Service Ids */
            service_ids: string[];
            /** Title */
            title: string;
            /** Zone */
            zone: string;
        };
        /**
         * CalendarTimeOffOut
         * @description An absence; one that is only asked for does not close the calendar yet.
         */
        CalendarTimeOffOut: {
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
            state: components["schemas"]["TimeOffState"];
        };
        /** CallerAddressIn */
        CallerAddressIn: {
            /**
             * Address Id
             * Format: uuid
             */
            address_id: string;
        };
        /**
         * CallerAddressOut
         * @description Where a customer had visits before.
         */
        CallerAddressOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Label */
            label: string;
            /** Postcode */
            postcode: string;
        };
        /**
         * CallerIn
         * @description The known customer the order is for; null for somebody new.
         */
        CallerIn: {
            /** Customer Id */
            customer_id: string | null;
        };
        /**
         * CallerOut
         * @description A customer somebody of the team may take an order for, as told apart on the phone.
         */
        CallerOut: {
            /** Email */
            email: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Phone */
            phone: string;
        };
        /**
         * CallerSearchIn
         * @description A part of the name, the beginning of the e-mail, or the end of the phone number.
         */
        CallerSearchIn: {
            /** Text */
            text: string;
        };
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
         *
         *     `reason_needed` holds for moving and asking as well.
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
            /** Reason Needed */
            reason_needed: boolean;
            /** Refund Percent */
            refund_percent: number;
            /** Refused Reason */
            refused_reason: string | null;
        };
        /**
         * CannotJoinProblem
         * @description These lines cannot be one visit: `one_line`, `not_at_the_door`, `another_business`, `for_a_group`.
         */
        CannotJoinProblem: {
            /**
             * Code
             * @constant
             */
            code: "cannot_join";
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
         * CannotUndoProblem
         * @description Something happened since that undoing would tear apart.
         */
        CannotUndoProblem: {
            /**
             * Code
             * @constant
             */
            code: "cannot_undo_merge";
            /**
             * Detail
             * @default
             */
            detail: string;
            /**
             * Reason
             * @enum {string}
             */
            reason: "undone" | "moved_on" | "booked_since";
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
        /**
         * CatalogueChoicesOut
         * @description What a service is put together from, and the rules of each business that hold where a service says none.
         */
        CatalogueChoicesOut: {
            /** Businesses */
            businesses: components["schemas"]["BusinessChoiceOut"][];
            /** Categories */
            categories: components["schemas"]["ChoiceOut"][];
            /** Staff */
            staff: components["schemas"]["ChoiceOut"][];
        };
        /**
         * CategoryIn
         * @description All of a category. `business_id` only where it is new.
         */
        CategoryIn: {
            /** Business Id */
            business_id?: string | null;
            /** Description */
            description?: {
                [key: string]: string;
            };
            /** Name */
            name: {
                [key: string]: string;
            };
            /**
             * Picture Url
             * @default
             */
            picture_url: string;
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
         * ChangePreviewOut
         * @description What the wish would mean. Nothing is saved yet. The price stays as it was sold, whatever the length or the person.
         *
         *     `is_free`: no rule is broken. `is_possible`: those that are may be put aside. `others` is how many more services of
         *     the same visit move along; `tells_customer` and `tells_staff` are who gets a message.
         */
        ChangePreviewOut: {
            /** Changes Nothing */
            changes_nothing: boolean;
            /**
             * Ends At
             * Format: date-time
             */
            ends_at: string;
            /** Is Free */
            is_free: boolean;
            /** Is Possible */
            is_possible: boolean;
            /** Objections */
            objections: components["schemas"]["ObjectionOut"][];
            /** Others */
            others: number;
            staff_member: components["schemas"]["Named"];
            /**
             * Starts At
             * Format: date-time
             */
            starts_at: string;
            tells_customer: components["schemas"]["Named"];
            /** Tells Staff */
            tells_staff: components["schemas"]["Named"][];
            /** Zone */
            zone: string;
        };
        /**
         * ChangeProposalOut
         * @description A time the team proposes, kept by nobody; `staff_name` is empty where several come.
         */
        ChangeProposalOut: {
            /**
             * Ends At
             * Format: date-time
             */
            ends_at: string;
            /** Staff Name */
            staff_name: string;
            /**
             * Starts At
             * Format: date-time
             */
            starts_at: string;
        };
        /**
         * ChangeRequestOut
         * @description What a customer asked for where the rules refuse it, and how that stands: `open`, `proposed`, `declined`, `done`,
         *     `withdrawn`, `closed`. `kind` is `move` or `cancel`; `answer` are the team's words.
         */
        ChangeRequestOut: {
            /** Answer */
            answer: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Kind */
            kind: string;
            /** Note */
            note: string;
            proposal: components["schemas"]["ChangeProposalOut"] | null;
            /** State */
            state: string;
            /** Wishes */
            wishes: components["schemas"]["ChangeWishOut"][];
        };
        /**
         * State
         * @enum {string}
         */
        ChangeRequestState: "open" | "proposed" | "done" | "declined" | "withdrawn" | "closed";
        /**
         * ChangeVisitIn
         * @description The wish, with the codes of the rules that were shown as broken and are put aside.
         */
        ChangeVisitIn: {
            /** Agreed */
            agreed?: components["schemas"]["Code"][];
            /** Minutes */
            minutes?: number | null;
            /** Staff Member Id */
            staff_member_id?: string | null;
            /**
             * Starts At
             * Format: date-time
             */
            starts_at: string;
        };
        /**
         * ChangeWishOut
         * @description A day that would suit, and which part of it: `any`, `morning`, `afternoon`, `evening`.
         */
        ChangeWishOut: {
            /**
             * On
             * Format: date
             */
            on: string;
            /** Part */
            part: string;
        };
        /**
         * ChoiceOut
         * @description Something to choose, of which business; archived ones only for what names them already.
         */
        ChoiceOut: {
            /** Archived */
            archived: boolean;
            /**
             * Business Id
             * Format: uuid
             */
            business_id: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
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
         * CodeKind
         * @description The forms a code comes in.
         * @enum {string}
         */
        CodeKind: "svg" | "png";
        /**
         * ConditionTest
         * @enum {string}
         */
        ConditionTest: "answered" | "is" | "is_not" | "at_least" | "at_most";
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
         * Kind
         * @enum {string}
         */
        ConsentKind: "terms" | "privacy" | "marketing";
        /** ConsentOut */
        ConsentOut: {
            /**
             * Given At
             * Format: date-time
             */
            given_at: string;
            kind: components["schemas"]["ConsentKind"];
            /** Text Version */
            text_version: string;
            /** Withdrawn At */
            withdrawn_at: string | null;
        };
        /**
         * ContactIn
         * @description Who somebody is and how to reach them: a phone number or an e-mail address at least.
         */
        ContactIn: {
            /**
             * Email
             * @default
             */
            email: string;
            /**
             * Language
             * @default en
             */
            language: string;
            /** Name */
            name: string;
            /**
             * Phone
             * @default
             */
            phone: string;
            /**
             * Zone
             * @default Europe/London
             */
            zone: string;
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
         * CustomerAddressIn
         * @description An address. `access_notes` null leaves them as they are.
         */
        CustomerAddressIn: {
            /** Access Notes */
            access_notes?: string | null;
            /** Line1 */
            line1: string;
            /**
             * Line2
             * @default
             */
            line2: string;
            /** Postcode */
            postcode: string;
            /** Town */
            town: string;
        };
        /**
         * CustomerAddressOut
         * @description An address. How to get in is told to the customer alone here, and to who goes there with the visit.
         */
        CustomerAddressOut: {
            /** Access Notes */
            access_notes: string | null;
            /** Has Access Notes */
            has_access_notes: boolean;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is Usual */
            is_usual: boolean;
            /** Line1 */
            line1: string;
            /** Line2 */
            line2: string;
            /** Postcode */
            postcode: string;
            /** Revision */
            revision: number;
            /** Town */
            town: string;
        };
        /**
         * CustomerField
         * @description A field of customers' records. The team fills in every one; with `asks_customer` customers do so as well.
         */
        CustomerField: {
            /**
             * Asks Customer
             * @default false
             */
            asks_customer: boolean;
            /**
             * For Staff
             * @default false
             */
            for_staff: boolean;
            /** Help */
            help?: {
                [key: string]: string;
            };
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Is Archived
             * @default false
             */
            is_archived: boolean;
            /**
             * Is Required
             * @default false
             */
            is_required: boolean;
            kind: components["schemas"]["QuestionKind"];
            /** Label */
            label: {
                [key: string]: string;
            };
            /** Maximum */
            maximum?: number | null;
            /** Minimum */
            minimum?: number | null;
            /** Options */
            options?: components["schemas"]["Option"][];
            show_if?: components["schemas"]["ShowIf"] | null;
        };
        /** CustomerOrderOut */
        CustomerOrderOut: {
            /** Business Name */
            business_name: string;
            /** Number */
            number: string;
            /**
             * Placed At
             * Format: date-time
             */
            placed_at: string;
            /** State */
            state: string;
        };
        /**
         * CustomerOut
         * @description A whole record. For staff, who visit the person, it is the name, their own visits, what is filled in for them to know,
         *     and the phone number while a visit of theirs stands, as their letters have it.
         */
        CustomerOut: {
            /** Addresses */
            addresses: components["schemas"]["CustomerAddressOut"][];
            /** Alike */
            alike: components["schemas"]["Named"][];
            /** Archived At */
            archived_at: string | null;
            /** Can Edit */
            can_edit: boolean;
            /** Consents */
            consents: components["schemas"]["ConsentOut"][];
            /** Email */
            email: string;
            /** Fields */
            fields: components["schemas"]["FilledOut"][];
            /** Has Account */
            has_account: boolean;
            /** History */
            history: components["schemas"]["EntryOut"][];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Language */
            language: string;
            /** Last Visit At */
            last_visit_at: string | null;
            merged_into: components["schemas"]["Named"] | null;
            /** Name */
            name: string;
            /** Next Visit At */
            next_visit_at: string | null;
            /** Notes */
            notes: components["schemas"]["NoteOut"][];
            /** Orders */
            orders: components["schemas"]["CustomerOrderOut"][];
            /** Past Visits */
            past_visits: components["schemas"]["CustomerVisitOut"][];
            /** Phone */
            phone: string;
            /** Postcode */
            postcode: string;
            /**
             * Recorded At
             * Format: date-time
             */
            recorded_at: string;
            /** Recorded By */
            recorded_by: string;
            /** Revision */
            revision: number;
            /** Tags */
            tags: string[];
            /** Town */
            town: string;
            /** Visits */
            visits: components["schemas"]["CustomerVisitOut"][];
            /** Zone */
            zone: string;
        };
        /**
         * CustomerRowOut
         * @description A customer in a list. Staff see whom they visit or did lately, without e-mail and phone; their own visits count.
         */
        CustomerRowOut: {
            /** Archived At */
            archived_at: string | null;
            /** Email */
            email: string;
            /** Has Account */
            has_account: boolean;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Last Visit At */
            last_visit_at: string | null;
            /** Name */
            name: string;
            /** Next Visit At */
            next_visit_at: string | null;
            /** Phone */
            phone: string;
            /** Postcode */
            postcode: string;
            /**
             * Recorded At
             * Format: date-time
             */
            recorded_at: string;
            /** Tags */
            tags: string[];
            /** Town */
            town: string;
        };
        /**
         * CustomersWanted
         * @description Which customers: found by one text (name, e-mail, phone, postcode, order number), with a tag, archived or not.
         *     `sort` is name or recorded, for staff name, next or last (visit), with - in front the other way.
         */
        CustomersWanted: {
            /**
             * Archived
             * @default false
             */
            archived: boolean;
            /**
             * Cursor
             * @default
             */
            cursor: string;
            /**
             * Limit
             * @default 50
             */
            limit: number;
            /**
             * Sort
             * @default
             */
            sort: string;
            /**
             * Tag
             * @default
             */
            tag: string;
            /**
             * Text
             * @default
             */
            text: string;
        };
        /** CustomerVisitOut */
        CustomerVisitOut: {
            /** Address */
            address: string | null;
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
            /** Service */
            service: string;
            /** Staff Name */
            staff_name: string;
            /**
             * Starts At
             * Format: date-time
             */
            starts_at: string;
            state: components["schemas"]["AppointmentState"];
            /** Zone */
            zone: string;
        };
        /**
         * DateTrialIn
         * @description Other hours of one date as `[start minute, end minute]` pairs, none for closed, null for the weekly ones again.
         */
        DateTrialIn: {
            /** Spans */
            spans: [
                number,
                number
            ][] | null;
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
         * DayPart
         * @enum {string}
         */
        DayPart: "any" | "morning" | "afternoon" | "evening";
        /** DayWishIn */
        DayWishIn: {
            /**
             * On
             * Format: date
             */
            on: string;
            /** @default any */
            part: components["schemas"]["DayPart"];
        };
        /** DeclineIn */
        DeclineIn: {
            /**
             * Words
             * @default
             */
            words: string;
        };
        /**
         * DeliversOut
         * @description A service somebody delivers.
         */
        DeliversOut: {
            /** Name */
            name: string;
            /** Slug */
            slug: string;
        };
        /**
         * DeliveryOut
         * @description One message: `state` is queued, sending, sent, failed or suppressed; `failure` says why, without personal data.
         *     A letter about an account has no order.
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
            /** Order Id */
            order_id: string | null;
            /** Recipient */
            recipient: string;
            /** Recipient Id */
            recipient_id: string | null;
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
        /**
         * EditedCategoryOut
         * @description A category as editors see it, with how many current services it has.
         */
        EditedCategoryOut: {
            /** Archived At */
            archived_at: string | null;
            /** Business */
            business: string;
            /**
             * Business Id
             * Format: uuid
             */
            business_id: string;
            /** Description */
            description: {
                [key: string]: string;
            };
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: {
                [key: string]: string;
            };
            /** Picture Url */
            picture_url: string;
            /** Revision */
            revision: number;
            /** Service Count */
            service_count: number;
            /** Slug */
            slug: string;
        };
        /**
         * EditedExtraOut
         * @description An extra as editors see it.
         */
        EditedExtraOut: {
            /** Archived At */
            archived_at: string | null;
            /** Business */
            business: string;
            /**
             * Business Id
             * Format: uuid
             */
            business_id: string;
            /** Currency */
            currency: string;
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
            name: {
                [key: string]: string;
            };
            /** Price Amount */
            price_amount: number;
            /** Revision */
            revision: number;
            /** Service Ids */
            service_ids: string[];
            /** Slug */
            slug: string;
        };
        /** EditedOfferingOut */
        EditedOfferingOut: {
            /** Duration Minutes */
            duration_minutes: number | null;
            /** Name */
            name: string;
            /** Price Amount */
            price_amount: number | null;
            /**
             * Staff Id
             * Format: uuid
             */
            staff_id: string;
        };
        /**
         * EditedServiceOut
         * @description A service as editors see it; `revision` goes back in If-Match.
         */
        EditedServiceOut: {
            /** Archived At */
            archived_at: string | null;
            booking_rules: components["schemas"]["ServiceRules"];
            /** Buffer After Minutes */
            buffer_after_minutes: number;
            /** Buffer Before Minutes */
            buffer_before_minutes: number;
            /** Business */
            business: string;
            /**
             * Business Id
             * Format: uuid
             */
            business_id: string;
            /** Capacity */
            capacity: number;
            /**
             * Category Id
             * Format: uuid
             */
            category_id: string;
            /** Currency */
            currency: string;
            /** Description */
            description: {
                [key: string]: string;
            };
            /** Duration Minutes */
            duration_minutes: number;
            /** Extras */
            extras: components["schemas"]["EditedExtraOut"][];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is Visible */
            is_visible: boolean;
            /** Name */
            name: {
                [key: string]: string;
            };
            /** Offerings */
            offerings: components["schemas"]["EditedOfferingOut"][];
            /** Picture Url */
            picture_url: string;
            /** Preparation */
            preparation: {
                [key: string]: string;
            };
            /** Price Amount */
            price_amount: number;
            /** Questions */
            questions: components["schemas"]["FormQuestion"][];
            /** Revision */
            revision: number;
            /** Slug */
            slug: string;
            /** Tax Rate Bp */
            tax_rate_bp: number;
            venue: components["schemas"]["Venue"];
        };
        /**
         * EntriesWanted
         * @description Which entries: in any of these states, of this business and this service (their slugs); all where nothing is said.
         */
        EntriesWanted: {
            /**
             * Business
             * @default
             */
            business: string;
            /**
             * Service
             * @default
             */
            service: string;
            /**
             * State
             * @default []
             */
            state: components["schemas"]["WaitingEntryState"][];
        };
        /**
         * Kind
         * @enum {string}
         */
        EntryKind: "recorded" | "changed" | "archived" | "restored" | "address_added" | "address_changed" | "address_archived" | "note_written" | "note_removed" | "tags_changed" | "fields_answered" | "merged" | "merge_undone";
        /**
         * EntryOut
         * @description A line of the record's history; `fields` are the names of what was changed.
         */
        EntryOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By */
            by: string;
            /** Fields */
            fields: string[];
            kind: components["schemas"]["EntryKind"];
            merge: components["schemas"]["MergeOut"] | null;
        };
        /**
         * EventAboutOut
         * @description Something or somebody an event is about; `key` leads to it: an order's number, a row's id, a business's slug.
         */
        EventAboutOut: {
            /** Key */
            key: string;
            /** Kind */
            kind: string;
            /** Text */
            text: string;
        };
        /**
         * EventChangeOut
         * @description A field with what it was and what it is; empty for nothing.
         */
        EventChangeOut: {
            /** After */
            after: string[];
            /** Before */
            before: string[];
            /** Field */
            field: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "text" | "instant" | "amount" | "yes_no";
        };
        /**
         * EventFactOut
         * @description A plain fact of an event.
         */
        EventFactOut: {
            /** Field */
            field: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "text" | "instant" | "amount" | "yes_no";
            /** Values */
            values: string[];
        };
        /**
         * ExpertiseChoice
         * @description Something to look for, and how many have it.
         */
        ExpertiseChoice: {
            /** Count */
            count: number;
            /** Name */
            name: string;
            /** Slug */
            slug: string;
        };
        /**
         * ExpertiseOut
         * @description Something people know well, in one language.
         */
        ExpertiseOut: {
            /** Name */
            name: string;
            /** Slug */
            slug: string;
        };
        /**
         * ExtraEditIn
         * @description All of an extra; no services: it fits every service of its business. `business_id` only where it is new.
         */
        ExtraEditIn: {
            /** Business Id */
            business_id?: string | null;
            /**
             * Duration Minutes
             * @default 0
             */
            duration_minutes: number;
            /**
             * Max Quantity
             * @default 1
             */
            max_quantity: number;
            /** Name */
            name: {
                [key: string]: string;
            };
            /** Price Amount */
            price_amount: number;
            /** Service Ids */
            service_ids?: string[];
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
         * Fault
         * @enum {string}
         */
        Fault: "missing" | "wrong_kind" | "too_long" | "too_small" | "too_large" | "no_option" | "no_date" | "no_file";
        /**
         * FieldAnswersIn
         * @description Answers by field; what is left out stays, null empties a field. Files are sent on their own.
         */
        FieldAnswersIn: {
            /** Answers */
            answers: {
                [key: string]: boolean | number | string | string[] | null;
            };
        };
        /**
         * FieldSetIn
         * @description All fields of a business in their order. Those that are left out are archived: what was filled in stays.
         */
        FieldSetIn: {
            /** Fields */
            fields: components["schemas"]["CustomerField"][];
        };
        /**
         * FieldSetOut
         * @description The fields of a business as they are edited, in every language; archived ones too.
         */
        FieldSetOut: {
            /** Business */
            business: string;
            /** Business Name */
            business_name: string;
            /** Fields */
            fields: components["schemas"]["CustomerField"][];
            /** Revision */
            revision: number;
        };
        /**
         * FilesFullProblem
         * @description So many files, or so many bytes of them, are kept already.
         */
        FilesFullProblem: {
            /**
             * Code
             * @constant
             */
            code: "files_full";
            /**
             * Detail
             * @default
             */
            detail: string;
            /** Most Bytes */
            most_bytes: number;
            /** Most Files */
            most_files: number;
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
         * FileTooLargeProblem
         * @description More bytes than we keep, or a picture of more pixels than we read.
         */
        FileTooLargeProblem: {
            /**
             * Code
             * @constant
             */
            code: "file_too_large";
            /**
             * Detail
             * @default
             */
            detail: string;
            /** Most Bytes */
            most_bytes: number;
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
         * FileUnreadableProblem
         * @description `kind`: neither a picture nor a PDF, whatever its name says; `broken`: it is one, cut off or damaged.
         */
        FileUnreadableProblem: {
            /**
             * Code
             * @constant
             */
            code: "file_unreadable";
            /**
             * Detail
             * @default
             */
            detail: string;
            /**
             * Reason
             * @enum {string}
             */
            reason: "kind" | "broken";
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
         * FilledOut
         * @description The fields of one business in a record: `questions` and `answers` for whoever fills them in, what is missing or bad
         *     in `faults`, and `told` to read. `of_the_team` are fields that customers do not see.
         */
        FilledOut: {
            /** Answers */
            answers: {
                [key: string]: boolean | number | string | string[];
            };
            /** Business */
            business: string;
            /** Business Name */
            business_name: string;
            /** Faults */
            faults: {
                [key: string]: components["schemas"]["Fault"];
            };
            /** Files */
            files: components["schemas"]["SentFileOut"][];
            /** Of The Team */
            of_the_team: string[];
            /** Questions */
            questions: components["schemas"]["QuestionOut"][];
            /** Revision */
            revision: number;
            /** Told */
            told: components["schemas"]["AnswerOut"][];
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
         * FormQuestion
         * @description One question of a form. Archived ones are asked no more; the orders that answered them keep their own copy.
         */
        FormQuestion: {
            /**
             * For Staff
             * @default false
             */
            for_staff: boolean;
            /** Help */
            help?: {
                [key: string]: string;
            };
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Is Archived
             * @default false
             */
            is_archived: boolean;
            /**
             * Is Required
             * @default false
             */
            is_required: boolean;
            kind: components["schemas"]["QuestionKind"];
            /** Label */
            label: {
                [key: string]: string;
            };
            /** Maximum */
            maximum?: number | null;
            /** Minimum */
            minimum?: number | null;
            /** Options */
            options?: components["schemas"]["Option"][];
            show_if?: components["schemas"]["ShowIf"] | null;
        };
        /**
         * GiveTo
         * @description Somebody who could take a visit over at its time; `agreed` is sent along when it is given to them.
         */
        GiveTo: {
            /** Agreed */
            agreed?: components["schemas"]["Code"][];
            /** Name */
            name: string;
            /**
             * Staff Member Id
             * Format: uuid
             */
            staff_member_id: string;
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
        /** HolidayIn */
        HolidayIn: {
            /** Name */
            name: string;
            /**
             * On Date
             * Format: date
             */
            on_date: string;
        };
        /** HolidayOut */
        HolidayOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /**
             * On Date
             * Format: date
             */
            on_date: string;
        };
        /**
         * HolidayProposalsOut
         * @description Bank holidays of the next two years that are not kept yet. Nothing is closed by itself.
         */
        HolidayProposalsOut: {
            /** Days */
            days: components["schemas"]["ProposedHoliday"][];
            region: components["schemas"]["BankHolidayRegion"];
        };
        /**
         * HolidaysIn
         * @description One or several dates on which the business is closed.
         */
        HolidaysIn: {
            /** Days */
            days: components["schemas"]["HolidayIn"][];
        };
        /**
         * HoursCan
         * @description What the asking actor may do; `time_off_waits` where their entry of time off is a request that waits for a word.
         */
        HoursCan: {
            /** Answer Time Off */
            answer_time_off: boolean;
            /** Edit */
            edit: boolean;
            /** Time Off Waits */
            time_off_waits: boolean;
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
         * InvitationKeyIn
         * @description The link's token. It goes in a body: an address of the API would stand in logs.
         */
        InvitationKeyIn: {
            /** Key */
            key: string;
        };
        /**
         * InvitationOut
         * @description One invitation as administrators see it.
         */
        InvitationOut: {
            /** Business Name */
            business_name: string;
            /** Email */
            email: string;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Invited By */
            invited_by: string;
            /** Name */
            name: string;
            /**
             * Role
             * @enum {string}
             */
            role: "staff" | "manager";
            /** Sendings */
            sendings: number;
            /**
             * Sent At
             * Format: date-time
             */
            sent_at: string;
            /** Staff Name */
            staff_name: string;
            /**
             * State
             * @enum {string}
             */
            state: "open" | "expired" | "accepted" | "withdrawn";
            /** Template Name */
            template_name: string;
        };
        /**
         * InvitationOverProblem
         * @description The link opens nothing (any more). `used`: somebody joined by it; `expired`: its days are over; `void`: withdrawn,
         *     sent anew since, or never ours.
         */
        InvitationOverProblem: {
            /**
             * Code
             * @constant
             */
            code: "invitation_over";
            /**
             * Detail
             * @default
             */
            detail: string;
            /**
             * Reason
             * @enum {string}
             */
            reason: "used" | "expired" | "void";
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
         * InvitedOut
         * @description What a link says to whoever holds it, and so has the mailbox. `has_account`: they sign in and join with that.
         */
        InvitedOut: {
            /** Business Name */
            business_name: string;
            /** Email */
            email: string;
            /** Has Account */
            has_account: boolean;
            /** Invited By */
            invited_by: string;
            /** Name */
            name: string;
            /**
             * Role
             * @enum {string}
             */
            role: "staff" | "manager";
        };
        /**
         * InviteIn
         * @description Whom to ask, and as what: a staff member may join as somebody there is already, a manager with a template's scope.
         */
        InviteIn: {
            /** Business */
            business: string;
            /** Email */
            email: string;
            /**
             * Language
             * @default en
             */
            language: string;
            /** Name */
            name: string;
            /**
             * Role
             * @enum {string}
             */
            role: "staff" | "manager";
            /** Staff Id */
            staff_id?: string | null;
            /** Template Id */
            template_id?: string | null;
        };
        /**
         * JoinedOut
         * @description Who joined, and where their part of the site begins.
         */
        JoinedOut: {
            /** Area */
            area: string;
            /** Email */
            email: string;
        };
        /**
         * JoinIn
         * @description A line of the basket, and when it would do: from a first to a last date on the search's clock, on some weekdays
         *     (Monday is 0) or parts of the day where any are named. Whoever is signed in may leave out `name` and `email`.
         */
        JoinIn: {
            /**
             * Email
             * @default
             */
            email: string;
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
            /**
             * Line Id
             * Format: uuid
             */
            line_id: string;
            /**
             * Name
             * @default
             */
            name: string;
            /**
             * Parts
             * @default []
             */
            parts: components["schemas"]["PartOfDay"][];
            /**
             * Staff Ids
             * @default []
             */
            staff_ids: string[];
            /**
             * Weekdays
             * @default []
             */
            weekdays: number[];
            /**
             * Zone
             * @default
             */
            zone: string;
        };
        /**
         * Kind
         * @enum {string}
         */
        Kind: "services" | "categories" | "extras";
        /**
         * LanguageChoice
         * @description A language (ISO 639) and how many speak it.
         */
        LanguageChoice: {
            /** Code */
            code: string;
            /** Count */
            count: number;
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
        /**
         * LinkableOrderOut
         * @description An order booked as a guest that the signed-in account may add to itself.
         */
        LinkableOrderOut: {
            /** Business Name */
            business_name: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Names */
            names: string[];
            /** Number */
            number: string;
            /**
             * Placed At
             * Format: date-time
             */
            placed_at: string;
        };
        /**
         * LinkableOrdersOut
         * @description `signed_in`: whether a customer's account asks; a stranger is told nothing but that they are none.
         */
        LinkableOrdersOut: {
            /** Orders */
            orders: components["schemas"]["LinkableOrderOut"][];
            /** Signed In */
            signed_in: boolean;
        };
        /** LinkOrdersIn */
        LinkOrdersIn: {
            /** Order Ids */
            order_ids: string[];
        };
        /**
         * LinkTo
         * @description What a link leads to; empty is the customer's to choose, an empty language the reader's own.
         */
        LinkTo: {
            /** Business */
            business: string;
            /**
             * Language
             * @default
             */
            language: string;
            /**
             * Service
             * @default
             */
            service: string;
            /**
             * Staff
             * @default
             */
            staff: string;
        };
        /** Live */
        Live: {
            /**
             * Status
             * @default ok
             */
            status: string;
        };
        /**
         * LocationIn
         * @description All that a place of a business says; where it lies is found by its postcode. `zone` is an IANA time zone.
         */
        LocationIn: {
            /** Address Line */
            address_line: string;
            /** Name */
            name: string;
            /**
             * Phone
             * @default
             */
            phone: string;
            /** Postcode */
            postcode: string;
            /**
             * Zone
             * @default Europe/London
             */
            zone: string;
        };
        /**
         * LocationOut
         * @description A place of a business as its editors see it; `revision` goes back in If-Match.
         */
        LocationOut: {
            /** Address Line */
            address_line: string;
            /** Archived At */
            archived_at: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Phone */
            phone: string;
            /** Postcode */
            postcode: string;
            /** Revision */
            revision: number;
            /** Zone */
            zone: string;
        };
        /**
         * LocationPutAwayIn
         * @description Put away, or brought back.
         */
        LocationPutAwayIn: {
            /** Archived */
            archived: boolean;
        };
        /**
         * ManagerOut
         * @description Somebody who signs in as a manager, with what they may see and do; an administrator's list.
         */
        ManagerOut: {
            /** Email */
            email: string;
            /** Name */
            name: string;
            scope: components["schemas"]["ManagerScopeOut"];
            /**
             * User Id
             * Format: uuid
             */
            user_id: string;
        };
        /**
         * ManagerScopeIn
         * @description What a manager may see and do from now on; what is left out is taken away.
         */
        ManagerScopeIn: {
            /** Actions */
            actions: components["schemas"]["ScopeAction"][];
            /**
             * Business Ids
             * @default []
             */
            business_ids: string[];
            /**
             * Customer Business Ids
             * @default []
             */
            customer_business_ids: string[];
            /**
             * Location Ids
             * @default []
             */
            location_ids: string[];
            /** Staff Ids */
            staff_ids: string[];
        };
        /** ManagerScopeOut */
        ManagerScopeOut: {
            /** Actions */
            actions: components["schemas"]["ScopeAction"][];
            /** Business Ids */
            business_ids: string[];
            /** Customer Business Ids */
            customer_business_ids: string[];
            /** Location Ids */
            location_ids: string[];
            /** Name */
            name: string;
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
         * MergeIn
         * @description `account_may_see`: it is one person for sure, so the account that is kept may see the other's orders.
         */
        MergeIn: {
            /**
             * Absorbed Id
             * Format: uuid
             */
            absorbed_id: string;
            /**
             * Account May See
             * @default false
             */
            account_may_see: boolean;
        };
        /**
         * MergeOut
         * @description A merge: who was kept, who went into them, and whether it was undone.
         */
        MergeOut: {
            absorbed: components["schemas"]["Named"];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            kept: components["schemas"]["Named"];
            /**
             * Merged At
             * Format: date-time
             */
            merged_at: string;
            /** Undone At */
            undone_at: string | null;
        };
        /** MergePreviewIn */
        MergePreviewIn: {
            /**
             * Absorbed Id
             * Format: uuid
             */
            absorbed_id: string;
        };
        /**
         * MergePreviewOut
         * @description What merging would mean. With `both_have_accounts` or `account_stays` it is refused; `account_would_see` wants a
         *     word that it is the same person for sure.
         */
        MergePreviewOut: {
            /** Account Stays */
            account_stays: boolean;
            /** Account Would See */
            account_would_see: boolean;
            /** Addresses */
            addresses: number;
            /** Both Have Accounts */
            both_have_accounts: boolean;
            /** Notes */
            notes: number;
            /** Orders */
            orders: number;
            /** Visits */
            visits: number;
        };
        /** MoveIn */
        MoveIn: {
            /**
             * Reason
             * @default
             */
            reason: string;
            /** Staff Id */
            staff_id?: string | null;
            /**
             * Starts At
             * Format: date-time
             */
            starts_at: string;
        };
        /** MyDetailsIn */
        MyDetailsIn: {
            /** Name */
            name: string;
            /**
             * Phone
             * @default
             */
            phone: string;
        };
        /**
         * MyDetailsOut
         * @description One's own details. The e-mail is changed where one proves the new one, under Security.
         */
        MyDetailsOut: {
            /** Email */
            email: string;
            /** Name */
            name: string;
            /** Phone */
            phone: string;
            /** Revision */
            revision: number;
        };
        /** MyPreferencesIn */
        MyPreferencesIn: {
            /** Language */
            language: string;
            /** News */
            news: boolean;
            /** Zone */
            zone: string;
        };
        /**
         * MyPreferencesOut
         * @description The language of letters and pages, the clock sessions are told by, and whether news may come.
         */
        MyPreferencesOut: {
            /** Language */
            language: string;
            /** News */
            news: boolean;
            /** Zone */
            zone: string;
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
         * NamedOut
         * @description Something a scope can name, and the business it is part of.
         */
        NamedOut: {
            /** Archived */
            archived: boolean;
            /**
             * Business Id
             * Format: uuid
             */
            business_id: string;
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
         * NoPostcodeNearProblem
         * @description A point on the map with no postcode that we know of around it: the sea, or another country.
         */
        NoPostcodeNearProblem: {
            /**
             * Code
             * @constant
             */
            code: "no_postcode_near";
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
        /** NoteIn */
        NoteIn: {
            /** Text */
            text: string;
        };
        /** NoteOut */
        NoteOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Text */
            text: string;
            /**
             * Written At
             * Format: date-time
             */
            written_at: string;
            /** Written By */
            written_by: string;
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
         * NotFreeProblem
         * @description The team's wish breaks rules that nobody may put aside, or some that were not agreed to; nothing was changed.
         */
        NotFreeProblem: {
            /**
             * Code
             * @constant
             */
            code: "not_free";
            /**
             * Detail
             * @default
             */
            detail: string;
            /** Objections */
            objections?: components["schemas"]["Objection"][];
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
         * Objection
         * @description One rule that a wished time breaks, with the engine's facts, and whether those who look after it may do it anyway.
         */
        Objection: {
            code: components["schemas"]["Code"];
            /** Ends At */
            ends_at?: string | null;
            /** Have */
            have?: number | null;
            /** May Override */
            may_override: boolean;
            /** Need */
            need?: number | null;
            /** Starts At */
            starts_at?: string | null;
            /** Until */
            until?: string | null;
            /**
             * Why
             * @default
             */
            why: string;
        };
        /**
         * ObjectionOut
         * @description One rule the wish breaks. The facts depend on the code: docs/algorithms/slots.md. `may_override`: the team may do it
         *     anyway by sending the code as agreed.
         */
        ObjectionOut: {
            code: components["schemas"]["Code"];
            /** Ends At */
            ends_at: string | null;
            /** Have */
            have: number | null;
            /** May Override */
            may_override: boolean;
            /** Need */
            need: number | null;
            /** Starts At */
            starts_at: string | null;
            /** Until */
            until: string | null;
            /** Why */
            why: string;
        };
        /**
         * OfferedOut
         * @description A service as this person delivers it; prices are minor units with tax. `next_free` are its next free starts, one a
         *     date: one in lists, a few on somebody's own page, none for visits at the customer's door, where the way decides.
         *     `seats_left` are the seats left at each of them in a group session, on
         *     somebody's own page, and nothing for one-to-one.
         */
        OfferedOut: {
            /** Capacity */
            capacity: number;
            /** Currency */
            currency: string;
            /** Description */
            description: string;
            /** Duration Minutes */
            duration_minutes: number;
            /** Name */
            name: string;
            /** Next Free */
            next_free: string[];
            /** Price Amount */
            price_amount: number;
            /** Seats Left */
            seats_left: number[];
            /**
             * Service Id
             * Format: uuid
             */
            service_id: string;
            /** Slug */
            slug: string;
            /** Venue */
            venue: string;
        };
        /**
         * OfferingIn
         * @description Who is to deliver it; null: the service's own price or length.
         */
        OfferingIn: {
            /** Duration Minutes */
            duration_minutes?: number | null;
            /** Price Amount */
            price_amount?: number | null;
            /**
             * Staff Id
             * Format: uuid
             */
            staff_id: string;
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
        /** OfferKeyIn */
        OfferKeyIn: {
            /** Key */
            key: string;
        };
        /**
         * OfferOut
         * @description What the link in a letter offers; `has_account` when its mailbox signs in already.
         */
        OfferOut: {
            /** Business Name */
            business_name: string;
            /** Has Account */
            has_account: boolean;
            /** Number */
            number: string;
        };
        /**
         * OfferOverProblem
         * @description The link to an account was used, is older than two days, or is none of ours.
         */
        OfferOverProblem: {
            /**
             * Code
             * @constant
             */
            code: "offer_over";
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
         * OfferPassedProblem
         * @description The offered time is not this entry's to take or to let go any more; `state` says what became of it.
         */
        OfferPassedProblem: {
            /**
             * Code
             * @constant
             */
            code: "offer_passed";
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
        /** OpenAccountIn */
        OpenAccountIn: {
            /** Key */
            key: string;
            /** Password */
            password: string;
        };
        /**
         * OpenedOut
         * @description The e-mail the new account signs in with.
         */
        OpenedOut: {
            /** Email */
            email: string;
        };
        /** Option */
        Option: {
            /** Key */
            key: string;
            /** Label */
            label: {
                [key: string]: string;
            };
        };
        /** OptionOut */
        OptionOut: {
            /** Key */
            key: string;
            /** Label */
            label: string;
        };
        /**
         * OrderLineOut
         * @description A line as sold, by whom, with its visit: `zone` is the clock its customer was shown, `staff_zone` that of who delivers
         *     it. `can_*` says what the asker may do with it now, `can_ask` whether they may ask
         *     for what they may not; `change_request` is what was asked, while there is something to read in it. `put_aside` are codes
         *     of the rules that somebody of the team put aside for the visit, and why; `cancelled_by` is `customer`, `staff` or `system`.
         *     These are told to the team alone.
         */
        OrderLineOut: {
            /** Address */
            address?: string | null;
            /**
             * Answers
             * @default []
             */
            answers: components["schemas"]["AnswerOut"][];
            /** Appointment Id */
            appointment_id?: string | null;
            /**
             * Business
             * @default
             */
            business: string;
            /**
             * Business Email
             * @default
             */
            business_email: string;
            /**
             * Business Name
             * @default
             */
            business_name: string;
            /**
             * Business Phone
             * @default
             */
            business_phone: string;
            /**
             * Can Ask
             * @default false
             */
            can_ask: boolean;
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
            /**
             * Cancellation Reason
             * @default
             */
            cancellation_reason: string;
            /**
             * Cancelled By
             * @default
             */
            cancelled_by: string;
            change_request?: components["schemas"]["ChangeRequestOut"] | null;
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
            /**
             * Put Aside
             * @default []
             */
            put_aside: string[];
            /**
             * Put Aside Reason
             * @default
             */
            put_aside_reason: string;
            /** Staff Name */
            staff_name?: string | null;
            /** Staff Photo Url */
            staff_photo_url?: string | null;
            /** Staff Title */
            staff_title?: string | null;
            /** Staff Zone */
            staff_zone?: string | null;
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
         * OrderLinkOut
         * @description An order and what opens it.
         */
        OrderLinkOut: {
            /** Number */
            number: string;
            /** Token */
            token: string;
        };
        /**
         * OrderOut
         * @description An order as its customer sees it; `business` is the brand it goes by, each line names who delivers it.
         *
         *     Of the team, whoever sees some lines only is told the sums of these. `early_start_consent_at` is when the customer asked
         *     for the work to begin within the 14 days in which a distance contract can be undone. `booked_by` is told to the team.
         */
        OrderOut: {
            booked_by?: components["schemas"]["BookedByOut"] | null;
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
            /** Early Start Consent At */
            early_start_consent_at: string | null;
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
         * OrderState
         * @enum {string}
         */
        OrderState: "placed" | "confirmed" | "completed" | "cancelled";
        /**
         * OrdersWanted
         * @description Which orders: in any of these states, of this business (its slug); all of them where nothing is said.
         */
        OrdersWanted: {
            /**
             * Business
             * @default
             */
            business: string;
            /**
             * State
             * @default []
             */
            state: components["schemas"]["OrderState"][];
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
         * OtherRoleProblem
         * @description The account works here already in another way; an administrator must sort that out first.
         */
        OtherRoleProblem: {
            /**
             * Code
             * @constant
             */
            code: "other_role";
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
        /** Page[AuditOut] */
        Page_AuditOut_: {
            /** Items */
            items: components["schemas"]["AuditOut"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[CustomerRowOut] */
        Page_CustomerRowOut_: {
            /** Items */
            items: components["schemas"]["CustomerRowOut"][];
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
        /** Page[InvitationOut] */
        Page_InvitationOut_: {
            /** Items */
            items: components["schemas"]["InvitationOut"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[ManagerOut] */
        Page_ManagerOut_: {
            /** Items */
            items: components["schemas"]["ManagerOut"][];
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
        /** Page[ServiceRowOut] */
        Page_ServiceRowOut_: {
            /** Items */
            items: components["schemas"]["ServiceRowOut"][];
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
        /** Page[StaffRecordOut] */
        Page_StaffRecordOut_: {
            /** Items */
            items: components["schemas"]["StaffRecordOut"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[TeamChangeRequestOut] */
        Page_TeamChangeRequestOut_: {
            /** Items */
            items: components["schemas"]["TeamChangeRequestOut"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[TeamWaitingEntryOut] */
        Page_TeamWaitingEntryOut_: {
            /** Items */
            items: components["schemas"]["TeamWaitingEntryOut"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[TimeOffOut] */
        Page_TimeOffOut_: {
            /** Items */
            items: components["schemas"]["TimeOffOut"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /**
         * PartOfDay
         * @enum {string}
         */
        PartOfDay: "morning" | "afternoon" | "evening";
        /**
         * PeopleWanted
         * @description Part of a name. It stands in a body: a name belongs in no address.
         */
        PeopleWanted: {
            /** Words */
            words: string;
        };
        /**
         * PersonOut
         * @description Who delivers it; `zone` is the IANA zone of their own clock.
         */
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
            /** Zone */
            zone: string;
        };
        /**
         * PhoneBasketIn
         * @description The business whose services are looked at first.
         */
        PhoneBasketIn: {
            /** Business */
            business: string;
        };
        /**
         * PhoneTimeAgreedIn
         * @description With the codes of the rules that were shown as broken and are put aside, and why.
         */
        PhoneTimeAgreedIn: {
            /** Agreed */
            agreed?: components["schemas"]["Code"][];
            /**
             * Line Id
             * Format: uuid
             */
            line_id: string;
            /**
             * Reason
             * @default
             */
            reason: string;
            /**
             * Staff Id
             * Format: uuid
             */
            staff_id: string;
            /**
             * Starts At
             * Format: date-time
             */
            starts_at: string;
        };
        /**
         * PhoneTimeIn
         * @description An exact start with one person, for a line and those in one visit with it.
         */
        PhoneTimeIn: {
            /**
             * Line Id
             * Format: uuid
             */
            line_id: string;
            /**
             * Staff Id
             * Format: uuid
             */
            staff_id: string;
            /**
             * Starts At
             * Format: date-time
             */
            starts_at: string;
        };
        /**
         * PhoneTimeOut
         * @description What the time would mean. Nothing is kept yet. `is_free`: no rule is broken; `is_possible`: those that are may be put
         *     aside with a reason.
         */
        PhoneTimeOut: {
            /**
             * Ends At
             * Format: date-time
             */
            ends_at: string;
            /** Is Free */
            is_free: boolean;
            /** Is Possible */
            is_possible: boolean;
            /** Objections */
            objections: components["schemas"]["ObjectionOut"][];
            /**
             * Starts At
             * Format: date-time
             */
            starts_at: string;
        };
        /**
         * PictureOut
         * @description A picture as it is kept: where browsers find it, and its size in pixels.
         */
        PictureOut: {
            /** Height */
            height: number;
            /** Url */
            url: string;
            /** Width */
            width: number;
        };
        /**
         * PictureTooLargeProblem
         * @description More bytes, or more pixels, than we read.
         */
        PictureTooLargeProblem: {
            /**
             * Code
             * @constant
             */
            code: "picture_too_large";
            /**
             * Detail
             * @default
             */
            detail: string;
            /** Most Bytes */
            most_bytes: number;
            /** Most Pixels */
            most_pixels: number;
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
         * PictureUnreadableProblem
         * @description `kind`: it is no JPEG, PNG or WebP, whatever its name says; `broken`: it is one, cut off or damaged.
         */
        PictureUnreadableProblem: {
            /**
             * Code
             * @constant
             */
            code: "picture_unreadable";
            /**
             * Detail
             * @default
             */
            detail: string;
            /**
             * Reason
             * @enum {string}
             */
            reason: "kind" | "broken";
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
         * PlaceOut
         * @description A place of a business, for services that happen there.
         */
        PlaceOut: {
            /** Address Line */
            address_line: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Phone */
            phone: string;
            /** Postcode */
            postcode: string;
            /** Zone */
            zone: string;
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
         * PointIn
         * @description Degrees (WGS 84).
         */
        PointIn: {
            /** Latitude */
            latitude: number;
            /** Longitude */
            longitude: number;
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
         * @description The total in this currency is not the one that was shown; nothing was booked.
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
         * PriceChoice
         * @description The lowest and the highest price in one currency, in minor units.
         */
        PriceChoice: {
            /** Currency */
            currency: string;
            /** Highest Amount */
            highest_amount: number;
            /** Lowest Amount */
            lowest_amount: number;
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
         * ProfileOrder
         * @description `recommended`: those the business puts first, then whoever is free soonest.
         * @enum {string}
         */
        ProfileOrder: "recommended" | "soonest" | "price" | "name";
        /**
         * ProfileOut
         * @description Somebody who can be booked. `biography_language` is the language the biography came in, which may be another than
         *     asked for; `rating` is null until somebody has rated them.
         */
        ProfileOut: {
            /** Biography */
            biography: string;
            /** Biography Language */
            biography_language: string;
            /** Business */
            business: string;
            /** Business Name */
            business_name: string;
            /** Expertise */
            expertise: components["schemas"]["ExpertiseOut"][];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is Featured */
            is_featured: boolean;
            /** Languages */
            languages: string[];
            /** Name */
            name: string;
            /** Next Free At */
            next_free_at: string | null;
            /** Offered */
            offered: components["schemas"]["OfferedOut"][];
            /** Photo Url */
            photo_url: string;
            /** Rating */
            rating: number | null;
            /** Slug */
            slug: string;
            /** Staff Word */
            staff_word: string;
            /** Title */
            title: string;
            /** Title Language */
            title_language: string;
            /** Zone */
            zone: string;
        };
        /**
         * ProfilesOut
         * @description A stretch of the people found, how many there are, and what there is to choose from among everybody.
         */
        ProfilesOut: {
            /** Count */
            count: number;
            /** Expertise */
            expertise: components["schemas"]["ExpertiseChoice"][];
            /** Items */
            items: components["schemas"]["ProfileOut"][];
            /** Languages */
            languages: components["schemas"]["LanguageChoice"][];
            /** Next Cursor */
            next_cursor: string | null;
            /** Prices */
            prices: components["schemas"]["PriceChoice"][];
        };
        /**
         * ProofNeededProblem
         * @description Somebody is signed in, and must say once more that it is them before somebody else is let in; `ways` are those
         *     their account has. The sign-in pages take any one of them (`/_allauth/.../reauthenticate`); then ask again.
         */
        ProofNeededProblem: {
            /**
             * Code
             * @constant
             */
            code: "proof_needed";
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
            /** Ways */
            ways: ("password" | "code" | "passkey")[];
        };
        /**
         * ProposedHoliday
         * @description A bank holiday; `is_substitute` where the day itself falls on a weekend.
         */
        ProposedHoliday: {
            /** Is Substitute */
            is_substitute: boolean;
            /** Name */
            name: string;
            /**
             * On Date
             * Format: date
             */
            on_date: string;
        };
        /** ProposeIn */
        ProposeIn: {
            /** Staff Id */
            staff_id?: string | null;
            /**
             * Starts At
             * Format: date-time
             */
            starts_at: string;
            /**
             * Words
             * @default
             */
            words: string;
        };
        /**
         * PutAwayProblem
         * @description The customer is archived, or was merged into another one: nothing of the record is changed any more.
         */
        PutAwayProblem: {
            /**
             * Code
             * @constant
             */
            code: "customer_archived";
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
         * QuestionKind
         * @enum {string}
         */
        QuestionKind: "text" | "long_text" | "number" | "choice" | "choices" | "yes_no" | "date" | "file";
        /**
         * QuestionOut
         * @description A question that is asked of whoever books, in one language. With `show_if` it is asked only if that is fulfilled.
         */
        QuestionOut: {
            /** Help */
            help: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is Required */
            is_required: boolean;
            kind: components["schemas"]["QuestionKind"];
            /** Label */
            label: string;
            /** Maximum */
            maximum: number | null;
            /** Minimum */
            minimum: number | null;
            /** Options */
            options: components["schemas"]["OptionOut"][];
            show_if: components["schemas"]["ShowIf"] | null;
        };
        /**
         * ReachIn
         * @description Whom a scope reaches and what may be done there: staff members by name, everybody who works for a business or is
         *     based at a location (whoever joins later, too), customers of their visits or all of a business.
         */
        ReachIn: {
            /** Actions */
            actions: components["schemas"]["ScopeAction"][];
            /**
             * Business Ids
             * @default []
             */
            business_ids: string[];
            /**
             * Customer Business Ids
             * @default []
             */
            customer_business_ids: string[];
            /**
             * Location Ids
             * @default []
             */
            location_ids: string[];
            /** Staff Ids */
            staff_ids: string[];
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
        /**
         * ReasonFrom
         * @description Who must say why a visit is to be moved or called off.
         * @enum {string}
         */
        ReasonFrom: "nobody" | "customer" | "everybody";
        /** ReasonIn */
        ReasonIn: {
            /**
             * Reason
             * @default
             */
            reason: string;
        };
        /**
         * ReasonMissingProblem
         * @description The business wants to know why; the text must not be empty.
         */
        ReasonMissingProblem: {
            /**
             * Code
             * @constant
             */
            code: "reason_missing";
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
         * RequestOverProblem
         * @description The request is not in a state for this any more, or another time is proposed than the one that was read.
         */
        RequestOverProblem: {
            /**
             * Code
             * @constant
             */
            code: "request_over";
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
         * ScopeChoicesOut
         * @description What a scope is put together from. Somebody archived is told only because a scope may name them already.
         */
        ScopeChoicesOut: {
            /** Businesses */
            businesses: components["schemas"]["NamedOut"][];
            /** Locations */
            locations: components["schemas"]["NamedOut"][];
            /** Staff */
            staff: components["schemas"]["NamedOut"][];
        };
        /**
         * ScopePreviewOut
         * @description How much a manager would see with it; `ahead` are appointments that have not begun.
         */
        ScopePreviewOut: {
            /** Ahead */
            ahead: number;
            /** Appointments */
            appointments: number;
            /** Customers */
            customers: number;
            /** Locations */
            locations: number;
            /** Orders */
            orders: number;
            /** Staff */
            staff: number;
        };
        /** ScopeTemplateIn */
        ScopeTemplateIn: {
            /** Actions */
            actions: components["schemas"]["ScopeAction"][];
            /**
             * Business Ids
             * @default []
             */
            business_ids: string[];
            /**
             * Customer Business Ids
             * @default []
             */
            customer_business_ids: string[];
            /**
             * Location Ids
             * @default []
             */
            location_ids: string[];
            /** Name */
            name: string;
            /** Staff Ids */
            staff_ids: string[];
        };
        /** ScopeTemplateOut */
        ScopeTemplateOut: {
            /** Actions */
            actions: components["schemas"]["ScopeAction"][];
            /** Business Ids */
            business_ids: string[];
            /** Customer Business Ids */
            customer_business_ids: string[];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Location Ids */
            location_ids: string[];
            /** Name */
            name: string;
            /** Revision */
            revision: number;
            /** Staff Ids */
            staff_ids: string[];
        };
        /**
         * SentFileOut
         * @description A file that was sent as an answer.
         */
        SentFileOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
        };
        /**
         * ServiceIn
         * @description All of a service; what is left out has its standard value. `business_id` only where it is new.
         */
        ServiceIn: {
            booking_rules?: components["schemas"]["ServiceRules"];
            /**
             * Buffer After Minutes
             * @default 0
             */
            buffer_after_minutes: number;
            /**
             * Buffer Before Minutes
             * @default 0
             */
            buffer_before_minutes: number;
            /** Business Id */
            business_id?: string | null;
            /**
             * Capacity
             * @default 1
             */
            capacity: number;
            /**
             * Category Id
             * Format: uuid
             */
            category_id: string;
            /** Description */
            description?: {
                [key: string]: string;
            };
            /** Duration Minutes */
            duration_minutes: number;
            /**
             * Is Visible
             * @default true
             */
            is_visible: boolean;
            /** Name */
            name: {
                [key: string]: string;
            };
            /** Offerings */
            offerings?: components["schemas"]["OfferingIn"][];
            /**
             * Picture Url
             * @default
             */
            picture_url: string;
            /** Preparation */
            preparation?: {
                [key: string]: string;
            };
            /** Price Amount */
            price_amount: number;
            /** Questions */
            questions?: components["schemas"]["FormQuestion"][];
            /**
             * Slug
             * @default
             */
            slug: string;
            /**
             * Tax Rate Bp
             * @default 2000
             */
            tax_rate_bp: number;
            /** @default customer */
            venue: components["schemas"]["Venue"];
        };
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
            /** Questions */
            questions: components["schemas"]["QuestionOut"][];
            /** Slug */
            slug: string;
            /** Staff */
            staff: components["schemas"]["OfferingOut"][];
            /** Venue */
            venue: string;
        };
        /**
         * ServiceRowOut
         * @description A service in a list; `people` is how many deliver it.
         */
        ServiceRowOut: {
            /** Archived At */
            archived_at: string | null;
            /** Business */
            business: string;
            /** Business Name */
            business_name: string;
            /** Category */
            category: string;
            /**
             * Category Id
             * Format: uuid
             */
            category_id: string;
            /** Currency */
            currency: string;
            /** Duration Minutes */
            duration_minutes: number;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is Visible */
            is_visible: boolean;
            /** Name */
            name: string;
            /** People */
            people: number;
            /** Picture Url */
            picture_url: string;
            /** Price Amount */
            price_amount: number;
            /** Slug */
            slug: string;
            venue: components["schemas"]["Venue"];
        };
        /**
         * ServiceRules
         * @description Rules of the business that are different for one service; what is null is as the business says.
         */
        ServiceRules: {
            approval?: components["schemas"]["Approval"] | null;
            assignment?: components["schemas"]["AssignmentRule"] | null;
            /** Cancellation Windows */
            cancellation_windows?: components["schemas"]["Window"][] | null;
            /** Change Until Hours */
            change_until_hours?: number | null;
            /** Daily Limit */
            daily_limit?: number | null;
            /** Hold Minutes */
            hold_minutes?: number | null;
            /** Horizon Days */
            horizon_days?: number | null;
            /** Lead Time Minutes */
            lead_time_minutes?: number | null;
            reason_needed?: components["schemas"]["ReasonFrom"] | null;
            /** Reschedules Allowed */
            reschedules_allowed?: number | null;
            /** Slot Interval Minutes */
            slot_interval_minutes?: number | null;
        };
        /**
         * ServicesWanted
         * @description What of the list is wanted.
         */
        ServicesWanted: {
            /**
             * Business
             * @default
             */
            business: string;
            /**
             * Category
             * @default
             */
            category: string;
            /**
             * State
             * @default
             * @enum {string}
             */
            state: "" | "current" | "archived" | "all";
            /**
             * Text
             * @default
             */
            text: string;
        };
        /**
         * SettingFieldOut
         * @description One setting as a form shows it. `minimum` and `maximum` bound a number or each of several, `most` is how many there
         *     may be; `optional`: null means no limit; `parts` are the numbers of a row.
         */
        SettingFieldOut: {
            /** Choices */
            choices: string[];
            /** Default */
            default: unknown;
            kind: components["schemas"]["SettingKind"];
            /** Maximum */
            maximum: number | null;
            /** Minimum */
            minimum: number | null;
            /** Most */
            most: number | null;
            /** Name */
            name: string;
            /** Optional */
            optional: boolean;
            /** Parts */
            parts: components["schemas"]["SettingFieldOut"][];
            unit: components["schemas"]["Unit"] | null;
        };
        /**
         * SettingKind
         * @description What is typed or chosen.
         * @enum {string}
         */
        SettingKind: "number" | "numbers" | "choice" | "yes_no" | "texts" | "rows";
        /**
         * SettingsGroupOut
         * @description One group of settings with what its form needs; `revision` goes back in If-Match.
         */
        SettingsGroupOut: {
            /** Fields */
            fields: components["schemas"]["SettingFieldOut"][];
            /** Group */
            group: string;
            /** Revision */
            revision: number;
            /** Values */
            values: {
                [key: string]: unknown;
            };
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
         * ShowcaseIn
         * @description The whole of it; `is_featured` may be left out.
         */
        ShowcaseIn: {
            /** Expertise */
            expertise: string[];
            /** Is Featured */
            is_featured?: boolean | null;
            /** Languages */
            languages: string[];
        };
        /**
         * ShowcaseOut
         * @description Languages as ISO 639 codes, the preferred one first; `revision` goes back in If-Match.
         */
        ShowcaseOut: {
            /** Expertise */
            expertise: string[];
            /** Is Featured */
            is_featured: boolean;
            /** Languages */
            languages: string[];
            /** Revision */
            revision: number;
            /**
             * Staff Id
             * Format: uuid
             */
            staff_id: string;
        };
        /**
         * ShowIf
         * @description `value` is an option's key, `yes` or `no`, or a whole number; nothing for `answered`.
         */
        ShowIf: {
            /**
             * Question
             * Format: uuid
             */
            question: string;
            test: components["schemas"]["ConditionTest"];
            /**
             * Value
             * @default
             */
            value: string;
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
         * SimulationOut
         * @description What a change would break. Nothing is saved yet.
         *
         *     `broken` are visits the asking actor looks after, by start; `unnamed` counts those they may not see, and those beyond
         *     the list. `broken_already` counts visits that break a rule today and are not the change's doing. Send `seen` as
         *     Bookings-Seen when saving, to be told when more breaks by then.
         */
        SimulationOut: {
            /** Broken */
            broken: components["schemas"]["BrokenVisit"][];
            /** Broken Already */
            broken_already: number;
            /** Seen */
            seen: string;
            /** Unnamed */
            unnamed: number;
        };
        /**
         * SlotOut
         * @description One start that fits; `staff` are positions in the answer's list of people who could come. For services in a row that
         *     nobody could do alone then, they are those who come one after another.
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
         *
         *     Of a group session `capacity` is the number of its seats; a free start that `standing` does not name has them all.
         *     `waiting_list`: whom nothing suits may ask to be told.
         */
        SlotsOut: {
            /** Capacity */
            capacity: number;
            /** Days */
            days: components["schemas"]["DayOut"][];
            /** Next Free At */
            next_free_at: string | null;
            /** Staff */
            staff: components["schemas"]["SlotStaffOut"][];
            /** Standing */
            standing: components["schemas"]["StandingOut"][];
            /** Waiting List */
            waiting_list: boolean;
            /** Zone */
            zone: string;
        };
        /**
         * SlotStaffOut
         * @description Somebody who can deliver this, with the price for it and the next free start in what was asked; of services in a
         *     row perhaps not every one (`does_all`).
         */
        SlotStaffOut: {
            /** Does All */
            does_all: boolean;
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
            /** Zone */
            zone: string;
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
         * StaffAccountOut
         * @description The account somebody signs in with.
         */
        StaffAccountOut: {
            /** Email */
            email: string;
            /** Is Active */
            is_active: boolean;
            /**
             * User Id
             * Format: uuid
             */
            user_id: string;
        };
        /**
         * StaffAddedOut
         * @description Whoever was added; the record is a question of its own, for a manager's scope is read anew with each request.
         */
        StaffAddedOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Slug */
            slug: string;
        };
        /** StaffAddIn */
        StaffAddIn: {
            /** Business */
            business: string;
            /** Name */
            name: string;
        };
        /**
         * StaffCan
         * @description What the reader may do with this record.
         */
        StaffCan: {
            /** Feature */
            feature: boolean;
            /** Keep */
            keep: boolean;
            /** Tell */
            tell: boolean;
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
         * StaffIn
         * @description The whole record as it is to be; `is_featured` may be left out.
         */
        StaffIn: {
            /** Biography */
            biography: {
                [key: string]: string;
            };
            /** Expertise */
            expertise: string[];
            /** Is Bookable */
            is_bookable: boolean;
            /** Is Featured */
            is_featured?: boolean | null;
            /** Languages */
            languages: string[];
            /** Location Id */
            location_id: string | null;
            /** Name */
            name: string;
            /** Title */
            title: {
                [key: string]: string;
            };
            /** Zone */
            zone: string;
        };
        /**
         * StaffRecordOut
         * @description A whole record; `revision` goes back in If-Match.
         */
        StaffRecordOut: {
            account: components["schemas"]["StaffAccountOut"] | null;
            /** Archived At */
            archived_at: string | null;
            /** Biography */
            biography: {
                [key: string]: string;
            };
            /** Business */
            business: string;
            /** Business Name */
            business_name: string;
            can: components["schemas"]["StaffCan"];
            /** Expertise */
            expertise: string[];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is Bookable */
            is_bookable: boolean;
            /** Is Featured */
            is_featured: boolean;
            /** Languages */
            languages: string[];
            /** Location */
            location: string;
            /** Location Id */
            location_id: string | null;
            /** Name */
            name: string;
            /** Photo Url */
            photo_url: string;
            /** Revision */
            revision: number;
            /** Slug */
            slug: string;
            /** Title */
            title: {
                [key: string]: string;
            };
            /** Zone */
            zone: string;
        };
        /**
         * StaffWanted
         * @description Which records: part of a name, a business (its slug), active or archived.
         */
        StaffWanted: {
            /**
             * Business
             * @default
             */
            business: string;
            /**
             * State
             * @default active
             * @enum {string}
             */
            state: "active" | "archived" | "all";
            /**
             * Text
             * @default
             */
            text: string;
        };
        /**
         * StandingOut
         * @description A group session that others have booked already, and the seats that are left in it.
         */
        StandingOut: {
            /** Seats Left */
            seats_left: number;
            /**
             * Starts At
             * Format: date-time
             */
            starts_at: string;
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
        Stretch: [
            string,
            string
        ];
        /**
         * TagsIn
         * @description All tags the customer has from now on.
         */
        TagsIn: {
            /** Tags */
            tags: string[];
        };
        /** TagsOut */
        TagsOut: {
            /** Tags */
            tags: string[];
        };
        /**
         * TakeIn
         * @description The proposed start as it was read: another one is not agreed to.
         */
        TakeIn: {
            /**
             * Starts At
             * Format: date-time
             */
            starts_at: string;
        };
        /**
         * TeamChangeRequestOut
         * @description A request as those who answer it see it, with the visit it is about.
         */
        TeamChangeRequestOut: {
            /** Answer */
            answer: string;
            appointment: components["schemas"]["AppointmentOut"];
            /**
             * Asked At
             * Format: date-time
             */
            asked_at: string;
            /** Can Answer */
            can_answer: boolean;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Kind */
            kind: string;
            /** Note */
            note: string;
            /** Number */
            number: string;
            proposal: components["schemas"]["ChangeProposalOut"] | null;
            /** Revision */
            revision: number;
            /** State */
            state: string;
            /** Wishes */
            wishes: components["schemas"]["ChangeWishOut"][];
        };
        /**
         * TeamWaitingEntryOut
         * @description An entry as the team sees it: who waits, and what may be done.
         */
        TeamWaitingEntryOut: {
            /** Business */
            business: string;
            /** Business Name */
            business_name: string;
            /** Business Phone */
            business_phone: string;
            can: components["schemas"]["WaitingCanOut"];
            /** Can Offer */
            can_offer: boolean;
            /** Can Remove */
            can_remove: boolean;
            /** Currency */
            currency: string;
            /** Customer Id */
            customer_id: string | null;
            /** Email */
            email: string;
            /** Extras */
            extras: components["schemas"]["WaitingExtraOut"][];
            /**
             * First On
             * Format: date
             */
            first_on: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Joined At
             * Format: date-time
             */
            joined_at: string;
            /** Lapses */
            lapses: number;
            /**
             * Last On
             * Format: date
             */
            last_on: string;
            /** Name */
            name: string;
            /** Names */
            names: string[];
            offer: components["schemas"]["WaitingOfferOut"] | null;
            /** Offers */
            offers: number;
            /** Over At */
            over_at: string | null;
            /** Parts */
            parts: components["schemas"]["PartOfDay"][];
            /** Postcode */
            postcode: string;
            /** Seats */
            seats: number;
            /**
             * Service Id
             * Format: uuid
             */
            service_id: string;
            /** Service Slug */
            service_slug: string;
            /** Staff */
            staff: components["schemas"]["WaitingPersonOut"][];
            state: components["schemas"]["WaitingEntryState"];
            /** Venue */
            venue: string;
            /** Weekdays */
            weekdays: number[];
            /** Zone */
            zone: string;
        };
        /**
         * TimeOffCan
         * @description What the asking actor may do with it now.
         */
        TimeOffCan: {
            /** Answer */
            answer: boolean;
            /** Withdraw */
            withdraw: boolean;
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
        /**
         * TimeOffOut
         * @description An absence. `visits` counts the booked visits within it; null for those who do not see the person's visits.
         */
        TimeOffOut: {
            /** Answer */
            answer: string;
            /** Answered At */
            answered_at: string | null;
            /** Answered By */
            answered_by: string;
            /**
             * Asked At
             * Format: date-time
             */
            asked_at: string;
            /** Business */
            business: string;
            can: components["schemas"]["TimeOffCan"];
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
            /** Revision */
            revision: number;
            /**
             * Staff Member Id
             * Format: uuid
             */
            staff_member_id: string;
            /** Staff Name */
            staff_name: string;
            /**
             * Starts At
             * Format: date-time
             */
            starts_at: string;
            state: components["schemas"]["TimeOffState"];
            /** Visits */
            visits: number | null;
            /** Zone */
            zone: string;
        };
        /**
         * State
         * @enum {string}
         */
        TimeOffState: "requested" | "granted" | "refused" | "withdrawn";
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
        /**
         * TotalOut
         * @description What the lines in one currency come to.
         */
        TotalOut: {
            /** Currency */
            currency: string;
            /** Tax Amount */
            tax_amount: number;
            /** Total Amount */
            total_amount: number;
        };
        /** TrackingIn */
        TrackingIn: {
            /** Email */
            email: string;
            /** Number */
            number: string;
        };
        /**
         * TravelsOut
         * @description An area somebody travels in.
         */
        TravelsOut: {
            /** Name */
            name: string;
            /** Postcode */
            postcode: string;
            /** Radius M */
            radius_m: number;
        };
        /**
         * Unit
         * @description What a number counts: forms say it beside the box.
         * @enum {string}
         */
        Unit: "minutes" | "hours" | "days" | "times" | "visits" | "percent" | "km_h" | "oclock";
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
         * VisitIn
         * @description Lines that are to be one visit, one after another.
         */
        VisitIn: {
            /** Line Ids */
            line_ids: string[];
        };
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
        /** WaitingCanOut */
        WaitingCanOut: {
            /** Decline */
            decline: boolean;
            /** Leave */
            leave: boolean;
            /** Take */
            take: boolean;
        };
        /**
         * WaitingEntryOut
         * @description An entry as whoever waits sees it. `state`: `waiting`, `offered`, `booked`, `left`, `lapsed`, `expired`, `removed`;
         *     `offer` is the newest. Dates are on the clock of `zone`; `staff` empty is anybody.
         */
        WaitingEntryOut: {
            /** Business */
            business: string;
            /** Business Name */
            business_name: string;
            /** Business Phone */
            business_phone: string;
            can: components["schemas"]["WaitingCanOut"];
            /** Currency */
            currency: string;
            /** Extras */
            extras: components["schemas"]["WaitingExtraOut"][];
            /**
             * First On
             * Format: date
             */
            first_on: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Joined At
             * Format: date-time
             */
            joined_at: string;
            /** Lapses */
            lapses: number;
            /**
             * Last On
             * Format: date
             */
            last_on: string;
            /** Names */
            names: string[];
            offer: components["schemas"]["WaitingOfferOut"] | null;
            /** Parts */
            parts: components["schemas"]["PartOfDay"][];
            /** Postcode */
            postcode: string;
            /** Seats */
            seats: number;
            /**
             * Service Id
             * Format: uuid
             */
            service_id: string;
            /** Service Slug */
            service_slug: string;
            /** Staff */
            staff: components["schemas"]["WaitingPersonOut"][];
            state: components["schemas"]["WaitingEntryState"];
            /** Venue */
            venue: string;
            /** Weekdays */
            weekdays: number[];
            /** Zone */
            zone: string;
        };
        /**
         * State
         * @enum {string}
         */
        WaitingEntryState: "waiting" | "offered" | "booked" | "left" | "lapsed" | "expired" | "removed";
        /** WaitingExtraOut */
        WaitingExtraOut: {
            /** Name */
            name: string;
            /** Quantity */
            quantity: number;
        };
        /**
         * WaitingKeyIn
         * @description The token of a letter's link.
         */
        WaitingKeyIn: {
            /** Key */
            key: string;
        };
        /** WaitingOfferIn */
        WaitingOfferIn: {
            /** Staff Id */
            staff_id?: string | null;
            /**
             * Starts At
             * Format: date-time
             */
            starts_at: string;
        };
        /**
         * WaitingOfferOut
         * @description `state`: `open` (take it until `expires_at`), `taken` (in a basket until then), `booked`, `declined`, `lapsed`,
         *     `withdrawn`. `by_hand`: the team chose it.
         */
        WaitingOfferOut: {
            /** By Hand */
            by_hand: boolean;
            /**
             * Ends At
             * Format: date-time
             */
            ends_at: string;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Staff Name */
            staff_name: string;
            /**
             * Starts At
             * Format: date-time
             */
            starts_at: string;
            state: components["schemas"]["WaitingOfferState"];
        };
        /**
         * State
         * @enum {string}
         */
        WaitingOfferState: "open" | "taken" | "booked" | "declined" | "lapsed" | "withdrawn";
        /**
         * WaitingOffProblem
         * @description This business keeps no waiting list.
         */
        WaitingOffProblem: {
            /**
             * Code
             * @constant
             */
            code: "waiting_off";
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
         * WaitingOverProblem
         * @description The entry is not in a state for this: over, or with an offer that is not answered.
         */
        WaitingOverProblem: {
            /**
             * Code
             * @constant
             */
            code: "waiting_over";
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
        /** WaitingPersonOut */
        WaitingPersonOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
        };
        /**
         * WaitingTakenOut
         * @description Where the journey goes on: the business's, with the line that is kept now.
         */
        WaitingTakenOut: {
            /** Business */
            business: string;
            /**
             * Line
             * Format: uuid
             */
            line: string;
        };
        /**
         * WaitingUnknownProblem
         * @description The link is none of ours or too old, or what it was for has been deleted since.
         */
        WaitingUnknownProblem: {
            /**
             * Code
             * @constant
             */
            code: "waiting_unknown";
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
         * WeakPasswordProblem
         * @description The password cannot be used; `faults` says why, in Django's codes (password_too_short, password_too_common, ...).
         */
        WeakPasswordProblem: {
            /**
             * Code
             * @constant
             */
            code: "weak_password";
            /**
             * Detail
             * @default
             */
            detail: string;
            /** Faults */
            faults: string[];
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
            /** Business */
            business: string;
            can: components["schemas"]["HoursCan"];
            /** Fingerprint */
            fingerprint: string;
            /** Spans */
            spans: components["schemas"]["WeekSpan"][];
            /**
             * Staff Member Id
             * Format: uuid
             */
            staff_member_id: string;
            /** Staff Name */
            staff_name: string;
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
         * WidgetOut
         * @description Where a business lets its booking journey be shown: `https://example.com`.
         */
        WidgetOut: {
            /** Sites */
            sites: string[];
        };
        /**
         * Window
         * @description Cancelled at least `hours_before` the start: `refund_percent` of the price comes back.
         */
        Window: {
            /** Hours Before */
            hours_before: number;
            /** Refund Percent */
            refund_percent: number;
        };
        /**
         * WishIn
         * @description Where an appointment is to be. What is left out stays: its length, and who does it.
         */
        WishIn: {
            /** Minutes */
            minutes?: number | null;
            /** Staff Member Id */
            staff_member_id?: string | null;
            /**
             * Starts At
             * Format: date-time
             */
            starts_at: string;
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
    open_account: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenAccountIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedOut"];
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
                    "application/problem+json": components["schemas"]["OfferOverProblem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["AccountExistsProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["WeakPasswordProblem"] | components["schemas"]["InvalidInputProblem"];
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
    account_offer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OfferKeyIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfferOut"];
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
                    "application/problem+json": components["schemas"]["OfferOverProblem"];
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
    address_detail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddressChosenIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddressPartsOut"];
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
                    "application/problem+json": components["schemas"]["AddressUnknownProblem"];
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
                    "application/problem+json": components["schemas"]["AddressLookupDownProblem"] | components["schemas"]["StorageFullProblem"];
                };
            };
        };
    };
    address_suggestions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddressTypedIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddressSuggestionsOut"];
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
    appointment_answers: {
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
                    "application/json": components["schemas"]["AnswerOut"][];
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
                    "application/problem+json": components["schemas"]["ReasonMissingProblem"] | components["schemas"]["InvalidInputProblem"];
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
    change_visit: {
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
                "application/json": components["schemas"]["ChangeVisitIn"];
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
                    "application/problem+json": components["schemas"]["WrongStateProblem"] | components["schemas"]["NotFreeProblem"] | components["schemas"]["SlotTakenProblem"];
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
    ask_for_change: {
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
                "application/json": components["schemas"]["AskIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeRequestOut"];
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
                    "application/problem+json": components["schemas"]["TooLateToChangeProblem"] | components["schemas"]["AlreadyAskedProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ReasonMissingProblem"] | components["schemas"]["InvalidInputProblem"];
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
    preview_change: {
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
                "application/json": components["schemas"]["WishIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangePreviewOut"];
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
    appointment_customer_answers: {
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
                    "application/json": components["schemas"]["AnswerOut"][];
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
                    "application/problem+json": components["schemas"]["ReasonMissingProblem"] | components["schemas"]["VisitTooLongProblem"] | components["schemas"]["InvalidInputProblem"];
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
    change_area: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                area_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AreaIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
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
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BookingsChangedProblem"];
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
                    "application/problem+json": components["schemas"]["NoPostcodeNearProblem"] | components["schemas"]["PostcodeMalformedProblem"] | components["schemas"]["InvalidInputProblem"];
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
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BookingsChangedProblem"];
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
    preview_area: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                area_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AreaTrialIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SimulationOut"];
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
                    "application/problem+json": components["schemas"]["NoPostcodeNearProblem"] | components["schemas"]["PostcodeMalformedProblem"] | components["schemas"]["InvalidInputProblem"];
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
    audit_choices: {
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
                    "application/json": components["schemas"]["AuditChoicesOut"];
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
    audit_events: {
        parameters: {
            query?: {
                business?: string;
                cursor?: string;
                first_on?: string | null;
                kind?: string;
                last_on?: string | null;
                limit?: number;
                number?: string;
                person_id?: string | null;
                role?: components["schemas"]["Role"] | null;
                sort?: string;
                user_id?: string | null;
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
                    "application/json": components["schemas"]["Page_AuditOut_"];
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
    audit_events_csv: {
        parameters: {
            query?: {
                business?: string;
                first_on?: string | null;
                kind?: string;
                language?: string;
                last_on?: string | null;
                number?: string;
                person_id?: string | null;
                role?: components["schemas"]["Role"] | null;
                sort?: string;
                user_id?: string | null;
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
                    "text/csv": string;
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
    audit_people: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PeopleWanted"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPersonOut"][];
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
    audit_person: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person_id: string;
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
                    "application/json": components["schemas"]["AuditPersonOut"];
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
    save_answers: {
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
                "application/json": components["schemas"]["AnswersIn"];
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
    send_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                line_id: string;
                question_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * File
                     * Format: binary
                     */
                    file: string;
                };
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
                    "application/problem+json": components["schemas"]["NoBasketProblem"] | components["schemas"]["LineUnknownProblem"] | components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotOnOfferProblem"] | components["schemas"]["FilesFullProblem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["FileTooLargeProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["FileUnreadableProblem"] | components["schemas"]["InvalidInputProblem"];
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
    restore_line: {
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
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BasketFullProblem"];
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
    join_lines: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VisitIn"];
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
                    "application/problem+json": components["schemas"]["NotOnOfferProblem"] | components["schemas"]["CannotJoinProblem"];
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
    part_lines: {
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
    booking_link: {
        parameters: {
            query: {
                business: string;
                language?: string;
                service?: string;
                staff?: string;
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
                    "application/json": components["schemas"]["BookingLinkOut"];
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
    booking_link_code: {
        parameters: {
            query: {
                business: string;
                kind?: "svg" | "png";
                language?: string;
                service?: string;
                staff?: string;
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
                    "image/png": string;
                    "image/svg+xml": string;
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
                    "application/problem+json": components["schemas"]["NotAllowedProblem"] | components["schemas"]["ForeignRequestProblem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NoBasketProblem"] | components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["AlreadyBookedProblem"] | components["schemas"]["NotOnOfferProblem"] | components["schemas"]["PlaceNeededProblem"] | components["schemas"]["PriceChangedProblem"] | components["schemas"]["SlotTakenProblem"] | components["schemas"]["IdempotencyInProgressProblem"];
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
    brand: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["BrandOut"];
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
    change_brand: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BrandIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BrandOut"];
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
    customer_fields: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["FieldSetOut"];
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
    define_customer_fields: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FieldSetIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FieldSetOut"];
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
    holiday_proposals: {
        parameters: {
            query: {
                first_on: string;
            };
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["HolidayProposalsOut"];
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
    holidays: {
        parameters: {
            query: {
                first_on: string;
            };
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["HolidayOut"][];
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
    add_holidays: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HolidaysIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HolidayOut"][];
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
                    "application/problem+json": components["schemas"]["BookingsChangedProblem"];
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
    preview_holidays: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HolidaysIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SimulationOut"];
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
    locations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["LocationOut"][];
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
    add_location: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LocationIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LocationOut"];
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
    change_location: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                location_id: string;
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LocationIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LocationOut"];
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
    archive_location: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                location_id: string;
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LocationPutAwayIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LocationOut"];
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
    all_settings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["SettingsGroupOut"][];
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
    widget: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["WidgetOut"];
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
    calendar: {
        parameters: {
            query: {
                business?: string;
                first_on: string;
                last_on: string;
                staff?: string[];
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
                    "application/json": components["schemas"]["CalendarOut"];
                };
            };
            /** @description Not Modified */
            304: {
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
    read_calendar_feed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                link: string;
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
    arrange_catalogue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                business: string;
                kind: "services" | "categories" | "extras";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ArrangeIn"];
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
    catalogue_categories: {
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
                    "application/json": components["schemas"]["EditedCategoryOut"][];
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
    add_category: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CategoryIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditedCategoryOut"];
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
    change_category: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                category_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CategoryIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditedCategoryOut"];
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
    archive_category: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                category_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ArchiveIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditedCategoryOut"];
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
    catalogue_choices: {
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
                    "application/json": components["schemas"]["CatalogueChoicesOut"];
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
    catalogue_extras: {
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
                    "application/json": components["schemas"]["EditedExtraOut"][];
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
    add_extra: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExtraEditIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditedExtraOut"];
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
    change_extra: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                extra_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExtraEditIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditedExtraOut"];
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
    archive_extra: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                extra_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ArchiveIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditedExtraOut"];
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
    catalogue_services: {
        parameters: {
            query?: {
                business?: string;
                category?: string;
                cursor?: string;
                limit?: number;
                sort?: string;
                state?: "" | "current" | "archived" | "all";
                text?: string;
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
                    "application/json": components["schemas"]["Page_ServiceRowOut_"];
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
    add_service: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ServiceIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditedServiceOut"];
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
    catalogue_services_csv: {
        parameters: {
            query?: {
                business?: string;
                category?: string;
                language?: string;
                sort?: string;
                state?: "" | "current" | "archived" | "all";
                text?: string;
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
                    "text/csv": string;
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
    catalogue_service: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                service_id: string;
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
                    "application/json": components["schemas"]["EditedServiceOut"];
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
    change_service: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                service_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ServiceIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditedServiceOut"];
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
    archive_service: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                service_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ArchiveIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditedServiceOut"];
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
    change_requests: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                newest_first?: boolean;
                state?: ("open" | "proposed" | "done" | "declined" | "withdrawn" | "closed")[];
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
                    "application/json": components["schemas"]["Page_TeamChangeRequestOut_"];
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
    accept_change_request: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptIn"];
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
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["RequestOverProblem"] | components["schemas"]["SlotTakenProblem"] | components["schemas"]["NotOnOfferProblem"];
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
    decline_change_request: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclineIn"];
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
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["RequestOverProblem"];
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
    propose_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposeIn"];
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
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["RequestOverProblem"] | components["schemas"]["SlotTakenProblem"] | components["schemas"]["NotOnOfferProblem"];
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
    take_proposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TakeIn"];
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
                    "application/problem+json": components["schemas"]["RequestOverProblem"] | components["schemas"]["SlotTakenProblem"] | components["schemas"]["NotOnOfferProblem"];
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
    withdraw_change_request: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request_id: string;
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
                    "application/problem+json": components["schemas"]["RequestOverProblem"];
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
    customer_tags: {
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
                    "application/json": components["schemas"]["TagsOut"];
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
    customer_list: {
        parameters: {
            query?: {
                archived?: boolean;
                cursor?: string;
                limit?: number;
                sort?: string;
                tag?: string;
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
                    "application/json": components["schemas"]["Page_CustomerRowOut_"];
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
    add_customer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerOut"];
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
    customers_csv: {
        parameters: {
            query?: {
                archived?: boolean;
                language?: string;
                sort?: string;
                tag?: string;
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
                    "text/csv": string;
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
    customer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customer_id: string;
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
                    "application/json": components["schemas"]["CustomerOut"];
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
    change_customer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customer_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerOut"];
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
                    "application/problem+json": components["schemas"]["PutAwayProblem"];
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
    add_customer_address: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customer_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CustomerAddressIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerOut"];
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
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PutAwayProblem"];
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
    change_customer_address: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                address_id: string;
                customer_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CustomerAddressIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerOut"];
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
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PutAwayProblem"];
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
    archive_customer_address: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                address_id: string;
                customer_id: string;
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
                    "application/json": components["schemas"]["CustomerOut"];
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
                    "application/problem+json": components["schemas"]["PutAwayProblem"];
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
    make_customer_address_usual: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                address_id: string;
                customer_id: string;
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
                    "application/json": components["schemas"]["CustomerOut"];
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
                    "application/problem+json": components["schemas"]["PutAwayProblem"];
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
    archive_customer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customer_id: string;
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
                    "application/json": components["schemas"]["CustomerOut"];
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
                    "application/problem+json": components["schemas"]["PutAwayProblem"];
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
    save_customer_fields: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customer_id: string;
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FieldAnswersIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerOut"];
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
                    "application/problem+json": components["schemas"]["PutAwayProblem"];
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
                    "application/problem+json": components["schemas"]["AnswersRefusedProblem"] | components["schemas"]["InvalidInputProblem"];
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
    send_customer_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customer_id: string;
                field_id: string;
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * File
                     * Format: binary
                     */
                    file: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerOut"];
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
                    "application/problem+json": components["schemas"]["PutAwayProblem"] | components["schemas"]["FilesFullProblem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["FileTooLargeProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["FileUnreadableProblem"] | components["schemas"]["InvalidInputProblem"];
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
    merge_customers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customer_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MergeOut"];
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
                    "application/problem+json": components["schemas"]["PutAwayProblem"] | components["schemas"]["BothHaveAccountsProblem"] | components["schemas"]["AccountStaysProblem"] | components["schemas"]["AccountWouldSeeProblem"];
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
    preview_merge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customer_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergePreviewIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MergePreviewOut"];
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
    write_note: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customer_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoteIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerOut"];
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
                    "application/problem+json": components["schemas"]["PutAwayProblem"];
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
    remove_note: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customer_id: string;
                note_id: string;
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
                    "application/json": components["schemas"]["CustomerOut"];
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
                    "application/problem+json": components["schemas"]["PutAwayProblem"];
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
    restore_customer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customer_id: string;
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
                    "application/json": components["schemas"]["CustomerOut"];
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
                    "application/problem+json": components["schemas"]["PutAwayProblem"];
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
    set_tags: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customer_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TagsIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerOut"];
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
                    "application/problem+json": components["schemas"]["PutAwayProblem"];
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
    customers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CustomersWanted"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_CustomerRowOut_"];
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
    expertise: {
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
                    "application/json": components["schemas"]["ExpertiseOut"][];
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
    private_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                link: string;
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
                    "application/pdf": string;
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
                    "application/problem+json": components["schemas"]["NotAllowedProblem"] | components["schemas"]["ForeignRequestProblem"];
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
    remove_holiday: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                holiday_id: string;
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
    accept_invitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptInvitationIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JoinedOut"];
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
                    "application/problem+json": components["schemas"]["AccountExistsProblem"] | components["schemas"]["OtherRoleProblem"];
                };
            };
            /** @description Gone */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvitationOverProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["WeakPasswordProblem"] | components["schemas"]["InvalidInputProblem"];
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
    join_invitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationKeyIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JoinedOut"];
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
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OtherRoleProblem"];
                };
            };
            /** @description Gone */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvitationOverProblem"];
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
    read_invitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationKeyIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitedOut"];
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
            /** @description Gone */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvitationOverProblem"];
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
    invitations: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                state?: string;
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
                    "application/json": components["schemas"]["Page_InvitationOut_"];
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
    invite: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InviteIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInNeededProblem"] | components["schemas"]["ProofNeededProblem"];
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
    withdraw_invitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                invitation_id: string;
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
    resend_invitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                invitation_id: string;
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
                    "application/json": components["schemas"]["InvitationOut"];
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
    linkable_orders: {
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
                    "application/json": components["schemas"]["LinkableOrdersOut"];
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
    link_orders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkOrdersIn"];
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
    wish_for_account: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
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
                    "application/problem+json": components["schemas"]["SignInNeededProblem"] | components["schemas"]["ProofNeededProblem"];
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
    managers: {
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
                    "application/json": components["schemas"]["Page_ManagerOut_"];
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
    undo_merge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                merge_id: string;
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
                    "application/json": components["schemas"]["MergeOut"];
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
                    "application/problem+json": components["schemas"]["CannotUndoProblem"];
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
    my_addresses: {
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
                    "application/json": components["schemas"]["CustomerAddressOut"][];
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
    add_my_address: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CustomerAddressIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerAddressOut"][];
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
    change_my_address: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                address_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CustomerAddressIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerAddressOut"][];
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
    archive_my_address: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                address_id: string;
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
                    "application/json": components["schemas"]["CustomerAddressOut"][];
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
    make_my_address_usual: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                address_id: string;
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
                    "application/json": components["schemas"]["CustomerAddressOut"][];
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
    calendar_feed: {
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
                    "application/json": components["schemas"]["CalendarFeedOut"];
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
    open_calendar_feed: {
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
                    "application/json": components["schemas"]["CalendarFeedOut"];
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
    close_calendar_feed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
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
    my_details: {
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
                    "application/json": components["schemas"]["MyDetailsOut"];
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
    change_my_details: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MyDetailsIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyDetailsOut"];
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
    my_fields: {
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
                    "application/json": components["schemas"]["FilledOut"][];
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
    save_my_fields: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FieldAnswersIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilledOut"][];
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
                    "application/problem+json": components["schemas"]["AnswersRefusedProblem"] | components["schemas"]["InvalidInputProblem"];
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
    send_my_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                field_id: string;
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * File
                     * Format: binary
                     */
                    file: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilledOut"][];
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
                    "application/problem+json": components["schemas"]["FilesFullProblem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["FileTooLargeProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["FileUnreadableProblem"] | components["schemas"]["InvalidInputProblem"];
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
    my_preferences: {
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
                    "application/json": components["schemas"]["MyPreferencesOut"];
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
    set_my_preferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MyPreferencesIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyPreferencesOut"];
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
    my_waiting_list: {
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
                    "application/json": components["schemas"]["WaitingEntryOut"][];
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
    decline_my_offer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                entry_id: string;
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
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["WaitingOverProblem"] | components["schemas"]["OfferPassedProblem"] | components["schemas"]["SlotTakenProblem"];
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
    leave_my_waiting_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                entry_id: string;
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
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["WaitingOverProblem"];
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
    take_my_offer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                entry_id: string;
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
                    "application/json": components["schemas"]["WaitingTakenOut"];
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
                    "application/problem+json": components["schemas"]["NotFoundProblem"] | components["schemas"]["NoBasketProblem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["WaitingOverProblem"] | components["schemas"]["OfferPassedProblem"] | components["schemas"]["SlotTakenProblem"] | components["schemas"]["NotOnOfferProblem"] | components["schemas"]["BasketFullProblem"];
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
                business?: string;
                cursor?: string;
                limit?: number;
                sort?: string;
                state?: ("placed" | "confirmed" | "completed" | "cancelled")[];
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
    orders_csv: {
        parameters: {
            query?: {
                business?: string;
                language?: string;
                sort?: string;
                state?: ("placed" | "confirmed" | "completed" | "cancelled")[];
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
                    "text/csv": string;
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
    book_again: {
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
                    "application/json": components["schemas"]["AgainOut"];
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
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotOnOfferProblem"] | components["schemas"]["OutOfAreaProblem"] | components["schemas"]["BasketFullProblem"];
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
    open_phone_basket: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PhoneBasketIn"];
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
    choose_caller_address: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CallerAddressIn"];
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
                    "application/problem+json": components["schemas"]["NoBasketProblem"] | components["schemas"]["NotFoundProblem"];
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
    caller_addresses: {
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
                    "application/json": components["schemas"]["CallerAddressOut"][];
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
    choose_caller: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CallerIn"];
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
                    "application/problem+json": components["schemas"]["NoBasketProblem"] | components["schemas"]["NotFoundProblem"];
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
    find_callers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CallerSearchIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallerOut"][];
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
    set_phone_time: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PhoneTimeAgreedIn"];
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
                    "application/problem+json": components["schemas"]["NoBasketProblem"] | components["schemas"]["LineUnknownProblem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotOnOfferProblem"] | components["schemas"]["PlaceNeededProblem"] | components["schemas"]["NotFreeProblem"] | components["schemas"]["SlotTakenProblem"];
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
    preview_phone_time: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PhoneTimeIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhoneTimeOut"];
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
                    "application/problem+json": components["schemas"]["NoBasketProblem"] | components["schemas"]["LineUnknownProblem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotOnOfferProblem"] | components["schemas"]["PlaceNeededProblem"];
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
    send_picture: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * File
                     * Format: binary
                     */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PictureOut"];
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
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PictureTooLargeProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PictureUnreadableProblem"] | components["schemas"]["InvalidInputProblem"];
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
    places: {
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
                    "application/json": components["schemas"]["PlaceOut"][];
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
    profiles: {
        parameters: {
            query?: {
                business?: string;
                currency?: string;
                cursor?: string;
                expertise?: string;
                free_within_days?: number | null;
                languages?: string;
                limit?: number;
                order?: "recommended" | "soonest" | "price" | "name";
                price_to?: number | null;
                text?: string;
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
                    "application/json": components["schemas"]["ProfilesOut"];
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
    profile: {
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
                    "application/json": components["schemas"]["ProfileOut"];
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
    scope_choices: {
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
                    "application/json": components["schemas"]["ScopeChoicesOut"];
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
    scope_preview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReachIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScopePreviewOut"];
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
    scope_templates: {
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
                    "application/json": components["schemas"]["ScopeTemplateOut"][];
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
    add_scope_template: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScopeTemplateIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScopeTemplateOut"];
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
    change_scope_template: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                template_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScopeTemplateIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScopeTemplateOut"];
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
    archive_scope_template: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                template_id: string;
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
                waiting?: string | null;
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
                waiting?: string | null;
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
                waiting?: string | null;
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
                    "application/problem+json": components["schemas"]["NoPostcodeNearProblem"] | components["schemas"]["PostcodeMalformedProblem"] | components["schemas"]["InvalidInputProblem"];
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
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BookingsChangedProblem"];
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
    preview_hours: {
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
                    "application/json": components["schemas"]["SimulationOut"];
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
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BookingsChangedProblem"];
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
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BookingsChangedProblem"];
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
    preview_date_override: {
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
                "application/json": components["schemas"]["DateTrialIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SimulationOut"];
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
    change_showcase: {
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
                "application/json": components["schemas"]["ShowcaseIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShowcaseOut"];
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
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BookingsChangedProblem"];
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
    preview_time_off: {
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
                "application/json": components["schemas"]["Between"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SimulationOut"];
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
    staff_records: {
        parameters: {
            query?: {
                business?: string;
                cursor?: string;
                limit?: number;
                sort?: string;
                state?: "active" | "archived" | "all";
                text?: string;
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
                    "application/json": components["schemas"]["Page_StaffRecordOut_"];
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
    add_staff_record: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffAddIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffAddedOut"];
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
    staff_records_csv: {
        parameters: {
            query?: {
                business?: string;
                language?: string;
                sort?: string;
                state?: "active" | "archived" | "all";
                text?: string;
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
                    "text/csv": string;
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
    staff_record: {
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
                    "application/json": components["schemas"]["StaffRecordOut"];
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
    change_staff_record: {
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
                "application/json": components["schemas"]["StaffIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffRecordOut"];
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
    archive_staff: {
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
                    "application/json": components["schemas"]["StaffRecordOut"];
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
    staff_around: {
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
                    "application/json": components["schemas"]["AroundOut"];
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
    change_biography: {
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
                "application/json": components["schemas"]["BiographyIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffRecordOut"];
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
    set_photo: {
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
                "multipart/form-data": {
                    /**
                     * File
                     * Format: binary
                     */
                    file: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffRecordOut"];
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
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PictureTooLargeProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PictureUnreadableProblem"] | components["schemas"]["InvalidInputProblem"];
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
    drop_photo: {
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
                    "application/json": components["schemas"]["StaffRecordOut"];
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
    restore_staff: {
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
                    "application/json": components["schemas"]["StaffRecordOut"];
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
    time_off_requests: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                sort?: string;
                staff?: string[];
                starting_from?: string | null;
                state?: ("requested" | "granted" | "refused" | "withdrawn")[];
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
                    "application/json": components["schemas"]["Page_TimeOffOut_"];
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
    time_off_csv: {
        parameters: {
            query?: {
                language?: string;
                sort?: string;
                staff?: string[];
                state?: ("requested" | "granted" | "refused" | "withdrawn")[];
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
                    "text/csv": string;
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
    answer_time_off: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                time_off_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
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
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["AnsweredAlreadyProblem"] | components["schemas"]["BookingsChangedProblem"];
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
    waiting_entries: {
        parameters: {
            query?: {
                business?: string;
                cursor?: string;
                limit?: number;
                service?: string;
                sort?: string;
                state?: ("waiting" | "offered" | "booked" | "left" | "lapsed" | "expired" | "removed")[];
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
                    "application/json": components["schemas"]["Page_TeamWaitingEntryOut_"];
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
    waiting_entries_csv: {
        parameters: {
            query?: {
                business?: string;
                language?: string;
                service?: string;
                sort?: string;
                state?: ("waiting" | "offered" | "booked" | "left" | "lapsed" | "expired" | "removed")[];
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
                    "text/csv": string;
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
    waiting_entry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                entry_id: string;
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
                    "application/json": components["schemas"]["TeamWaitingEntryOut"];
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
    remove_waiting_entry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                entry_id: string;
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
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["WaitingOverProblem"];
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
    offer_to_waiting_entry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                entry_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WaitingOfferIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitingOfferOut"];
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
                    "application/problem+json": components["schemas"]["NotOnOfferProblem"] | components["schemas"]["PlaceNeededProblem"] | components["schemas"]["WaitingOffProblem"] | components["schemas"]["WaitingOverProblem"] | components["schemas"]["SlotTakenProblem"];
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
    join_waiting_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JoinIn"];
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
                    "application/problem+json": components["schemas"]["NotOnOfferProblem"] | components["schemas"]["PlaceNeededProblem"] | components["schemas"]["WaitingOffProblem"];
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
    decline_linked_offer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WaitingKeyIn"];
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
                    "application/problem+json": components["schemas"]["ForeignRequestProblem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["WaitingUnknownProblem"] | components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["WaitingOverProblem"] | components["schemas"]["OfferPassedProblem"] | components["schemas"]["SlotTakenProblem"];
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
    leave_linked_waiting_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WaitingKeyIn"];
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
                    "application/problem+json": components["schemas"]["ForeignRequestProblem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["WaitingUnknownProblem"] | components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["WaitingOverProblem"];
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
    linked_waiting_entry: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WaitingKeyIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitingEntryOut"];
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
                    "application/problem+json": components["schemas"]["WaitingUnknownProblem"];
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
    take_linked_offer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WaitingKeyIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitingTakenOut"];
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
                    "application/problem+json": components["schemas"]["WaitingUnknownProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["NoBasketProblem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["WaitingOverProblem"] | components["schemas"]["OfferPassedProblem"] | components["schemas"]["SlotTakenProblem"] | components["schemas"]["NotOnOfferProblem"] | components["schemas"]["BasketFullProblem"];
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
