import { describe, expect, it } from "vitest";
import { toProblem } from "@/lib/api/problem";
import { waysAsked, waysOf } from "./rules";

describe("ways to say once more that it is you", () => {
  it("are read from what allauth waits for", () => {
    expect(waysOf([{ id: "login" }])).toEqual([]);
    expect(waysOf([{ id: "reauthenticate" }])).toEqual(["password"]);
    const both = [{ id: "mfa_reauthenticate", types: ["webauthn", "totp"] }, { id: "reauthenticate" }];
    expect(waysOf(both)).toEqual(["password", "code", "passkey"]);
    expect(waysOf([{ id: "mfa_reauthenticate", types: ["recovery_codes"] }])).toEqual(["code"]);
  });

  it("are read from a refusal of ours, and unknown ones left out", () => {
    const body = { code: "proof_needed", title: "", ways: ["passkey", "password", "palm"] };
    expect(waysAsked(toProblem(body, 401))).toEqual(["password", "passkey"]);
    expect(waysAsked(toProblem({ code: "sign_in_needed" }, 401))).toBeNull();
    expect(waysAsked(toProblem({ code: "proof_needed" }, 401))).toBeNull();
  });
});
