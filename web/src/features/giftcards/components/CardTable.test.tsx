import { render, screen, within } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import type { AnchorHTMLAttributes } from "react";
import { expect, it, vi } from "vitest";
import messages from "../../../../messages/en.json";
import { CardTable } from "./CardTable";

vi.mock("@/lib/i18n/navigation", () => ({
  Link: (props: AnchorHTMLAttributes<HTMLAnchorElement>) => <a {...props} />,
  useRouter: () => ({ push: vi.fn() }),
  usePathname: () => "/ad/gift-cards/",
}));

const businesses = [
  { slug: "valclean", name: "VALClean" },
  { slug: "mentors", name: "Mentors" },
];

function show(of: typeof businesses) {
  render(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="UTC">
      <CardTable
        cards={[]}
        next={null}
        businesses={of}
        state={{ filters: { business: "mentors", ending: "7KQ2" }, sort: "", after: "" }}
        zone="UTC"
        path="/ad/gift-cards/"
        file="/api/gift-cards.csv"
      />
    </NextIntlClientProvider>,
  );
}

it("asks for a business and the end of a code, as the address has them", () => {
  show(businesses);
  const select = screen.getByLabelText("Business");
  expect(select).toHaveValue("mentors");
  expect(within(select).getAllByRole("option")).toHaveLength(3);
  expect(screen.getByLabelText("Code ends in")).toHaveValue("7KQ2");
});

it("asks for no business where there is but one", () => {
  show(businesses.slice(0, 1));
  expect(screen.queryByLabelText("Business")).toBeNull();
});
