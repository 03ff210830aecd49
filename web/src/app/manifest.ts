// What a phone shows when Almanac is put on its first screen.
import type { MetadataRoute } from "next";

const icon = (name: string, size: number, purpose: "any" | "maskable") => ({
  src: `/icons/${name}.png`,
  sizes: `${size}x${size}`,
  type: "image/png",
  purpose,
});

export default function manifest(): MetadataRoute.Manifest {
  return {
    name: "Almanac",
    short_name: "Almanac",
    description: "Help at home, and time with a mentor.",
    id: "/",
    start_url: "/",
    scope: "/",
    display: "standalone",
    lang: "en",
    dir: "ltr",
    categories: ["lifestyle", "productivity"],
    background_color: "#fbfaf6",
    theme_color: "#fbfaf6",
    icons: [
      icon("192", 192, "any"),
      icon("512", 512, "any"),
      icon("maskable-192", 192, "maskable"),
      icon("maskable-512", 512, "maskable"),
      { src: "/icon.svg", sizes: "any", type: "image/svg+xml", purpose: "any" },
    ],
    shortcuts: [
      { name: "Book help at home", url: "/booking/" },
      { name: "Find a mentor", url: "/mentors/" },
      { name: "Track a booking", url: "/track/" },
    ],
  };
}
