// One way to use an answer of the client: its data, or a ProblemError.
import { noAnswer, ProblemError, toProblem } from "./problem";

type Answer<T> = { data?: T; error?: unknown; response: Response };

/** `await read(api.GET("/api/services"))` gives the data, or throws a ProblemError whatever went wrong. */
export async function read<T>(call: Promise<Answer<T>>): Promise<T> {
  let answer: Answer<T>;
  try {
    answer = await call;
  } catch (error) {
    // fetch throws a TypeError when no answer came; a time-out is a DOMException.
    if (error instanceof TypeError || error instanceof DOMException) throw new ProblemError(noAnswer);
    throw error;
  }
  if (!answer.response.ok) throw new ProblemError(toProblem(answer.error, answer.response.status));
  return answer.data as T;
}
