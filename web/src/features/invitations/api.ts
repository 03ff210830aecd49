// Invitations in the browser. The only file here that names these endpoints; a link's key goes in a body.
import { api } from "@/lib/api/browser";
import { problemOf } from "@/lib/api/problem";
import { read } from "@/lib/api/read";
import { type Invitation, type Invited, type InviteIn, type Joined, type Over, overOf } from "./rules";

const of = (invitation_id: string) => ({ params: { path: { invitation_id } } });

export const invite = (body: InviteIn): Promise<Invitation> => read(api.POST("/api/invitations", { body }));

export const resend = (id: string): Promise<Invitation> =>
  read(api.POST("/api/invitations/{invitation_id}/resend", of(id)));

export async function withdraw(id: string): Promise<void> {
  await read(api.DELETE("/api/invitations/{invitation_id}", of(id)));
}

/** The answer, or why the link opens nothing. */
async function unlessOver<T>(call: Promise<T>): Promise<T | Over> {
  try {
    return await call;
  } catch (error) {
    const { code, extra } = problemOf(error);
    if (code === "invitation_over") return overOf(extra.reason);
    throw error;
  }
}

export const readInvitation = (key: string): Promise<Invited | Over> =>
  unlessOver(read(api.POST("/api/invitation/read", { body: { key } })));

export const acceptInvitation = (key: string, name: string, password: string): Promise<Joined | Over> =>
  unlessOver(read(api.POST("/api/invitation/accept", { body: { key, name, password } })));

export const joinInvitation = (key: string): Promise<Joined | Over> =>
  unlessOver(read(api.POST("/api/invitation/join", { body: { key } })));
