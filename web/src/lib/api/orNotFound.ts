// A page about one thing that is not there, or not for this reader, is the page "not found".
import "server-only";
import { notFound } from "next/navigation";
import { problemOf } from "./problem";

/** 400 and 422: the address names nothing by a key. */
const NOTHING = [400, 403, 404, 422];

export async function orNotFound<Found>(found: Promise<Found>): Promise<Found> {
  try {
    return await found;
  } catch (error) {
    if (NOTHING.includes(problemOf(error).status)) notFound();
    throw error;
  }
}
