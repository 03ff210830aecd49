// What the frame of the public pages shows of a business.
import "server-only";
import type { ShellBusiness } from "@/components/shell/PublicShell";
import { type Business, loadBusinesses } from "./loaders";
import { doors } from "./rules";

export type Frame = { businesses: ShellBusiness[]; accent: string | null; zone: string };

const nobody: Frame = { businesses: [], accent: null, zone: "Europe/London" };

function shown({ slug, name, phone, email }: Business): ShellBusiness {
  return { slug, name, ...(phone && { phone }), ...(email && { email }) };
}

/** The colour and zone of the first business, and how to reach each, the one that visits homes first. A page must come
 * even when the API does not answer: then the frame shows the house style and no contact. */
export async function loadFrame(locale: string): Promise<Frame> {
  try {
    const businesses = await loadBusinesses(locale);
    const { atHome, online } = doors(businesses);
    const first = atHome ?? online;
    if (!first) return nobody;
    const others = businesses.filter((business) => business !== first);
    return { businesses: [first, ...others].map(shown), accent: first.accent, zone: first.zone };
  } catch {
    return nobody;
  }
}
