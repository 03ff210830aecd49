"""Who may use the doors to payments."""

from __future__ import annotations

from almanac.kit.doors import ADMINS, EVERYBODY, Door, Doors, Who

DOORS: Doors = {
    "payment_methods": Door(EVERYBODY, "ways to pay by a company's page"),
    "payment_page": Door(EVERYBODY, "what our page for cards may load"),
    "payment_methods_in_test": Door(EVERYBODY, "those of them by which no real money would move"),
    "pay": Door(frozenset({Who.LINK, Who.CUSTOMER}), "a page to pay on for an order"),
    "check_payment": Door(EVERYBODY, "how a payment is, and its order's number, for whoever knows its id"),
    "kept_methods": Door(frozenset({Who.CUSTOMER, Who.OTHER_CUSTOMER}), "cards and debits one keeps oneself for later"),
    "prefer_kept_method": Door(frozenset({Who.CUSTOMER, Who.ADMIN}), "which of the kept cards is charged"),
    "remove_kept_method": Door(frozenset({Who.CUSTOMER, Who.ADMIN}), "a kept card, kept no more"),
    "open_keep_page": Door(frozenset({Who.CUSTOMER, Who.OTHER_CUSTOMER}), "a page to leave a card on for later"),
    "check_keep_page": Door(frozenset({Who.CUSTOMER}), "what was left on such a page"),
    "retry_charge": Door(
        frozenset({Who.LINK, Who.CUSTOMER, Who.STAFF, Who.MANAGER, Who.ADMIN}), "a charge of a kept card, tried now"
    ),
    "record_taking": Door(frozenset({Who.STAFF, Who.MANAGER, Who.ADMIN}), "what was paid to the team for an order"),
    "send_payment_link": Door(
        frozenset({Who.STAFF, Who.MANAGER, Who.ADMIN}), "the link to pay, sent to an order's customer"
    ),
    "copy_payment_link": Door(
        frozenset({Who.MANAGER, Who.ADMIN}), "the link that opens an order, to hand to its customer"
    ),
    "charge_kept": Door(
        frozenset({Who.STAFF, Who.MANAGER, Who.ADMIN}), "what an order's customer keeps, charged with their yes"
    ),
    "refund": Door(frozenset({Who.MANAGER, Who.ADMIN}), "money back for an order, by hand"),
    "refund_given": Door(frozenset({Who.MANAGER, Who.ADMIN}), "a refund that was given back in cash or by transfer"),
    "refund_again": Door(frozenset({Who.MANAGER, Who.ADMIN}), "a refund that failed, asked of the company once more"),
    "refund_otherwise": Door(
        frozenset({Who.MANAGER, Who.ADMIN}), "a refund that failed, given back in cash or by transfer"
    ),
    "order_ledger": Door(ADMINS, "the books of an order"),
    "payment_reviews": Door(ADMINS, "paid orders that wait for somebody to look at them", lists=True),
    "approve_payment_review": Door(ADMINS, "a held order, which stands then"),
    "refuse_payment_review": Door(ADMINS, "a held order, ended with its money back"),
    "give_pass": Door(ADMINS, "a package of visits that nobody pays for", asks_again=True),
    "void_pass": Door(ADMINS, "a package that somebody has, ended for good", asks_again=True),
    "refund_pass": Door(ADMINS, "money back for the visits of a package that were not used"),
    "give_tip": Door(frozenset({Who.LINK, Who.CUSTOMER}), "a tip after a visit of one's own"),
    "refund_tip": Door(frozenset({Who.MANAGER, Who.ADMIN}), "a tip given back, by hand"),
    "my_tips": Door(frozenset({Who.STAFF, Who.OTHER_STAFF}), "tips one was given oneself"),
    "send_bank_statement": Door(ADMINS, "a bank's statement, its money in kept"),
    "bank_lines": Door(ADMINS, "money in by the bank's statements", lists=True),
    "book_bank_lines": Door(ADMINS, "money in by the bank, booked as payments of orders"),
    "set_bank_line_aside": Door(ADMINS, "money in by the bank that is of no order"),
    "payments": Door(frozenset({Who.CUSTOMER, Who.MANAGER, Who.ADMIN}), "payments of orders one may see", lists=True),
    "refunds_to_give": Door(
        frozenset({Who.MANAGER, Who.ADMIN}), "how much money waits to be given back by hand", lists=True
    ),
    "payment": Door(frozenset({Who.MANAGER, Who.ADMIN}), "a payment with all that happened to it"),
    "payments_csv": Door(frozenset({Who.CUSTOMER, Who.MANAGER, Who.ADMIN}), "the same as a file", lists=True),
    "payment_accounts": Door(ADMINS, "our keys at payment companies, without the secret ones"),
    "payment_checklists": Door(ADMINS, "what is done of going live with each company"),
    "set_payment_account": Door(ADMINS, "our keys at a payment company", asks_again=True),
    "order_payment_companies": Door(ADMINS, "which payment company comes first", asks_again=True),
    "payment_webhook": Door(frozenset(), "a message of a payment company, which its signature opens"),
    "payment_notices": Door(ADMINS, "messages of payment companies"),
    "payment_notice": Door(ADMINS, "a message of a payment company as it came"),
    "replay_payment_notice": Door(ADMINS, "a message of a payment company, handled anew"),
}
