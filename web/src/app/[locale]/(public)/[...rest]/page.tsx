// Every address that no other page answers.
import { notFound } from "next/navigation";

export default function UnknownPage() {
  notFound();
}
