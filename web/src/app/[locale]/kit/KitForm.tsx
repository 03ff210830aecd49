"use client";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/Button";
import { ErrorSummary } from "@/components/ui/ErrorSummary";
import { CheckboxField, SelectField, TextArea, TextField } from "@/components/ui/Field";

export function KitForm() {
  const [values, setValues] = useState({ name: "", postcode: "SW1" });
  const [attempt, setAttempt] = useState(0);
  const errors: Record<string, string> = {};
  if (attempt > 0 && values.name.trim() === "")
    errors.name = "Write your name, so that we know who to ask for";
  if (attempt > 0 && values.postcode.length < 5)
    errors.postcode = "This postcode is too short; it looks like SW1A 1AA";
  function send(event: FormEvent) {
    event.preventDefault();
    setAttempt(attempt + 1);
  }
  const change = (name: keyof typeof values) => (event: { target: { value: string } }) =>
    setValues({ ...values, [name]: event.target.value });
  return (
    <form onSubmit={send} noValidate>
      <ErrorSummary
        problems={Object.entries(errors).map(([name, error]) => ({ name, error }))}
        attempt={attempt}
      />
      <TextField
        name="name"
        label="Your name"
        autoComplete="name"
        value={values.name}
        onChange={change("name")}
        error={errors.name}
      />
      <TextField
        name="postcode"
        label="Postcode"
        help="Where the visit will be"
        autoComplete="postal-code"
        size={10}
        value={values.postcode}
        onChange={change("postcode")}
        error={errors.postcode}
      />
      <SelectField name="access" label="How do we get in?" defaultValue="home">
        <option value="home">I am at home</option>
        <option value="key">A key safe</option>
      </SelectField>
      <TextArea name="note" label="Anything we should know?" optional />
      <CheckboxField
        name="news"
        label="Send me a reminder the day before"
        help="By e-mail. You can stop it with one press."
      />
      <Button kind="main" type="submit">
        Save these answers
      </Button>
    </form>
  );
}
