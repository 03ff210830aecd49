// What an e-mail address looks like.

/** Whether it may be an e-mail address; the server has the last word. */
export function looksLikeAddress(typed: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(typed.trim());
}
