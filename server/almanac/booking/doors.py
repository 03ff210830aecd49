"""Who may use the doors of the booking journey, and those to orders."""

from __future__ import annotations

from almanac.kit.doors import ADMINS, BASKET, EVERYBODY, LINKS, PARTIES, TEAM, Door, Doors, Who

BUYERS = frozenset({Who.CUSTOMER, Who.LINK})

DISPATCHERS = frozenset({Who.MANAGER, Who.OTHER_MANAGER, Who.ADMIN})  # each within their own scope
CUSTOMERS = frozenset({Who.CUSTOMER})
FOR_SAM = frozenset({Who.MANAGER, Who.ADMIN})

DOORS: Doors = {
    "profiles": Door(EVERYBODY, "people with online sessions, what for and when they are next free"),
    "profile": Door(EVERYBODY, "one person who can be booked, what for and when they are next free"),
    "slots": Door(EVERYBODY, "free times of a service, and who could come"),
    "slots?line": Door(BASKET, "free times for a line of one's own basket"),
    "slots?appointment": Door(PARTIES, "other times for a visit"),
    "slots?waiting": Door(FOR_SAM, "times to offer to an entry of the waiting list"),
    "first_free_slot": Door(EVERYBODY, "the earliest free time of a service"),
    "why_nothing_fits": Door(
        EVERYBODY, "why a date has no free time of a service, and the smallest change that opens one"
    ),
    "basket": Door(BASKET, "everything typed so far"),
    "set_basket_place": Door(EVERYBODY, "the place of one's own basket, opening one"),
    "add_line": Door(EVERYBODY, "one more line of one's own basket, opening one"),
    "change_line": Door(BASKET, "a line of one's own basket"),
    "remove_line": Door(BASKET, "a line of one's own basket, taken out"),
    "restore_line": Door(BASKET, "a line just taken out of one's own basket, put back"),
    "add_good": Door(EVERYBODY, "a good for one's own basket, opening one"),
    "remove_good": Door(BASKET, "a good of one's own basket, taken out"),
    "put_bundle": Door(EVERYBODY, "all services of a bundle for one's own basket, opening one"),
    "take_bundle_out": Door(BASKET, "all services of a bundle of one's own basket, taken out"),
    "name_gift_card": Door(BASKET, "a gift card that pays for one's own basket"),
    "drop_gift_card": Door(BASKET, "a gift card, taken out of one's own basket"),
    "gift_card_offers": Door(EVERYBODY, "who sells gift cards, and of which amounts"),
    "name_pass": Door(BASKET, "a package whose visits one's own basket may use"),
    "drop_pass": Door(BASKET, "a package, taken out of one's own basket"),
    "use_pass": Door(BASKET, "a visit of a package for a line of one's own basket"),
    "join_lines": Door(BASKET, "services of one's own basket, made one visit"),
    "part_lines": Door(BASKET, "a visit of one's own basket, made single ones"),
    "set_repeat": Door(BASKET, "how a line of one's own basket comes again"),
    "stop_repeating": Door(BASKET, "a line of one's own basket that came again, once only"),
    "near_date": Door(BASKET, "other times near a date of a line of one's own basket"),
    "choose_date": Door(BASKET, "a date of a line of one's own basket, at another time or left out"),
    "save_answers": Door(BASKET, "what was answered to a service's questions, in one's own basket"),
    "send_file": Door(BASKET, "a file as an answer, in one's own basket"),
    "appointment_answers": Door(PARTIES, "what was answered when a visit was booked"),
    "appointment_customer_answers": Door(
        TEAM, "what is filled in for a visit's customer; staff what is marked as theirs to know"
    ),
    "save_details": Door(BASKET, "what was typed in one's own basket"),
    "name_coupon": Door(BASKET, "a coupon, named for one's own basket"),
    "drop_coupon": Door(BASKET, "the coupon of one's own basket, left"),
    "try_price": Door(ADMINS, "what a visit would cost, tried out"),
    "hold": Door(BASKET, "a time, kept for a line of one's own basket"),
    "release": Door(BASKET, "a kept time, given back"),
    "book": Door(BASKET, "one's own basket, turned into an order"),
    "track": Door(EVERYBODY, "the link to an order, for its number with its e-mail"),
    "orders": Door(PARTIES, "orders of one's own, with visits of one's own or of staff in scope, or all", lists=True),
    "orders_csv": Door(PARTIES, "the same orders as a file for spreadsheets", lists=True),
    "order": Door(PARTIES, "an order with its visits, prices and customer"),
    "order_calendar": Door(PARTIES, "an order's visits as a calendar file"),
    "linked_order": Door(LINKS, "the order that one's own link opens"),
    "order_of_appointment": Door(PARTIES, "the number of the order that a visit was sold in"),
    "cancellation": Door(PARTIES, "what calling a visit off would mean now"),
    "cancel": Door(PARTIES, "a visit, called off"),
    "absence": Door(PARTIES, "what it would mean that one side was not there for a visit"),
    "mark_no_show": Door(TEAM, "a visit from its start on, as one its customer was not there for"),
    "undo_no_show": Door(TEAM, "that its customer was not there, taken back"),
    "mark_not_served": Door(TEAM, "a visit from its start on, as one that nobody came to"),
    "move": Door(PARTIES, "a visit, at another time or address"),
    "visit_places": Door(PARTIES, "addresses of its customer that a visit could be moved to"),
    "add_visit_place": Door(PARTIES, "one more address that a visit could be moved to"),
    "subscriptions": Door(
        PARTIES, "subscriptions of one's own, with visits of one's own or of staff in scope, or all", lists=True
    ),
    "subscriptions_csv": Door(PARTIES, "the same subscriptions as a file for spreadsheets", lists=True),
    "subscription": Door(PARTIES, "a subscription with its visits"),
    "series_choices": Door(PARTIES, "with whom and where the visits of a subscription may be"),
    "plan_series_change": Door(PARTIES, "what a change of several visits of a subscription would do"),
    "change_series": Door(PARTIES, "several visits of a subscription, changed at once"),
    "set_carrying_on": Door(PARTIES, "whether a subscription goes on after its term"),
    "book_again": Door(frozenset({Who.CUSTOMER}), "an order of one's own account, put into one's basket again"),
    "ask_for_change": Door(BUYERS, "a visit's change, asked for where the rules refuse it"),
    "withdraw_change_request": Door(BUYERS, "a request for a change, taken back"),
    "take_proposal": Door(BUYERS, "a proposed time, taken"),
    "change_requests": Door(
        TEAM, "customers' requests about visits of one's own or of staff in scope, or all", lists=True
    ),
    "change_requests_csv": Door(TEAM, "the same as a file for spreadsheets", lists=True),
    "request_money": Door(TEAM, "what saying yes to a request to call a visit off would mean"),
    "accept_change_request": Door(TEAM, "a request for a change, carried out"),
    "propose_change": Door(TEAM, "a request for a change, answered with another time"),
    "decline_change_request": Door(TEAM, "a request for a change, declined"),
    "join_waiting_list": Door(BASKET, "a wish of one's own basket, put on the waiting list"),
    "linked_waiting_entry": Door(EVERYBODY, "the entry of the waiting list that a letter's link opens"),
    "take_linked_offer": Door(EVERYBODY, "a time offered to that entry, put into one's own basket"),
    "decline_linked_offer": Door(EVERYBODY, "a time offered to that entry, let go"),
    "leave_linked_waiting_list": Door(EVERYBODY, "that entry, ended"),
    "my_waiting_list": Door(frozenset({Who.CUSTOMER, Who.OTHER_CUSTOMER}), "what one's own account waits for"),
    "take_my_offer": Door(CUSTOMERS, "a time offered to one's own account, put into one's own basket"),
    "decline_my_offer": Door(CUSTOMERS, "a time offered to one's own account, let go"),
    "leave_my_waiting_list": Door(CUSTOMERS, "an entry of one's own account, ended"),
    "waiting_entries": Door(FOR_SAM, "who waits for services of people in scope, or for any", lists=True),
    "waiting_entries_csv": Door(FOR_SAM, "the same entries as a file for spreadsheets", lists=True),
    "waiting_entry": Door(FOR_SAM, "an entry of the waiting list"),
    "remove_waiting_entry": Door(FOR_SAM, "an entry of the waiting list, taken off"),
    "offer_to_waiting_entry": Door(FOR_SAM, "a free time, offered by hand"),
    "linkable_orders": Door(EVERYBODY, "earlier orders as a guest that one's own account may add", lists=True),
    "link_orders": Door(
        frozenset({Who.CUSTOMER}), "orders as a guest with one's own proven e-mail, added to the account"
    ),
    "wish_for_account": Door(LINKS, "a letter to the order's mailbox with a link to an account"),
    "account_offer": Door(EVERYBODY, "what the link in such a letter offers"),
    "open_phone_basket": Door(DISPATCHERS, "an order by phone, begun afresh"),
    "find_callers": Door(FOR_SAM, "customers by name, e-mail or phone, to take an order for", lists=True),
    "choose_caller": Door(FOR_SAM, "the customer whom the order by phone is for"),
    "caller_addresses": Door(DISPATCHERS, "the addresses of the chosen customer"),
    "choose_caller_address": Door(FOR_SAM, "one of the chosen customer's addresses"),
    "preview_phone_time": Door(FOR_SAM, "what stands against an exact time for an order by phone"),
    "set_phone_time": Door(FOR_SAM, "an exact time, kept for an order by phone, rules put aside with a reason"),
    "open_account": Door(EVERYBODY, "the account that such a link offers, once"),
}
