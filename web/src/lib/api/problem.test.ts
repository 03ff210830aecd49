import { HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import createClient from "openapi-fetch";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { idempotent, newIdempotencyKey } from "./browser";
import { ProblemError, problemOf, toProblem } from "./problem";
import { read } from "./read";

// A document of our own, so that the client is tested apart from the server's.
type TestPaths = {
  "/api/things": {
    get: {
      responses: {
        200: { content: { "application/json": { name: string } } };
        409: { content: { "application/json": unknown } };
      };
    };
  };
};

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledFrame: "error" }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const origin = "http://almanac.test";
const client = createClient<TestPaths>({ baseUrl: origin, fetch: (request) => globalThis.fetch(request) });
const things = () => read(client.GET("/api/things"));

describe("read", () => {
  it("gives the data", async () => {
    server.use(http.get(`${origin}/api/things`, () => HttpResponse.json({ name: "kettle" })));
    await expect(things()).resolves.toEqual({ name: "kettle" });
  });

  it("throws the server's problem with its fields, reference and own additions", async () => {
    server.use(
      http.get(`${origin}/api/things`, () =>
        HttpResponse.json(
          {
            code: "slot_taken",
            title: "Gone",
            detail: "That time has just gone.",
            fields: { time: ["Choose another"] },
            reference: "R7K2",
            nearest: [1, 2],
          },
          { status: 409, headers: { "Content-Type": "application/problem+json" } },
        ),
      ),
    );
    const error = await things().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ProblemError);
    expect(problemOf(error)).toEqual({
      code: "slot_taken",
      status: 409,
      title: "Gone",
      detail: "That time has just gone.",
      fields: { time: ["Choose another"] },
      reference: "R7K2",
      extra: { nearest: [1, 2] },
    });
  });

  it("tells a dead network from a refusal", async () => {
    server.use(http.get(`${origin}/api/things`, () => HttpResponse.error()));
    await expect(things()).rejects.toMatchObject({ problem: { code: "no_answer", status: 0 } });
  });

  it("survives a proxy's page of HTML", async () => {
    server.use(
      http.get(`${origin}/api/things`, () => new HttpResponse("<h1>Bad gateway</h1>", { status: 502 })),
    );
    await expect(things()).rejects.toMatchObject({ problem: { code: "no_answer", status: 502 } });
  });
});

describe("toProblem", () => {
  it.each([null, 7, "text", [], { fields: "no" }, { fields: { a: [1, "x"] } }])(
    "never throws on %j",
    (body) => {
      expect(toProblem(body, 500).code).toBe("unexpected");
    },
  );
});

describe("idempotency", () => {
  it("makes a new key for each wish", () => {
    expect(newIdempotencyKey()).not.toBe(newIdempotencyKey());
    expect(idempotent("k")).toEqual({ "Idempotency-Key": "k" });
  });
});
