// What the frame of the public pages shows of a business.
import "server-only";
import type { ShellBusiness } from "@/components/shell/PublicShell";
import { type Business, loadBusinesses } from "./loaders";
import { doors } from "./rules";

export type Frame = { business: ShellBusiness | null; accent: string | null; zone: string };

function frameOf(business: Business | undefined): Frame {
  if (!business) return { business: null, accent: null, zone: "Europe/London" };
  const { slug, name, phone, email, accent, zone } = business;
  return { business: { slug, name, ...(phone && { phone }), ...(email && { email }) }, accent, zone };
}

/** The first business's name, phone, e-mail and colour. A page must come even when the API does not answer: then
 * the frame shows the house style and no contact. */
export async function loadFrame(locale: string): Promise<Frame> {
  try {
    const businesses = await loadBusinesses(locale);
    const { atHome, online } = doors(businesses);
    return frameOf(atHome ?? online);
  } catch {
    return frameOf(undefined);
  }
}
