// Generated from server/openapi.json by `npm run client`. Do not edit.
export interface paths {
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
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
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
        /** CategoryOut */
        CategoryOut: {
            /** Description */
            description: string;
            /** Name */
            name: string;
            /** Slug */
            slug: string;
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
            /** Staff Id */
            staff_id?: string | null;
            /** User Id */
            user_id?: string | null;
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
        /** Page[StaffCard] */
        Page_StaffCard_: {
            /** Items */
            items: components["schemas"]["StaffCard"][];
            /** Next Cursor */
            next_cursor?: string | null;
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
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
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
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvalidInputProblem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TooManyRequestsProblem"];
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
                    "application/json": components["schemas"]["SignInNeededProblem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotAllowedProblem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvalidInputProblem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TooManyRequestsProblem"];
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
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvalidInputProblem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TooManyRequestsProblem"];
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
                    "application/json": components["schemas"]["NotAllowedProblem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotFoundProblem"] | components["schemas"]["UnknownSettingsProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvalidInputProblem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TooManyRequestsProblem"];
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
                    "application/json": components["schemas"]["NotAllowedProblem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotFoundProblem"] | components["schemas"]["UnknownSettingsProblem"];
                };
            };
            /** @description Precondition Failed */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConflictProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvalidInputProblem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TooManyRequestsProblem"];
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
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotFoundProblem"] | components["schemas"]["PostcodeUnknownProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostcodeMalformedProblem"] | components["schemas"]["InvalidInputProblem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostcodeLookupDownProblem"];
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
                    "application/json": components["schemas"]["SignInNeededProblem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotAllowedProblem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvalidInputProblem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TooManyRequestsProblem"];
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
                    "application/json": components["schemas"]["SignInNeededProblem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotAllowedProblem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description Precondition Failed */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConflictProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvalidInputProblem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TooManyRequestsProblem"];
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
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvalidInputProblem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TooManyRequestsProblem"];
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
                    "application/json": components["schemas"]["SignInNeededProblem"];
                };
            };
            /** @description Precondition Failed */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConflictProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvalidInputProblem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TooManyRequestsProblem"];
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
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvalidInputProblem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TooManyRequestsProblem"];
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
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvalidInputProblem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TooManyRequestsProblem"];
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
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvalidInputProblem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TooManyRequestsProblem"];
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
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvalidInputProblem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TooManyRequestsProblem"];
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
                    "application/json": components["schemas"]["SignInNeededProblem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotAllowedProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvalidInputProblem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TooManyRequestsProblem"];
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
                    "application/json": components["schemas"]["SignInNeededProblem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotAllowedProblem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotFoundProblem"] | components["schemas"]["PostcodeUnknownProblem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostcodeMalformedProblem"] | components["schemas"]["InvalidInputProblem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostcodeLookupDownProblem"];
                };
            };
        };
    };
}
