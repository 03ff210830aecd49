import { render, screen } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { describe, expect, it } from "vitest";
import messages from "../../../../messages/en.json";
import type { Delivery } from "../loaders";
import { FailedDeliveries } from "./FailedDeliveries";

const failed = (id: string, more: Partial<Delivery>): Delivery => ({
  id,
  order_id: null,
  order_number: null,
  kind: "reminders",
  is_kept: true,
  recipient: "customer",
  recipient_id: null,
  channel: "email",
  language: "en",
  template: "reminder",
  state: "failed",
  attempts: 1,
  failure: "SMTP 550",
  created_at: "2026-06-09T09:00:00Z",
  sent_at: null,
  ...more,
});

function show(deliveries: Delivery[], isCut = false) {
  render(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="Europe/London">
      <FailedDeliveries deliveries={deliveries} isCut={isCut} zone="Europe/London" />
    </NextIntlClientProvider>,
  );
}

describe("messages that failed", () => {
  it("tells a text from a letter, and STOP from a mailbox that refuses", () => {
    show([
      failed("a", {}),
      failed("b", { channel: "sms", failure: "Twilio 21610" }),
      failed("c", {
        channel: "push",
        failure: "push service 413",
        template: "money_receipt",
        kind: "receipts",
      }),
    ]);
    const [letter, text, push] = screen.getAllByRole("listitem");
    expect(letter).toHaveTextContent("Reminder, to the customer, by e-mail");
    expect(letter).toHaveTextContent("The mailbox refused it (SMTP 550).");
    expect(text).toHaveTextContent("Reminder, to the customer, as a text message");
    expect(text).toHaveTextContent("They answered STOP to a text and get none (Twilio 21610).");
    expect(push).toHaveTextContent("Receipts, to the customer, as a notification");
    expect(push).toHaveTextContent("It did not get through (push service 413).");
    expect(screen.queryByRole("link", { name: /See all/ })).toBeNull();
  });

  it("leads to its order, and says where what it said is forgotten", () => {
    show([
      failed("a", { template: "money_receipt", kind: "receipts", order_number: "VC-1001" }),
      failed("b", { template: "reset_password", kind: null, recipient: "account", is_kept: false }),
    ]);
    expect(screen.getByRole("link", { name: "Order VC-1001" })).toHaveAttribute("href", "/ad/orders/VC-1001");
    const [receipt, account] = screen.getAllByRole("listitem");
    expect(receipt).toHaveTextContent("Receipts, to the customer, by e-mail");
    expect(receipt).toHaveTextContent("Look at it and send it again");
    expect(account).toHaveTextContent("About an account, to an account, by e-mail");
    expect(account).toHaveTextContent("is forgotten, and it cannot be sent again");
    expect(account).not.toHaveTextContent("send it again");
  });

  it("says where the rest is, and that there is none", () => {
    show([failed("a", {})], true);
    expect(screen.getByRole("link", { name: /See all/ })).toHaveAttribute(
      "href",
      "/admin/notifications/delivery/?state__exact=failed",
    );
    show([]);
    expect(screen.getByText("No message failed.")).toBeVisible();
  });
});
