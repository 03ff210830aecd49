// Which pages have a picture of their own beside shared links.

export const cards = ["home", "services", "mentors", "products"] as const;
export type CardName = (typeof cards)[number];

export function isCard(name: string | undefined): name is CardName {
  return cards.some((card) => card === name);
}

/** Its address on our own origin. */
export function cardPath(card: CardName, locale: string): string {
  return `/cards/${card}.${locale}.png`;
}
