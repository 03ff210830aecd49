"""What follows what: the only list of events, what is done with them at once, and the tasks that react to them."""

from __future__ import annotations

from almanac.booking import events as journeys
from almanac.booking import tasks as booking
from almanac.booking.actions.charging import follow_moved
from almanac.booking.events import AccountWished, ChangeAsked, ChangeDeclined, ChangeProposed, ChangeWithdrawn
from almanac.invoices import tasks as invoices
from almanac.invoices.events import InvoiceCredited, InvoiceIssued, PaymentReminded
from almanac.notifications import (
    change_tasks,
    goods_tasks,
    money_tasks,
    receipt_tasks,
    subscription_tasks,
    waiting_tasks,
)
from almanac.notifications import tasks as notifications
from almanac.notifications.letters import Message
from almanac.notifications.money_letters import MoneyMessage
from almanac.outbox.events import Event
from almanac.outbox.registry import at_once, reaction
from almanac.payments import events as money
from almanac.payments import tasks as payments
from almanac.payments.asking_events import PaymentLinkSent, PaymentStillAwaited
from almanac.people.events import CustomerChanged, InvitationSent
from almanac.sales import tasks as sales
from almanac.sales.events import (
    GiftCardDue,
    GiftCardIssued,
    OrderCancelled,
    OrderConfirmed,
    PassEnding,
    PassIssued,
    PointsLapsing,
    PointsRewarded,
    ProductDelivered,
    ReferralSettled,
    SubscriptionChanged,
    SubscriptionEnding,
)
from almanac.scheduling import events

# In the transaction of the event: what stands or falls with it.
at_once(events.AppointmentMoved, follow_moved)

# What follows later, each once.
ANNOUNCED: dict[type[Event], Message] = {
    events.AppointmentConfirmed: Message.BOOKED,
    events.AppointmentRequested: Message.REQUESTED,
    events.AppointmentMoved: Message.CHANGED,
    events.AppointmentCancelled: Message.CANCELLED,
    events.AppointmentDeclined: Message.DECLINED,
    events.AppointmentMissed: Message.MISSED,
    events.AppointmentNotServed: Message.NOT_SERVED,
}

for event_type, message in ANNOUNCED.items():
    reaction(event_type, f"notifications.{message}", commit_with=True)(notifications.announces(message))

reaction(events.AppointmentDeclined, "booking.settle_declined")(booking.settle_declined)
reaction(AccountWished, "notifications.account_offer", commit_with=True)(notifications.offer_account)
reaction(CustomerChanged, "notifications.old_mailbox", commit_with=True)(notifications.tell_old_mailbox)
reaction(events.TimeOffRequested, "notifications.time_off_asked", commit_with=True)(notifications.tell_of_request)
reaction(events.TimeOffAnswered, "notifications.time_off_answered", commit_with=True)(notifications.tell_of_answer)
reaction(InvitationSent, "notifications.invite", commit_with=True)(notifications.invite)

for over in (
    events.AppointmentMoved,
    events.AppointmentCancelled,
    events.AppointmentDeclined,
    events.AppointmentNotServed,
):
    reaction(over, "booking.close_requests")(booking.close_requests)
reaction(ChangeAsked, "notifications.change_asked", commit_with=True)(change_tasks.tell_team)
reaction(ChangeWithdrawn, "notifications.proposal_refused", commit_with=True)(change_tasks.tell_team_of_no)
for answered in (ChangeProposed, ChangeDeclined):
    reaction(answered, "notifications.change_answered", commit_with=True)(change_tasks.tell_customer)

reaction(OrderConfirmed, "booking.settle_confirmed", commit_with=True)(booking.settle_confirmed)
reaction(OrderCancelled, "payments.close_pages")(payments.close_pages)
reaction(money.RefundAsked, "payments.refund", max_attempts=12)(payments.carry_out_refund)

for settles in (OrderConfirmed, OrderCancelled, journeys.VisitRestored, money.PaymentCaptured, money.RefundBooked):
    reaction(settles, "invoices.settle_order", commit_with=True)(invoices.settle_order)
for done in (
    events.AppointmentCancelled,
    events.AppointmentDeclined,
    events.AppointmentCompleted,
    events.AppointmentMissed,
    events.MissedUndone,
    events.AppointmentNotServed,
):
    reaction(done, "invoices.settle_visit", commit_with=True)(invoices.settle_visit)
reaction(SubscriptionChanged, "invoices.settle_subscription", commit_with=True)(invoices.settle_subscription)
reaction(SubscriptionEnding, "notifications.subscription_ending", commit_with=True)(subscription_tasks.tell_of_end)
reaction(OrderConfirmed, "sales.deliver", commit_with=True)(sales.deliver)
reaction(money.PaymentCaptured, "sales.deliver", commit_with=True)(sales.deliver)
reaction(money.RefundFailed, "sales.deliver", commit_with=True)(sales.deliver)
reaction(money.RefundBooked, "sales.take_back", commit_with=True)(sales.take_back)
reaction(ProductDelivered, "notifications.product_ready", commit_with=True)(goods_tasks.tell_of_product)

