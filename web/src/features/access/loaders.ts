// Managers, their scopes and what scopes are made of, for server components.
import "server-only";
import { read } from "@/lib/api/read";
import { serverApi } from "@/lib/api/server";
import type { Choices, Manager, ManagerScope, Template } from "./rules";

/** One page of managers by name. */
export async function loadManagers(cursor: string): Promise<{ managers: Manager[]; next: string | null }> {
  const api = await serverApi();
  const page = await read(api.GET("/api/managers", { params: { query: { cursor, limit: 50 } } }));
  return { managers: page.items, next: page.next_cursor ?? null };
}

export async function loadScope(user_id: string): Promise<ManagerScope> {
  const api = await serverApi();
  return read(api.GET("/api/manager-scopes/{user_id}", { params: { path: { user_id } } }));
}

export async function loadTemplates(): Promise<Template[]> {
  const api = await serverApi();
  return read(api.GET("/api/scope-templates"));
}

export async function loadChoices(): Promise<Choices> {
  const api = await serverApi();
  return read(api.GET("/api/scope-choices"));
}
