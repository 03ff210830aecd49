// The middle of an area is put on the map by a tap, dragged, or moved by keyboard; its radius by slider or by number; and an
// administrator does the same for another.
import { expect, test } from "@playwright/test";
import { expectAccessible } from "./axe";
import { as, call, open, signIn } from "./team";

type Area = { id: string; name: string; latitude: number; longitude: number; radius_m: number };

test("an area is put on the map, dragged, moved by keyboard and changed by those who look after the person", async ({
  page,
}) => {
  await signIn(page, "grace");
  const { staff_id } = await (await page.request.get("/api/me")).json();
  const path = `/api/staff-members/${staff_id}/areas`;
  const named = async (name: string) =>
    (await call<Area[]>(page, "GET", path)).find((each) => each.name === name);
  await open(page, "/st/areas/");
  const map = page.getByRole("img", { name: /^Map of / });
  const handle = page.getByRole("button", { name: /^Middle of the area/ });
  await expect(handle).toHaveCount(0);
  await map.click({ position: { x: 120, y: 150 } });
  await expect(handle).toBeVisible();
  const placed = await handle.boundingBox();
  if (!placed) throw new Error("The handle is nowhere");
  await handle.hover();
  await page.mouse.down();
  await page.mouse.move(placed.x + 60, placed.y + 40, { steps: 4 });
  await page.mouse.up();
  const left = async () => (await handle.boundingBox())?.x ?? 0;
  await expect.poll(left).toBeGreaterThan(placed.x + 20);
  const dragged = await left();
  await handle.focus();
  await page.keyboard.press("ArrowLeft");
  await expect.poll(left).toBeLessThan(dragged);
  await page.getByLabel("How far, as a slider").fill("3");
  await expect(page.getByLabel("How far, in kilometres")).toHaveValue("3");
  await page.getByLabel(/^Name/).fill("By hand");
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.getByRole("button", { name: "Add this area" }).click();
  const rows = page.getByRole("region", { name: "Your areas" }).getByRole("listitem");
  await expect(rows.filter({ hasText: "By hand" })).toContainText("3 km around");
  const made = await named("By hand");

  await as(page, "admin");
  await open(page, `/ad/staff/${staff_id}/areas/`);
  await page.getByRole("button", { name: "Change By hand" }).click();
  await expect(page.getByRole("heading", { name: "Change By hand" })).toBeFocused();
  await page.getByLabel("How far, in kilometres").fill("4");
  await page.getByRole("button", { name: "Save this area" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "By hand" })).toContainText("4 km around");
  const wider = await named("By hand");
  expect([wider?.latitude, wider?.longitude, wider?.radius_m]).toEqual([
    made?.latitude,
    made?.longitude,
    4_000,
  ]);
  await page.getByRole("button", { name: "Change By hand" }).click();
  await expect(page.getByRole("heading", { name: "Change By hand" })).toBeFocused(); // it takes the focus first
  await handle.focus();
  await page.keyboard.press("ArrowUp");
  await page.getByRole("button", { name: "Save this area" }).click();
  await expect(page.getByRole("heading", { name: "Add an area" })).toBeVisible();
  expect((await named("By hand"))?.latitude).toBeGreaterThan(made?.latitude ?? 90);
  await page.getByRole("button", { name: "Remove By hand" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "By hand" })).toHaveCount(0);
});
