import { act, renderHook } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { describe, expect, it, vi } from "vitest";
import messages from "../../../../messages/en.json";
import { useRows } from "./useRows";

const toasted = vi.hoisted(() => vi.fn());
vi.mock("@/components/ui/Toast", () => ({ useToast: () => toasted }));

type Row = { on: string; what: string };
const kept = { keyOf: (row: Row) => row.on, placeOf: (row: Row) => row.on };
const june = { on: "2026-06-09", what: "closed" };
const july = { on: "2026-07-01", what: "closed" };

function rowsOf(initial: Row[]) {
  return renderHook(() => useRows(initial, kept), {
    wrapper: ({ children }) => (
      <NextIntlClientProvider locale="en" messages={messages} timeZone="UTC">
        {children}
      </NextIntlClientProvider>
    ),
  }).result;
}

describe("useRows", () => {
  it("puts a new row in its place, and instead of the older one of the same key", async () => {
    const result = rowsOf([july]);
    await act(() => result.current.add(async () => june));
    expect(result.current.rows).toEqual([june, july]);
    const open = { ...june, what: "10 to 12" };
    await act(() => result.current.add(async () => open));
    expect(result.current.rows).toEqual([open, july]);
  });

  it("drops a row and brings it back when that is undone", async () => {
    const result = rowsOf([june, july]);
    const remove = vi.fn(async () => {});
    await act(() => result.current.drop(june, "9 June", remove, async () => june));
    expect(remove).toHaveBeenCalledOnce();
    expect(result.current.rows).toEqual([july]);
    await act(async () => toasted.mock.lastCall?.[1].undo());
    expect(result.current.rows).toEqual([june, july]);
  });

  it("keeps what was refused, and every row as it was", async () => {
    const result = rowsOf([june]);
    let worked: boolean | undefined;
    await act(async () => {
      worked = await result.current.add(() => Promise.reject(new Error("no")));
    });
    expect(worked).toBe(false);
    expect(result.current.problem).not.toBeNull();
    expect(result.current.rows).toEqual([june]);
    expect(result.current.busy).toBe(false);
  });
});
