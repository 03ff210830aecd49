// The design system on one page, for those who build with it; no search engine reads it.
import type { Metadata } from "next";
import type { ReactNode } from "react";

export const metadata: Metadata = { title: "Kit", robots: { index: false, follow: false } };

export default function KitLayout({ children }: { children: ReactNode }) {
  return children;
}
