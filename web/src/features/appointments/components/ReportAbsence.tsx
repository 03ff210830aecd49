"use client";
// A customer tells us that nobody came. Nothing changes by it: somebody looks into it and answers.
import { askForChange } from "../api";
import type { ChangeProps } from "./Change";
import { SayAbsent } from "./SayAbsent";

export function ReportAbsence(props: ChangeProps) {
  const { appointmentId, token } = props.visit;
  return (
    <SayAbsent
      {...props}
      saying="report"
      say={(_, note) => askForChange(appointmentId, { kind: "absent", wishes: [], note }, token)}
    />
  );
}
