// Mantine in the house style. Only the signed-in areas use Mantine; the customer's path has its own light parts.
import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from "@mantine/core";

// One colour, ten times: the accent is a token that follows the business and the scheme, not a ramp of its own.
const accent = Array.from({ length: 10 }, () => "var(--accent)") as unknown as MantineColorsTuple;

// Mantine's two greys, light to dark and dark to light, in our tokens: it takes borders and grounds from them.
const gray = [
  "var(--sunk)",
  "var(--sunk)",
  "var(--line)",
  "var(--line)",
  "var(--line-strong)",
  "var(--muted)",
  "var(--muted)",
  "var(--ink)",
  "var(--ink)",
  "var(--ink)",
] as const satisfies MantineColorsTuple;
const dark = [
  "var(--ink)",
  "var(--ink)",
  "var(--muted)",
  "var(--muted)",
  "var(--line-strong)",
  "var(--line)",
  "var(--raised)",
  "var(--paper)",
  "var(--sunk)",
  "var(--sunk)",
] as const satisfies MantineColorsTuple;

export const mantineTheme = createTheme({
  colors: { accent, gray, dark },
  // 48 px for whatever a finger must hit.
  components: {
    Input: { vars: () => ({ wrapper: { "--input-height": "48px", "--input-size": "48px" } }) },
    Button: { vars: () => ({ root: { "--button-height": "48px" } }) },
    Badge: { defaultProps: { tt: "none", size: "lg", fw: 600 } },
  },
  primaryColor: "accent",
  primaryShade: 6,
  defaultRadius: "md",
  radius: { xs: "10px", sm: "10px", md: "10px", lg: "10px", xl: "10px" },
  spacing: { xs: "8px", sm: "12px", md: "16px", lg: "24px", xl: "32px" },
  fontFamily: "var(--sans)",
  headings: { fontFamily: "var(--serif)", fontWeight: "600" },
  fontSizes: {
    xs: "var(--text-s)",
    sm: "var(--text-m)",
    md: "var(--text-m)",
    lg: "var(--text-l)",
    xl: "var(--text-xl)",
  },
  respectReducedMotion: true,
  cursorType: "pointer",
  focusRing: "auto",
});

const shared = {
  "--mantine-color-body": "var(--paper)",
  "--mantine-color-text": "var(--ink)",
  "--mantine-color-dimmed": "var(--muted)",
  "--mantine-color-placeholder": "var(--muted)",
  "--mantine-color-anchor": "var(--accent)",
  "--mantine-color-error": "var(--bad)",
  "--mantine-color-default": "var(--raised)",
  "--mantine-color-default-hover": "var(--sunk)",
  "--mantine-color-default-color": "var(--ink)",
  "--mantine-color-default-border": "var(--line-strong)",
  "--mantine-primary-color-filled": "var(--accent)",
  "--mantine-primary-color-filled-hover": "var(--accent)",
  "--mantine-primary-color-contrast": "var(--accent-ink)",
  "--mantine-primary-color-light": "var(--accent-soft)",
  "--mantine-primary-color-light-hover": "var(--accent-soft)",
  "--mantine-primary-color-light-color": "var(--accent)",
  "--mantine-color-accent-filled": "var(--accent)",
  "--mantine-color-accent-filled-hover": "var(--accent)",
  "--mantine-color-accent-light": "var(--accent-soft)",
  "--mantine-color-accent-light-hover": "var(--accent-soft)",
  "--mantine-color-accent-light-color": "var(--accent)",
  "--mantine-color-accent-outline": "var(--accent)",
  "--mantine-color-accent-outline-hover": "var(--accent-soft)",
  "--mantine-color-white": "var(--accent-ink)",
};

/** Hands our tokens to Mantine: they change with the scheme by themselves, so both schemes get the same list. */
export const resolveVariables: CSSVariablesResolver = () => ({ variables: {}, light: shared, dark: shared });
