import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { NextIntlClientProvider } from "next-intl";
import { type ReactNode, useState } from "react";
import { describe, expect, it, vi } from "vitest";
import messages from "../../../messages/en.json";
import { ErrorSummary } from "./ErrorSummary";
import { TextField } from "./Field";
import { ProblemNotice } from "./ProblemNotice";
import { QuantityStepper } from "./QuantityStepper";
import { type Slot, SlotGrid } from "./SlotGrid";
import { TimeRange } from "./TimeRange";

function show(children: ReactNode) {
  return render(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="Europe/London">
      {children}
    </NextIntlClientProvider>,
  );
}

const slots: Slot[] = ["08:00", "12:00", "16:30"].map((time) => ({ startsAt: `2026-06-09T${time}:00Z` }));

const times = (onChange: (at: string) => void, waiting = false) => (
  <SlotGrid
    name="time"
    legend="Times"
    slots={slots}
    zone="Europe/London"
    value={null}
    onChange={onChange}
    waiting={waiting}
  />
);

describe("SlotGrid", () => {
  it("groups by part of the day in the place's zone and hands back the instant", async () => {
    const onChange = vi.fn();
    show(times(onChange));
    // 16:30 UTC is half past five in London's summer: evening there.
    expect(screen.getByRole("group", { name: "Evening" })).toContainElement(
      screen.getByRole("radio", { name: "17:30" }),
    );
    await userEvent.click(screen.getByRole("radio", { name: "13:00" }));
    expect(onChange).toHaveBeenCalledWith("2026-06-09T12:00:00Z");
  });

  it("lets none be chosen while others are on their way", async () => {
    const onChange = vi.fn();
    show(times(onChange, true));
    await userEvent.click(screen.getByRole("radio", { name: "13:00" }));
    expect(onChange).not.toHaveBeenCalled();
  });
});

describe("TimeRange", () => {
  it("names the zone when the reader's clock differs (these tests run in New York)", () => {
    show(<TimeRange startsAt="2026-06-09T09:00:00Z" endsAt="2026-06-09T11:00:00Z" zone="Europe/London" />);
    expect(screen.getByText("Tue 9 June, 10:00–12:00")).toBeInTheDocument();
    expect(screen.getByText("London time (05:00 where you are)")).toBeInTheDocument();
  });

  it("tells the time of who is met on the screen, as far away as it is on that day", () => {
    const show9 = (month: string) =>
      show(
        <TimeRange
          startsAt={`2026-${month}-12T13:00:00Z`}
          endsAt={`2026-${month}-12T14:00:00Z`}
          zone="America/New_York"
          theirs="Europe/London"
        />,
      );
    show9("03"); // The clocks have changed in New York only.
    expect(screen.getByText("Thu 12 March, 09:00–10:00")).toBeInTheDocument();
    expect(screen.getByText("13:00 in London")).toBeInTheDocument();
    show9("06");
    expect(screen.getByText("Fri 12 June, 09:00–10:00")).toBeInTheDocument();
    expect(screen.getByText("14:00 in London")).toBeInTheDocument();
  });

  it("stays silent when the clocks agree", () => {
    show(
      <TimeRange
        startsAt="2026-06-09T09:00:00Z"
        endsAt="2026-06-09T11:00:00Z"
        zone="America/Toronto"
        theirs="America/New_York"
      />,
    );
    expect(screen.queryByText(/where you are|in New York/)).toBeNull();
  });
});

describe("TextField", () => {
  it("ties label, help and error to the control", () => {
    show(<TextField name="postcode" label="Postcode" help="Where we come to" error="Too short" />);
    const box = screen.getByRole("textbox", { name: "Postcode" });
    expect(box).toBeInvalid();
    expect(box).toHaveAccessibleDescription("Where we come to Too short");
    expect(box).toBeRequired();
  });
});

describe("ErrorSummary", () => {
  it("takes the focus when a try fails, and leads to the field", async () => {
    show(
      <>
        <ErrorSummary problems={[{ name: "name", error: "Write your name" }]} attempt={1} />
        <TextField name="name" label="Name" />
      </>,
    );
    expect(screen.getByRole("group", { name: "There is one thing to put right" })).toHaveFocus();
    await userEvent.click(screen.getByRole("link", { name: "Write your name" }));
    expect(screen.getByRole("textbox", { name: "Name" })).toHaveFocus();
  });
});

describe("QuantityStepper", () => {
  it("stays within its limits, typed or pressed", async () => {
    function Rooms() {
      const [value, setValue] = useState(2);
      return <QuantityStepper name="rooms" label="Rooms" value={value} onChange={setValue} min={1} max={3} />;
    }
    show(<Rooms />);
    const box = screen.getByRole("spinbutton", { name: "Rooms" });
    await userEvent.click(screen.getByRole("button", { name: "One more: Rooms" }));
    expect(box).toHaveValue(3);
    expect(screen.getByRole("button", { name: "One more: Rooms" })).toBeDisabled();
    await userEvent.type(box, "9");
    expect(box).toHaveValue(3);
  });
});

describe("ProblemNotice", () => {
  it("shows a sentence, the reference and the way forward, and takes the focus", async () => {
    const onRetry = vi.fn();
    const problem = { code: "slot_taken", status: 409, title: "", fields: {}, extra: {}, reference: "R7K2" };
    show(<ProblemNotice problem={problem} onRetry={onRetry} />);
    const notice = screen.getByRole("alert");
    expect(notice).toHaveFocus();
    expect(notice).toHaveTextContent("That time has just gone. Please choose another one.");
    expect(notice).toHaveTextContent("R7K2");
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    expect(onRetry).toHaveBeenCalledOnce();
  });
});
