"""A request that works at each door of the API, for whoever may make it: for the tests of access."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from allauth.account.models import EmailAddress

from almanac.booking.actions.absences import mark_no_show
from almanac.booking.actions.changes import move, settle_cancelled
from almanac.booking.actions.waiting_offers import offer_by_hand
from almanac.booking.content import BasketContent, LineContent
from almanac.booking.models import Basket, ChangeRequest, WaitingEntry
from almanac.booking.queries.absences import Absent, absence_of
from almanac.booking.queries.changes import change_of
from almanac.booking.queries.moving_back import move_back_of
from almanac.booking.queries.restoring import restoration_of
from almanac.booking.schemas.orders import cancellation_out
from almanac.customers.actions.merging import merge
from almanac.kit import clock
from almanac.kit.actor import SYSTEM
from almanac.kit.clock import epoch
from almanac.kit.doors import Who
from almanac.people.models import Customer, ManagerScope, User
from almanac.scheduling.actions.changes import cancel_appointment
from almanac.scheduling.models import Appointment, DateOverride
from tests.goods_probes import GOODS_PROBES
from tests.invoice_probes import INVOICE_PROBES
from tests.message_probes import MESSAGE_PROBES
from tests.payment_probes import PAYMENT_PROBES
from tests.point_probes import POINT_PROBES
from tests.probe import Probe
from tests.shop import NOW, POSTCODE, WEDNESDAY_TEN
from tests.world import A_PICTURE, A_WINDOW, CANARY_DETAILS, MARCH_TENTH, PICTURED, SINGS, World


def _offered(world: World) -> None:
    """And has been offered a time."""
    entry = WaitingEntry.objects.get(pk=world.ids["entry"])
    offer_by_hand(actor=SYSTEM, entry_id=entry.pk, starts_at=epoch(MARCH_TENTH), staff_id=world.shop.sam.pk, now=NOW)


def _on_the_phone(world: World) -> None:
    """Everybody who may has begun an order by phone: for Cleo where she may be seen, with a call to be given a time."""
    for who in (Who.MANAGER, Who.OTHER_MANAGER, Who.ADMIN):
        caller = world.callers[who].person
        caller.post("/phone-bookings", {"business": "valclean"})
        content = BasketContent(lines=[LineContent(id=UUID(world.ids["wish"]), service_id=world.shop.call.pk)])
        customer_id = None if who is Who.OTHER_MANAGER else world.cleos.order.customer_id
        mine = Basket.objects.filter(booked_by=caller.account)
        mine.update(content=content.model_dump_json(), customer=customer_id)


def _pending(world: World) -> None:
    Appointment.objects.filter(pk=world.cleos.visit.pk).update(state=Appointment.State.PENDING)


def _booked_as_guest(world: World) -> None:
    """Cleo booked without her account."""
    Customer.objects.filter(pk=world.cleos.order.customer_id).update(user=None)


def _proven_since(world: World) -> None:
    """And has proven since that the e-mail is hers."""
    _booked_as_guest(world)
    email = world.cleos.order.customer.email
    EmailAddress.objects.create(user=User.objects.get(username="cleo"), email=email, verified=True)


def _not_asked(world: World) -> None:
    ChangeRequest.objects.all().delete()


def _proposed(world: World) -> None:
    start = datetime(2026, 3, 5, 14, tzinfo=UTC)
    ChangeRequest.objects.update(
        state=ChangeRequest.State.PROPOSED, proposed_starts_at=start, proposed_ends_at=start + timedelta(hours=1)
    )


def _put_away(world: World) -> None:
    Customer.objects.filter(pk=world.ids["customer"]).update(archived_at=NOW)


def _proven(world: World) -> None:
    """The twin has the mailbox that Cleo's account proved."""
    Customer.objects.filter(pk=world.ids["twin"]).update(email="cleo@example.com")


def _merged(world: World) -> None:
    """The twin went into Cleo's record."""
    kept, twin = UUID(world.ids["customer"]), UUID(world.ids["twin"])
    row = merge(actor=SYSTEM, kept_id=kept, absorbed_id=twin, account_may_see=True, now=NOW)
    world.ids["merge"] = str(row.pk)


