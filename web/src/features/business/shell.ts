// What the frame of the public pages shows of a business.
import "server-only";
import type { ShellBusiness } from "@/components/shell/PublicShell";
import { type Locale, locales } from "@/lib/i18n/routing";
import { type Business, loadBusinesses } from "./loaders";
import { doors } from "./rules";

export type Frame = {
  businesses: ShellBusiness[];
  accent: string | null;
  zone: string;
  /** What any of them offers: the languages to choose from. */
  languages: Locale[];
};

const nobody: Frame = { businesses: [], accent: null, zone: "Europe/London", languages: [...locales] };

function shown({ slug, name, phone, email, logo_url: logoUrl }: Business): ShellBusiness {
  return { slug, name, ...(phone && { phone }), ...(email && { email }), ...(logoUrl && { logoUrl }) };
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
    return {
      businesses: [first, ...others].map(shown),
      accent: first.accent,
      zone: first.zone,
      languages: locales.filter((locale) => businesses.some(({ languages }) => languages.includes(locale))),
    };
  } catch {
    return nobody;
  }
}
