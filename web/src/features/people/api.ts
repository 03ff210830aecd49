// Staff members' records in the browser. The only file here that names these endpoints.
import { api } from "@/lib/api/browser";
import { read } from "@/lib/api/read";
import type { StaffIn, StaffRecord, Texts } from "./rules";

const of = (staff_id: string) => ({ params: { path: { staff_id } } });
const seen = (revision: number) => ({ headers: { "If-Match": `"${revision}"` } });

export const fetchRecord = (id: string): Promise<StaffRecord> =>
  read(api.GET("/api/staff-records/{staff_id}", of(id)));

export const addRecord = (business: string, name: string): Promise<{ id: string }> =>
  read(api.POST("/api/staff-records", { body: { business, name } }));

/** Refused with 412 when it is no longer the one with this revision. */
export const saveRecord = (id: string, body: StaffIn, revision: number): Promise<StaffRecord> =>
  read(api.PUT("/api/staff-records/{staff_id}", { ...of(id), ...seen(revision), body }));

export const saveBiography = (id: string, biography: Texts, revision: number): Promise<StaffRecord> =>
  read(
    api.PUT("/api/staff-records/{staff_id}/biography", { ...of(id), ...seen(revision), body: { biography } }),
  );

export function sendPhoto(id: string, file: File): Promise<StaffRecord> {
  const form = new FormData();
  form.append("file", file);
  return read(
    api.POST("/api/staff-records/{staff_id}/photo", {
      ...of(id),
      body: form as unknown as { file: string }, // The document calls the bytes of a file a string.
      bodySerializer: (body) => body,
    }),
  );
}

export const dropPhoto = (id: string): Promise<StaffRecord> =>
  read(api.DELETE("/api/staff-records/{staff_id}/photo", of(id)));

export const archive = (id: string, revision: number): Promise<StaffRecord> =>
  read(api.POST("/api/staff-records/{staff_id}/archive", { ...of(id), ...seen(revision) }));

export const restore = (id: string, revision: number): Promise<StaffRecord> =>
  read(api.POST("/api/staff-records/{staff_id}/restore", { ...of(id), ...seen(revision) }));
