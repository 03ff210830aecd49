"use client";
// Prints the code alone: the rest of the page is left out by its style.
import { Button } from "@/components/ui/Button";

export function PrintButton({ label }: { label: string }) {
  return <Button onClick={() => window.print()}>{label}</Button>;
}