reaction(money.ReviewRefused, "booking.end_refused", commit_with=True)(booking.end_refused)
for made in (events.AppointmentCompleted, events.AppointmentMissed):
    reaction(made, "payments.earn_pass")(payments.earn_pass)
reaction(PassIssued, "notifications.package_ready", commit_with=True)(goods_tasks.tell_of_pass)
reaction(PassEnding, "notifications.package_ending", commit_with=True)(goods_tasks.tell_of_pass_ending)

for moves in (
    events.AppointmentCompleted,
    events.AppointmentMissed,
    events.MissedUndone,
    events.AppointmentNotServed,
    money.PaymentCaptured,
    money.RefundBooked,
    money.RefundFailed,
    money.DisputeChanged,
    ProductDelivered,
    PassIssued,
):
    reaction(moves, "payments.settle_points")(payments.settle_points)
reaction(PointsRewarded, "notifications.points_reward", commit_with=True)(money_tasks.tell_of_points_reward)
reaction(PointsLapsing, "notifications.points_lapsing", commit_with=True)(money_tasks.tell_of_points_lapsing)

reaction(money.ChargeGivenUp, "booking.pause_unpaid")(booking.pause_unpaid)
reaction(money.RefundBooked, "booking.owe_what_came_back")(booking.owe_what_came_back)
reaction(GiftCardDue, "notifications.gift_card", commit_with=True)(goods_tasks.tell_of_card)
reaction(GiftCardIssued, "notifications.gift_card_sold", commit_with=True)(goods_tasks.tell_buyer_of_card)

reaction(ReferralSettled, "notifications.reward", commit_with=True)(money_tasks.tell_of_reward)

TOLD_OF_MONEY: tuple[tuple[type[Event], MoneyMessage], ...] = (
    (money.RefundBooked, MoneyMessage.REFUNDED),
    (money.PaymentBroken, MoneyMessage.BROKEN),
    (money.ChargeFailed, MoneyMessage.CHARGE_FAILED),
    (money.ChargeGivenUp, MoneyMessage.CHARGE_GIVEN_UP),
    (money.PaymentBroken, MoneyMessage.NOT_COME),
    (money.ChargeGivenUp, MoneyMessage.NOT_CHARGED),
    (money.RefundFailed, MoneyMessage.REFUND_FAILED),
    (money.PaymentWarned, MoneyMessage.WARNED),
    (money.PaymentAwaited, MoneyMessage.AWAITED),
    (PaymentStillAwaited, MoneyMessage.STILL_AWAITED),
    (money.TransferAwaited, MoneyMessage.TRANSFER),
    (money.TransferShort, MoneyMessage.TRANSFER_SHORT),
    (money.TransferReminded, MoneyMessage.TRANSFER_DUE),
    (journeys.OrderLapsed, MoneyMessage.LAPSED),
    (journeys.OrderCalledOff, MoneyMessage.CALLED_OFF),
    (journeys.OrderRefused, MoneyMessage.REFUSED),
    (money.OrderHeld, MoneyMessage.HELD),
    (PaymentReminded, MoneyMessage.OVERDUE),
)
for moved, about in TOLD_OF_MONEY:
    reaction(moved, f"notifications.money_{about}", commit_with=True)(money_tasks.tells_of(about))
reaction(money.DisputeChanged, "notifications.money_disputed", commit_with=True)(money_tasks.tell_of_dispute)
reaction(PaymentLinkSent, "notifications.payment_link", commit_with=True)(receipt_tasks.tell_of_link)
reaction(money.OrderHeld, "notifications.money_looked_at", commit_with=True)(receipt_tasks.tell_of_hold)
reaction(money.PaymentCaptured, "notifications.receipt", commit_with=True)(receipt_tasks.tell_of_payment)
reaction(money.TipGiven, "notifications.tip", commit_with=True)(receipt_tasks.tell_of_tip)
reaction(InvoiceIssued, "notifications.invoice", commit_with=True)(receipt_tasks.tell_of_invoice)
reaction(InvoiceCredited, "notifications.credit_note", commit_with=True)(receipt_tasks.tell_of_credit)

OPENS_TIME: tuple[type[Event], ...] = (
    events.AppointmentCancelled,
    events.AppointmentDeclined,
    events.AppointmentMoved,
    events.AppointmentLapsed,
    events.WorkingHoursChanged,
    events.TimeOffWithdrawn,
    events.HolidaysChanged,
    events.TimeUnblocked,
    journeys.WaitingJoined,
    journeys.WaitingOfferDeclined,
    journeys.WaitingOfferLapsed,
    journeys.WaitingEnded,
)
for opens in OPENS_TIME:
    reaction(opens, "booking.look_anew")(booking.look_anew)
for booked in (events.AppointmentConfirmed, events.AppointmentRequested):
    reaction(booked, "booking.settle_waiting")(booking.settle_waiting)
for told in (
    journeys.WaitingJoined,
    journeys.WaitingOffered,
    journeys.WaitingOfferLapsed,
    journeys.WaitingEnded,
):
    reaction(told, "notifications.waiting_list", commit_with=True)(waiting_tasks.tell)
