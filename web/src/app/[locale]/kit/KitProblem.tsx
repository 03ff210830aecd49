"use client";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { ProblemNotice } from "@/components/ui/ProblemNotice";

const problem = { code: "slot_taken", status: 409, title: "", fields: {}, extra: {}, reference: "R7K2-9Q" };

export function KitProblem() {
  const [shown, setShown] = useState(false);
  return shown ? (
    <ProblemNotice problem={problem} onRetry={() => setShown(false)}>
      <p>The nearest free ones are 10:15 and 11:00.</p>
    </ProblemNotice>
  ) : (
    <div>
      <Button onClick={() => setShown(true)}>Show a refusal</Button>
    </div>
  );
}
