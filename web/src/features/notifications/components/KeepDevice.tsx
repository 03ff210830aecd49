"use client";
// Whose notifications this browser shows: seen to whenever an area opens, and nothing to look at.
import { useEffect } from "react";
import { fetchChoices } from "../api";
import { seeTo } from "../device";
import { useDeviceName } from "./useDeviceName";

export function KeepDevice({ user }: { user: string }) {
  const name = useDeviceName();
  useEffect(() => {
    void seeTo(user, async () => (await fetchChoices()).push_key, name()).catch(() => undefined);
  }, [user, name]);
  return null;
}
