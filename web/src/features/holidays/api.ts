// Changing a business's holidays. The only file here that names these endpoints.

import { asSeen } from "@/features/simulator/api";
import { api } from "@/lib/api/browser";
import { read } from "@/lib/api/read";
import type { IsoDate } from "@/lib/datetime/format";
import type { Holiday, Region } from "./rules";

/** `seen`: what was shown to break; without it nothing is compared. */
export function addHolidays(
  slug: string,
  days: { on_date: IsoDate; name: string }[],
  seen?: string,
): Promise<Holiday[]> {
  return read(
    api.POST("/api/businesses/{slug}/holidays", {
      params: { path: { slug } },
      body: { days },
      headers: seen ? asSeen(seen) : {},
    }),
  );
}

export async function removeHoliday(holiday_id: string): Promise<void> {
  await read(api.DELETE("/api/holidays/{holiday_id}", { params: { path: { holiday_id } } }));
}

/** Whose bank holidays are proposed from now on. */
export async function chooseRegion(slug: string, region: Region): Promise<void> {
  await read(
    api.PUT("/api/businesses/{slug}/settings/{group}", {
      params: { path: { slug, group: "holidays" } },
      body: { values: { region } },
    }),
  );
}
