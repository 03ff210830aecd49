"use client";
// The colour: by picker or as typed, with what it becomes so that text stays readable, in light and in dark.
import { useTranslations } from "next-intl";
import { TextField } from "@/components/ui/Field";
import { contrast, darkSurfaces, lightSurfaces, ownBrand, parseHex } from "@/lib/contrast";
import styles from "./settings.module.css";

type Props = { value: string; error: string | undefined; onChange: (colour: string) => void };

const grounds = { light: lightSurfaces, dark: darkSurfaces } as const;

/** The accent and the text on it, as pages show them in this scheme. */
function shownIn(scheme: "light" | "dark", wish: string): { accent: string; ink: string } {
  const made = ownBrand(wish);
  const end = scheme === "dark" ? "-dark" : "";
  return {
    accent: made[`--brand-accent${end}`] ?? wish,
    ink: made[`--brand-accent-ink${end}`] ?? lightSurfaces.raised,
  };
}

export function ColourField({ value, error, onChange }: Props) {
  const t = useTranslations("settings.colour");
  const isColour = parseHex(value) !== null && value.trim().length === 7;
  return (
    <div>
      <div className={styles.colour}>
        <TextField
          before={
            <input
              type="color"
              className={styles.picker}
              aria-label={t("picker")}
              value={isColour ? value.trim().toLowerCase() : lightSurfaces.paper}
              onChange={({ currentTarget }) => onChange(currentTarget.value.toUpperCase())}
            />
          }
          name="accent"
          label={t("label")}
          help={t("help")}
          size={10}
          maxLength={7}
          spellCheck={false}
          autoComplete="off"
          value={value}
          error={error ?? (isColour ? undefined : t("wrong"))}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        />
      </div>
      {isColour && (
        <ul className={styles.contrast}>
          {(["light", "dark"] as const).map((scheme) => {
            const { paper, raised } = grounds[scheme];
            const { accent, ink } = shownIn(scheme, value);
            const isOwn = accent.toLowerCase() === value.trim().toLowerCase();
            const ratio = Math.min(...[paper, raised, ink].map((other) => contrast(accent, other)));
            return (
              <li key={scheme}>
                <span className={styles.dot} style={{ background: accent }} aria-hidden="true" />
                {t(isOwn ? "asChosen" : "moved", {
                  where: t(scheme),
                  colour: accent.toUpperCase(),
                  ratio: Math.floor(ratio * 10) / 10,
                })}
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
