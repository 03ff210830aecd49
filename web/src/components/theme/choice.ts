// Light, dark, or as the device says. The choice is a cookie, so that the server already draws it: no flash.

export const THEME_COOKIE = "theme";
export const themes = ["auto", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

export function toTheme(value: string | undefined): Theme {
  return themes.find((theme) => theme === value) ?? "auto";
}