def _overridden(world: World) -> None:
    DateOverride.objects.create(staff_member=world.shop.sam, on_date=date(2026, 3, 20), spans=[])


def _whole(world: World) -> None:
    """Max looks after everybody who works for VALClean."""
    ManagerScope.objects.get(user__username="max").businesses.add(world.shop.business)


def _afterwards(world: World) -> None:
    world.shop.clock.move_to(WEDNESDAY_TEN + timedelta(hours=1))


def _wants_to_cancel(world: World) -> None:
    ChangeRequest.objects.filter(pk=world.ids["change"]).update(kind=ChangeRequest.Kind.CANCEL)


def _missed(world: World) -> None:
    _afterwards(world)
    _shown(world, Absent.CUSTOMER)


def _not_served(world: World) -> None:
    _afterwards(world)
    _shown(world, Absent.TEAM)


def _marked_missed(world: World) -> None:
    _afterwards(world)
    _shown(world, Absent.CUSTOMER)
    visit_id, shown = world.cleos.visit.pk, world.ids["absence"]
    mark_no_show(actor=SYSTEM, appointment_id=visit_id, shown=shown, now=clock.now())


def _called_off(world: World) -> None:
    visit_id = world.cleos.visit.pk
    cancel_appointment(actor=SYSTEM, appointment_id=visit_id, by=Appointment.Party.STAFF, now=clock.now())
    settle_cancelled(actor=SYSTEM, appointment_id=visit_id, now=clock.now())
    world.ids["restoration"] = restoration_of(SYSTEM, visit_id, now=clock.now()).token


def _moved(world: World) -> None:
    visit, to = world.cleos.visit, clock.epoch(datetime.fromisoformat(LATER["starts_at"]))
    move(actor=SYSTEM, appointment_id=visit.pk, starts_at=to, staff_id=visit.staff_member_id, now=clock.now())
    world.ids["move_back"] = move_back_of(SYSTEM, visit.pk, now=clock.now()).token


def _to_be_called_off(world: World) -> None:
    change = change_of(SYSTEM, world.cleos.visit.pk)
    world.ids["cancellation"] = cancellation_out(change, clock.now()).token


def _shown(world: World, absent: Absent) -> None:
    change = change_of(SYSTEM, world.cleos.visit.pk)
    world.ids["absence"] = absence_of(change, absent, clock.now()).money.token


RANGE = "starting_from=2026-03-01T00:00:00Z&starting_before=2026-04-01T00:00:00Z"
SLOTS = "first_on=2026-03-04&last_on=2026-03-06"
LATER = {"starts_at": "2026-03-05T14:00:00Z"}
A_SERVICE = {"category_id": "{category}", "name": {"en": "Windows"}, "duration_minutes": 60, "price_amount": 3_000}
A_PRICE_RULE: dict[str, Any] = {"name": {"en": "Saturdays"}, "effect": {"kind": "percent", "percent_bp": 2_000}}
HOME = {"line1": "2 Plain Street", "town": "London", "postcode": POSTCODE}
CONTACT = {"name": "Cleo", "email": CANARY_DETAILS["email"], "phone": "07700 900765"}
CALL_BY_SAM = {"line_id": "{wish}", "starts_at": "2026-03-05T14:00:00Z", "staff_id": "{sam}"}
CALLED_OFF = {"reason": "holiday", "token": "{cancellation}"}
SPAN = {"starts_at": "2026-03-28T10:00:00Z", "ends_at": "2026-03-28T12:00:00Z"}

A_SESSION = {"session": "3f2b8c1e-6a0d-4b57-9d3e-0c8f5a7b1d42"}
A_BRAND = {"name": "VALClean", "accent": "#1D6B57", "languages": ["en"]}
A_PLACE = {"name": "The office", "address_line": "1 Plain Street", "postcode": POSTCODE}
A_RECORD: dict[str, Any] = {
    "name": "Sam",
    "title": {},
    "biography": {},
    "zone": "Europe/London",
    "location_id": None,
    "is_bookable": True,
    "languages": ["en"],
    "expertise": [],
}

