/** What a telephone dials: "tel:02079460123" from "020 7946 0123". */
export function telLink(phone: string): string {
  return `tel:${phone.replace(/[^+\d]/g, "")}`;
}
