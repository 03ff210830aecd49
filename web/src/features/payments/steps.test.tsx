import { render, screen } from "@testing-library/react";
import { NextIntlClientProvider, useTranslations } from "next-intl";
import { expect, it } from "vitest";
import messages from "../../../messages/de.json";
import { whyNamed } from "./steps";

function Why({ reason }: { reason: string }) {
  return <p>{whyNamed(useTranslations("paymentsTeam"), reason)}</p>;
}

it.each([
  ["product_not_received", "angeblich nicht erhalten"],
  ["UNAUTHORISED", "sie erkennen die Zahlung nicht"],
  ["Never_Heard_Of", "never heard of"],
])("the reason %s is told as: %s", (reason, words) => {
  render(
    <NextIntlClientProvider locale="de" messages={messages}>
      <Why reason={reason} />
    </NextIntlClientProvider>,
  );
  expect(screen.getByText(words)).toBeVisible();
});
