"use client";
// Light, dark or automatic, remembered for a year.
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { preferenceCookie, readCookie } from "@/lib/cookies";
import { THEME_COOKIE, type Theme, themes, toTheme } from "./choice";
import styles from "./ThemeSwitch.module.css";

function apply(theme: Theme) {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing on older phones.
  document.cookie = preferenceCookie(THEME_COOKIE, theme);
  if (theme === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

export function ThemeSwitch() {
  const t = useTranslations("shell");
  const [theme, setTheme] = useState<Theme>("auto");
  useEffect(() => setTheme(toTheme(readCookie(document.cookie, THEME_COOKIE))), []);
  return (
    <label className={styles.switch}>
      <span>{t("theme.label")}</span>
      <select
        value={theme}
        onChange={(event) => {
          const chosen = toTheme(event.target.value);
          setTheme(chosen);
          apply(chosen);
        }}
      >
        {themes.map((name) => (
          <option key={name} value={name}>
            {t(`theme.${name}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
