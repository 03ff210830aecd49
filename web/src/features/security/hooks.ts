"use client";
// The ways into one's account that were added to the password, asked once for the whole page.
import { useQuery } from "@tanstack/react-query";
import { fetchFactors } from "./api";

export function useFactors() {
  return useQuery({ queryKey: ["factors"], queryFn: fetchFactors });
}
