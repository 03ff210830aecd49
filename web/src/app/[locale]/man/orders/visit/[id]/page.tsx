// From a visit to the order that it was sold in.
import { toOrderOf } from "@/features/orders/loaders";
import { requireArea } from "@/features/session/loaders";

type Props = { params: Promise<{ id: string }> };

export default async function VisitsOrder({ params }: Props) {
  await requireArea("man");
  return toOrderOf((await params).id, "/man/orders/");
}
