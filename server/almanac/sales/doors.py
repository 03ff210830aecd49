"""Who may use the doors to coupons, and to what was bought without a time."""

from __future__ import annotations

from almanac.kit.doors import ADMINS, EVERYBODY, Door, Doors, Who

BUYERS = frozenset({Who.CUSTOMER, Who.LINK})

DOORS: Doors = {
    "coupons": Door(ADMINS, "coupons and discounts, with how often each was used"),
    "add_coupon": Door(ADMINS, "a new coupon or discount"),
    "change_coupon": Door(ADMINS, "all that a coupon says"),
    "archive_coupon": Door(ADMINS, "a coupon, put away or brought back"),
    "my_coupons": Door(frozenset({Who.CUSTOMER}), "coupons and discounts that are one's own alone", lists=True),
    "my_points": Door(frozenset({Who.CUSTOMER}), "one's own points, with every change of them", lists=True),
    "my_referrals": Door(frozenset({Who.CUSTOMER}), "one's own code for friends, and what came of it", lists=True),
    "open_referral_code": Door(
        frozenset({Who.CUSTOMER, Who.OTHER_CUSTOMER}), "one's own code for friends, made when asked for"
    ),
    "referrals": Door(ADMINS, "what became of the orders of friends who were brought"),
    "gift_card_balance": Door(EVERYBODY, "what is left on the gift card whose code one knows"),
    "linked_gift_card": Door(EVERYBODY, "the gift card that a letter's link shows"),
    "my_gift_cards": Door(
        BUYERS, "gift cards that were bought, in one's own account or by the order's link", lists=True
    ),
    "received_gift_cards": Door(
        frozenset({Who.CUSTOMER}), "gift cards that were sent to one's own mailbox", lists=True
    ),
    "gift_cards": Door(ADMINS, "all gift cards, with what is left on each"),
    "gift_cards_csv": Door(ADMINS, "the same gift cards as a file for spreadsheets, without their codes"),
    "gift_card": Door(ADMINS, "a gift card with every movement on it"),
    "give_gift_card": Door(ADMINS, "a gift card that nobody pays for", asks_again=True),
    "void_gift_card": Door(ADMINS, "a gift card, ended for good", asks_again=True),
    "pass_balance": Door(EVERYBODY, "what is left of the package whose code one knows, and its visits"),
    "linked_pass": Door(EVERYBODY, "the package that a letter's link shows"),
    "my_passes": Door(
        BUYERS, "packages that were bought or given, in one's own account or by the order's link", lists=True
    ),
    "passes": Door(ADMINS, "packages that customers have, with what is left of each"),
    "passes_csv": Door(ADMINS, "the same packages as a file for spreadsheets"),
    "visit_pass": Door(ADMINS, "a package that somebody has, with every visit and every movement of money"),
    "library": Door(BUYERS, "products that were bought, in one's own account or by the order's link", lists=True),
    "make_download": Door(BUYERS, "a link to a file that was bought"),
    "download": Door(EVERYBODY, "a file that was bought, for whom its link was made and an hour"),
}
