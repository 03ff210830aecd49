// Puts a business's colour, made readable, over the house accent of the whole document.
import { brandVariables } from "@/lib/contrast";

/** A style element that React lifts into the head. Its text is made of computed hex colours only. */
export function BrandColour({ accent }: { accent: string | null }) {
  const rules = Object.entries(brandVariables(accent)).map(([name, value]) => `${name}:${value}`);
  if (rules.length === 0) return null;
  const css = `:root{${rules.join(";")}}`;
  return (
    <style href={`brand-${accent}`} precedence="brand">
      {css}
    </style>
  );
}