A_FIELD = {"id": SINGS, "kind": "text", "label": {"en": "When?"}, "asks_customer": True, "for_staff": True}
OFF = {"kind": "cancel", "from_on": "2026-03-02"}  # the rest of a subscription

PROBES: dict[str, Probe] = {
    "health_live": Probe("get", "/health/live"),
    "health_ready": Probe("get", "/health/ready"),
    "businesses": Probe("get", "/businesses"),
    "places": Probe("get", "/places?business=valclean"),
    "widget": Probe("get", "/businesses/valclean/widget"),
    "settings": Probe("get", "/businesses/valclean/settings/booking"),
    "change_settings": Probe("put", "/businesses/valclean/settings/booking", {"values": {"horizon_days": 60}}),
    "brand": Probe("get", "/businesses/valclean/brand"),
    "change_brand": Probe("put", "/businesses/valclean/brand", A_BRAND),
    "all_settings": Probe("get", "/businesses/valclean/settings"),
    "locations": Probe("get", "/businesses/valclean/locations"),
    "add_location": Probe("post", "/businesses/valclean/locations", A_PLACE),
    "change_location": Probe("put", "/businesses/valclean/locations/{location}", A_PLACE),
    "archive_location": Probe("post", "/businesses/valclean/locations/{location}/archive", {"archived": True}),
    "me": Probe("get", "/me"),
    "change_me": Probe("patch", "/me", {"language": "uk"}),
    "staff_cards": Probe("get", "/staff-members?business=valclean"),
    "managers": Probe("get", "/managers"),
    "expertise": Probe("get", "/expertise?business=valclean"),
    "change_showcase": Probe("put", "/staff-members/{sam}/showcase", {"languages": ["en", "uk"], "expertise": []}),
    "profiles": Probe("get", "/profiles"),
    "profile": Probe("get", "/profiles/valclean/sam"),
    "staff_records": Probe("get", "/staff-records"),
    "staff_records_csv": Probe("get", "/staff-records.csv"),
    "add_staff_record": Probe("post", "/staff-records", {"business": "valclean", "name": "Zoe"}, before=_whole),
    "staff_record": Probe("get", "/staff-records/{sam}"),
    "change_staff_record": Probe("put", "/staff-records/{sam}", A_RECORD),
    "change_biography": Probe("put", "/staff-records/{sam}/biography", {"biography": {"en": "Windows"}}),
    "set_photo": Probe("post", "/staff-records/{sam}/photo", A_PICTURE),
    "drop_photo": Probe("delete", "/staff-records/{sam}/photo"),
    "archive_staff": Probe("post", "/staff-records/{sam}/archive"),
    "restore_staff": Probe("post", "/staff-records/{sam}/restore"),
    "staff_around": Probe("get", "/staff-records/{sam}/around"),
    "invitations": Probe("get", "/invitations"),
    "invitations_csv": Probe("get", "/invitations.csv"),
    "invite": Probe(
        "post",
        "/invitations",
        {"email": "zoe@new.example", "name": "Zoe", "role": "staff", "business": "valclean"},
    ),
    "resend_invitation": Probe("post", "/invitations/{invitation}/resend"),
    "withdraw_invitation": Probe("delete", "/invitations/{invitation}"),
    "read_invitation": Probe("post", "/invitation/read", {"key": "{invited}"}),
    "accept_invitation": Probe(
        "post", "/invitation/accept", {"key": "{invited}", "name": "Ivy", "password": "a harbour of boats"}
    ),
    "join_invitation": Probe("post", "/invitation/join", {"key": "{invited_cleo}"}),
    "manager_scope": Probe("get", "/manager-scopes/{max}"),
    "set_manager_scope": Probe("put", "/manager-scopes/{max}", {"staff_ids": [], "actions": []}),
    "scope_choices": Probe("get", "/scope-choices"),
    "scope_templates": Probe("get", "/scope-templates"),
    "add_scope_template": Probe("post", "/scope-templates", {"name": "South", "staff_ids": ["{sam}"], "actions": []}),
    "change_scope_template": Probe(
        "put", "/scope-templates/{template}", {"name": "North", "staff_ids": [], "actions": ["reports"]}
    ),
    "archive_scope_template": Probe("delete", "/scope-templates/{template}"),
    "scope_preview": Probe("post", "/scope-preview", {"staff_ids": ["{sam}"], "actions": ["appointments"]}),
    "audit_events": Probe("get", "/audit-events"),
    "audit_events_csv": Probe("get", "/audit-events.csv"),
    "journal": Probe("get", "/journal/hledger?first_on=2026-03-01&last_on=2026-03-31"),
    "audit_choices": Probe("get", "/audit-choices"),
    "audit_people": Probe("post", "/audit-people", {"words": "Cleo"}),
    "audit_person": Probe("get", "/audit-people/{sam}"),
    "coverage": Probe("post", "/coverage", {"business": "valclean", "postcode": POSTCODE}),
    "postcode_suggestions": Probe("get", "/postcodes?prefix=SW11"),
    "address_suggestions": Probe("post", "/addresses/suggestions", {"text": f"1 Plain Street {POSTCODE}", **A_SESSION}),
    "address_detail": Probe("post", "/addresses/detail", {"id": f"directory:{POSTCODE}/1 Plain Street", **A_SESSION}),
    "coverage_map": Probe("get", "/areas?business=valclean"),
    "areas": Probe("get", "/staff-members/{sam}/areas"),
    "add_area": Probe("post", "/staff-members/{sam}/areas", {"postcode": POSTCODE, "radius_m": 3_000}),
    "preview_area": Probe("post", "/areas/{area}/preview", {"removed": True}),
    "change_area": Probe("put", "/areas/{area}", {"postcode": POSTCODE, "radius_m": 4_000}),
    "remove_area": Probe("delete", "/areas/{area}"),
    "preview_hours": Probe("post", "/staff-members/{sam}/hours/preview", {"spans": []}),
    "preview_date_override": Probe("post", "/staff-members/{sam}/overrides/2026-03-20/preview", {"spans": []}),
    "preview_time_off": Probe("post", "/staff-members/{sam}/time-off/preview", SPAN),
    "preview_holidays": Probe(
        "post", "/businesses/valclean/holidays/preview", {"days": [{"on_date": "2026-12-24", "name": "Christmas Eve"}]}
    ),
    "picture": Probe("get", "/pictures/{picture}"),
    "private_file": Probe("get", "/files/{file}"),
    "send_picture": Probe("post", "/pictures", A_PICTURE),
    "catalogue_services": Probe("get", "/catalogue/services"),
    "catalogue_services_csv": Probe("get", "/catalogue/services.csv"),
    "catalogue_choices": Probe("get", "/catalogue/choices"),
    "catalogue_service": Probe("get", "/catalogue/services/{clean}"),
    "add_service": Probe("post", "/catalogue/services", {**A_SERVICE, "business_id": "{business}"}),
    "change_service": Probe("put", "/catalogue/services/{clean}", A_SERVICE),
    "archive_service": Probe("post", "/catalogue/services/{clean}/archive", {"archived": True}),
    "catalogue_categories": Probe("get", "/catalogue/categories"),
    "add_category": Probe("post", "/catalogue/categories", {"business_id": "{business}", "name": {"en": "Windows"}}),
    "change_category": Probe("put", "/catalogue/categories/{category}", {"name": {"en": "Windows"}}),
    "archive_category": Probe("post", "/catalogue/categories/{category}/archive", {"archived": True}),
    "catalogue_extras": Probe("get", "/catalogue/extras"),
    "add_extra": Probe(
        "post", "/catalogue/extras", {"business_id": "{business}", "name": {"en": "Blinds"}, "price_amount": 900}
    ),
    "change_extra": Probe("put", "/catalogue/extras/{extra}", {"name": {"en": "Blinds"}, "price_amount": 900}),
    "archive_extra": Probe("post", "/catalogue/extras/{extra}/archive", {"archived": True}),
    "price_rules": Probe("get", "/price-rules"),
    "add_price_rule": Probe("post", "/price-rules", {**A_PRICE_RULE, "business_id": "{business}"}),
    "change_price_rule": Probe("put", "/price-rules/{price_rule}", A_PRICE_RULE),
    "archive_price_rule": Probe("post", "/price-rules/{price_rule}/archive", {"archived": True}),
    "coupons": Probe("get", "/coupons"),
    "my_coupons": Probe("get", "/my-coupons"),
    "my_referrals": Probe("get", "/my-referrals"),
    "open_referral_code": Probe("post", "/businesses/valclean/referral-code", {}),
    "referrals": Probe("get", "/referrals"),
    "add_coupon": Probe("post", "/coupons", {"business_id": "{business}", "code": "SPRING", "amount": 500}),
    "change_coupon": Probe("put", "/coupons/{coupon}", {"code": "WELCOME", "percent_bp": 1_000}),
    "archive_coupon": Probe("post", "/coupons/{coupon}/archive", {"archived": True}),
    "try_price": Probe("post", "/price-trials", {"service_id": "{clean}", "on": "2026-03-07", "minute": 600}),
    "arrange_catalogue": Probe("put", "/catalogue/valclean/services/order", {"ids": ["{clean}", "{call}"]}),
    "services": Probe("get", "/services"),
    "service": Probe("get", "/services/valclean/clean"),
    "booking_link": Probe("get", "/booking-links?business=valclean&service=clean&staff=sam"),
    "booking_link_code": Probe("get", "/booking-links/code?business=valclean&service=clean"),
    "appointments": Probe("get", "/appointments"),
    "appointment": Probe("get", "/appointments/{appointment}"),
    "confirm_appointment": Probe("post", "/appointments/{appointment}/confirm", before=_pending),
    "decline_appointment": Probe("post", "/appointments/{appointment}/decline", {"reason": "ill"}, before=_pending),
    "complete_appointment": Probe("post", "/appointments/{appointment}/complete", before=_afterwards),
    "calendar": Probe("get", "/calendar?first_on=2026-03-02&last_on=2026-03-08"),
    "preview_change": Probe("post", "/appointments/{appointment}/change/preview", LATER),
    "change_visit": Probe("post", "/appointments/{appointment}/change", LATER),
    "calendar_feed": Probe("get", "/my/calendar-feed"),
    "open_calendar_feed": Probe("post", "/my/calendar-feed"),
    "close_calendar_feed": Probe("delete", "/my/calendar-feed"),
    "read_calendar_feed": Probe("get", "/calendar-feeds/{feed}"),
    "working_hours": Probe("get", "/staff-members/{sam}/hours"),
    "set_working_hours": Probe("put", "/staff-members/{sam}/hours", {"spans": []}),
    "date_overrides": Probe("get", "/staff-members/{sam}/overrides?first_on=2026-03-01&last_on=2026-04-01"),
    "set_date_override": Probe("put", "/staff-members/{sam}/overrides/2026-03-20", {"spans": [[600, 700]]}),
    "drop_date_override": Probe("delete", "/staff-members/{sam}/overrides/2026-03-20", before=_overridden),
    "time_off": Probe("get", f"/staff-members/{{sam}}/time-off?{RANGE}"),
    "add_time_off": Probe("post", "/staff-members/{sam}/time-off", SPAN),
    "drop_time_off": Probe("delete", "/time-off/{time_off}"),
    "time_off_requests": Probe("get", "/time-off"),
    "time_off_csv": Probe("get", "/time-off.csv"),
    "answer_time_off": Probe("post", "/time-off/{request}/answer", {"granted": True}),
    "holidays": Probe("get", "/businesses/valclean/holidays?first_on=2026-03-02"),
    "holiday_proposals": Probe("get", "/businesses/valclean/holiday-proposals?first_on=2026-03-02"),
    "add_holidays": Probe(
        "post", "/businesses/valclean/holidays", {"days": [{"on_date": "2026-12-24", "name": "Christmas Eve"}]}
    ),
    "remove_holiday": Probe("delete", "/holidays/{holiday}"),
    "busy_blocks": Probe("get", f"/busy-blocks?staff={{sam}}&{RANGE}"),
    "block_time": Probe("post", "/busy-blocks", {"staff_member_id": "{sam}", **SPAN}),
    "unblock_time": Probe("delete", "/busy-blocks/{block}"),
    "why_not": Probe("post", "/why-not", {"staff": "{sam}", "service": "{clean}", "on_date": "2026-03-04"}),
    "slots": Probe("get", f"/slots?service={{call}}&{SLOTS}"),
    "slots?line": Probe("get", f"/slots?line={{line}}&{SLOTS}"),
    "slots?appointment": Probe("get", f"/slots?appointment={{appointment}}&{SLOTS}"),
    "first_free_slot": Probe("get", "/slots/first?service={call}"),
    "why_nothing_fits": Probe("get", "/slots/why-none?service={call}&on=2026-03-04"),
    "basket": Probe("get", "/basket"),
    "set_basket_place": Probe("put", "/basket/place", {"business": "valclean", "postcode": POSTCODE}),
    "add_line": Probe("post", "/basket/lines", {"service_id": "{clean}"}),
    "change_line": Probe("patch", "/basket/lines/{line}", {"seats": 1}),
    "remove_line": Probe("delete", "/basket/lines/{line}"),
    "restore_line": Probe("post", "/basket/lines/{line_out}/restore", {}),
    "join_lines": Probe("post", "/basket/visits", {"line_ids": ["{line}", "{line_beside}"]}),
    "part_lines": Probe("delete", "/basket/visits/{line}"),
    "set_repeat": Probe("put", "/basket/lines/{line}/repeat", {"frequency": "weekly", "months": 1}),
    "stop_repeating": Probe("delete", "/basket/lines/{line}/repeat"),
    "near_date": Probe("get", "/basket/lines/{line_repeating}/dates/{repeated_on}"),
    "choose_date": Probe("put", "/basket/lines/{line_repeating}/dates/{repeated_on}", {}),
    "save_answers": Probe("patch", "/basket/lines/{line}/answers", {"answers": {PICTURED: None}}),
    "send_file": Probe("post", "/basket/lines/{line}/answers/{photo}", A_PICTURE),
    "save_details": Probe("patch", "/basket/details", {"name": "N"}),
    "name_coupon": Probe("put", "/basket/coupon", {"code": "welcome"}),
    "drop_coupon": Probe("delete", "/basket/coupon"),
    "hold": Probe("post", "/holds", {"line_id": "{line}", "starts_at": "2026-03-06T10:00:00Z"}),
    "release": Probe("delete", "/holds/{line}"),
    "book": Probe(
        "post", "/bookings", {"shown_total_amount": "{total}", "terms_accepted": True, "early_start_consent": True}
    ),
    "track": Probe("post", "/tracking", {"number": "{number}", "email": "{email}"}),
    "orders": Probe("get", "/orders"),
    "orders_csv": Probe("get", "/orders.csv"),
    "order": Probe("get", "/orders/{number}"),
    "order_calendar": Probe("get", "/orders/{number}/calendar.ics"),
    "linked_order": Probe("get", "/linked-order"),
    "appointment_answers": Probe("get", "/appointments/{appointment}/answers"),
    "appointment_customer_answers": Probe("get", "/appointments/{appointment}/customer-answers"),
    "order_of_appointment": Probe("get", "/appointments/{appointment}/order"),
    "cancellation": Probe("get", "/appointments/{appointment}/cancellation"),
    "cancel": Probe("post", "/appointments/{appointment}/cancel", CALLED_OFF, before=_to_be_called_off),
    "absence": Probe("get", "/appointments/{appointment}/absence?of=customer"),
    "mark_no_show": Probe("post", "/appointments/{appointment}/no-show", {"token": "{absence}"}, before=_missed),
    "undo_no_show": Probe("post", "/appointments/{appointment}/no-show/undo", before=_marked_missed),
    "mark_not_served": Probe(
        "post", "/appointments/{appointment}/not-served", {"token": "{absence}"}, before=_not_served
    ),
    "restoration": Probe("get", "/appointments/{appointment}/restoration"),
    "restore_appointment": Probe(
        "post", "/appointments/{appointment}/restore", {"token": "{restoration}"}, before=_called_off
    ),
    "move": Probe("post", "/appointments/{appointment}/move", LATER),
    "move_back_preview": Probe("get", "/appointments/{appointment}/move/undo"),
    "undo_move": Probe("post", "/appointments/{appointment}/move/undo", {"token": "{move_back}"}, before=_moved),
    "visit_places": Probe("get", "/appointments/{appointment}/places"),
    "add_visit_place": Probe(
        "post",
        "/appointments/{appointment}/places",
        {"line1": "2 Low Road", "town": "London", "postcode": "SW11 1AA"},
    ),
    "subscriptions": Probe("get", "/subscriptions"),
    "subscriptions_csv": Probe("get", "/subscriptions.csv"),
    "subscription": Probe("get", "/subscriptions/{subscription}"),
    "series_choices": Probe("get", "/subscriptions/{subscription}/choices"),
    "plan_series_change": Probe("post", "/subscriptions/{subscription}/plan", OFF),
    "set_carrying_on": Probe("put", "/subscriptions/{subscription}/carrying-on", {"carries_on": True}),
    "change_series": Probe("post", "/subscriptions/{subscription}/change", {**OFF, "token": "{plan}"}),
    "book_again": Probe("post", "/orders/{number}/again"),
    "ask_for_change": Probe(
        "post", "/appointments/{appointment}/change-requests", {"kind": "cancel", "note": "ill"}, before=_not_asked
    ),
    "withdraw_change_request": Probe("post", "/change-requests/{change}/withdraw"),
    "take_proposal": Probe("post", "/change-requests/{change}/take", LATER, before=_proposed),
    "change_requests": Probe("get", "/change-requests"),
    "change_requests_csv": Probe("get", "/change-requests.csv"),
    "request_money": Probe("get", "/change-requests/{change}/money", before=_wants_to_cancel),
    "accept_change_request": Probe("post", "/change-requests/{change}/accept", LATER),
    "propose_change": Probe("post", "/change-requests/{change}/propose", LATER),
    "decline_change_request": Probe("post", "/change-requests/{change}/decline", {"words": "full"}),
    "slots?waiting": Probe("get", f"/slots?waiting={{entry}}&{SLOTS}"),
    "join_waiting_list": Probe("post", "/waiting-list", {"line_id": "{line}", **A_WINDOW}),
    "linked_waiting_entry": Probe("post", "/waiting-list/linked/read", {"key": "{waiting_key}"}),
    "take_linked_offer": Probe("post", "/waiting-list/linked/take", {"key": "{waiting_key}"}, before=_offered),
    "decline_linked_offer": Probe("post", "/waiting-list/linked/decline", {"key": "{waiting_key}"}, before=_offered),
    "leave_linked_waiting_list": Probe("post", "/waiting-list/linked/leave", {"key": "{waiting_key}"}),
    "my_waiting_list": Probe("get", "/my/waiting-list"),
    "take_my_offer": Probe("post", "/my/waiting-list/{entry}/take", before=_offered),
    "decline_my_offer": Probe("post", "/my/waiting-list/{entry}/decline", before=_offered),
    "leave_my_waiting_list": Probe("post", "/my/waiting-list/{entry}/leave"),
    "waiting_entries": Probe("get", "/waiting-entries"),
    "waiting_entries_csv": Probe("get", "/waiting-entries.csv"),
    "waiting_entry": Probe("get", "/waiting-entries/{entry}"),
    "remove_waiting_entry": Probe("delete", "/waiting-entries/{entry}"),
    "offer_to_waiting_entry": Probe("post", "/waiting-entries/{entry}/offer", {"starts_at": "2026-03-10T10:00:00Z"}),
    "linkable_orders": Probe("get", "/linkable-orders", before=_proven_since),
    "link_orders": Probe("post", "/linkable-orders", {"order_ids": ["{order}"]}, before=_proven_since),
    "wish_for_account": Probe("post", "/linked-order/account"),
    "account_offer": Probe("post", "/account-offer/read", {"key": "{key}"}, before=_booked_as_guest),
    "open_account": Probe(
        "post", "/account-offer", {"key": "{key}", "password": "a harbour of boats"}, before=_booked_as_guest
    ),
    "open_phone_basket": Probe("post", "/phone-bookings", {"business": "valclean"}),
    "find_callers": Probe("post", "/phone-bookings/callers", {"text": "Cleo"}),
    "choose_caller": Probe("put", "/phone-bookings/caller", {"customer_id": "{caller}"}, before=_on_the_phone),
    "caller_addresses": Probe("get", "/phone-bookings/addresses", before=_on_the_phone),
    "choose_caller_address": Probe(
        "put", "/phone-bookings/address", {"address_id": "{their_address}"}, before=_on_the_phone
    ),
    "phone_goods": Probe("get", "/phone-bookings/goods"),
    "preview_phone_time": Probe("post", "/phone-bookings/time/preview", CALL_BY_SAM, before=_on_the_phone),
    "set_phone_time": Probe("post", "/phone-bookings/time", CALL_BY_SAM, before=_on_the_phone),
    "customers": Probe("post", "/customers/search", {"text": "canary"}),
    "customer_list": Probe("get", "/customers"),
    "customers_csv": Probe("get", "/customers.csv"),
    "customer": Probe("get", "/customers/{customer}"),
    "customer_tags": Probe("get", "/customer-tags"),
    "add_customer": Probe("post", "/customers", {"name": "Newcomer", "phone": "07700 900222"}),
    "change_customer": Probe("put", "/customers/{customer}", CONTACT),
    "archive_customer": Probe("post", "/customers/{customer}/archive"),
    "restore_customer": Probe("post", "/customers/{customer}/restore", before=_put_away),
    "add_customer_address": Probe("post", "/customers/{customer}/addresses", HOME),
    "change_customer_address": Probe("put", "/customers/{customer}/addresses/{address}", HOME),
    "archive_customer_address": Probe("delete", "/customers/{customer}/addresses/{address}"),
    "make_customer_address_usual": Probe("post", "/customers/{customer}/addresses/{address}/usual"),
    "write_note": Probe("post", "/customers/{customer}/notes", {"text": "Rings twice"}),
    "remove_note": Probe("delete", "/customers/{customer}/notes/{note}"),
    "set_tags": Probe("put", "/customers/{customer}/tags", {"tags": ["VIP"]}),
    "preview_merge": Probe("post", "/customers/{customer}/merge/preview", {"absorbed_id": "{twin}"}),
    "merge_customers": Probe("post", "/customers/{customer}/merge", {"absorbed_id": "{twin}"}, before=_proven),
    "undo_merge": Probe("post", "/merges/{merge}/undo", before=_merged),
    "my_details": Probe("get", "/my/details"),
    "change_my_details": Probe("put", "/my/details", {"name": "Myself"}),
    "my_addresses": Probe("get", "/my/addresses"),
    "add_my_address": Probe("post", "/my/addresses", HOME),
    "change_my_address": Probe("put", "/my/addresses/{address}", HOME),
    "archive_my_address": Probe("delete", "/my/addresses/{address}"),
    "make_my_address_usual": Probe("post", "/my/addresses/{address}/usual"),
    "customer_fields": Probe("get", "/businesses/valclean/customer-fields"),
    "define_customer_fields": Probe("put", "/businesses/valclean/customer-fields", {"fields": [A_FIELD]}),
    **POINT_PROBES,
    "save_customer_fields": Probe("patch", "/customers/{customer}/fields/valclean", {"answers": {SINGS: "At eight"}}),
    "send_customer_file": Probe("post", "/customers/{customer}/fields/valclean/{scan}", A_PICTURE),
    "my_fields": Probe("get", "/my/fields"),
    "save_my_fields": Probe("patch", "/my/fields/valclean", {"answers": {SINGS: "At nine"}}),
    "send_my_file": Probe("post", "/my/fields/valclean/{scan}", A_PICTURE),
    "my_preferences": Probe("get", "/my/preferences"),
    "set_my_preferences": Probe("put", "/my/preferences", {"language": "uk", "zone": "Europe/Kyiv", "news": True}),
    **PAYMENT_PROBES,
    **MESSAGE_PROBES,
    **INVOICE_PROBES,
    **GOODS_PROBES,
}
