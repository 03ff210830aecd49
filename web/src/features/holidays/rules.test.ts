import { expect, test } from "vitest";
import { byYear, stillProposed } from "./rules";

const day = (on_date: string) => ({ on_date, name: on_date, is_substitute: false });

test("what is kept is not proposed, the rest stands by its year", () => {
  const days = [day("2026-12-25"), day("2026-12-28"), day("2027-01-01")];
  const left = stillProposed(days, [{ id: "1", on_date: "2026-12-25", name: "Christmas Day" }]);
  expect(byYear(left)).toEqual([
    ["2026", [day("2026-12-28")]],
    ["2027", [day("2027-01-01")]],
  ]);
});
