/** As people in Britain read it: "020 7946 0201" for "+442079460201". Numbers of other countries stay as they are kept. */
export function readablePhone(phone: string): string {
  const digits = /^\+44(\d{10})$/.exec(phone)?.[1];
  if (!digits) return phone;
  const area = digits.startsWith("2") ? 2 : /^(?:1\d1|11|[389])/.test(digits) ? 3 : 4;
  const rest = digits.slice(area);
  return `0${digits.slice(0, area)} ${area === 4 ? rest : `${rest.slice(0, -4)} ${rest.slice(-4)}`}`;
}

/** What a telephone dials: "tel:02079460123" from "020 7946 0123". */
export function telLink(phone: string): string {
  return `tel:${phone.replace(/[^+\d]/g, "")}`;
}
