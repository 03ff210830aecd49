// Saving, putting away and bringing back a price rule or a coupon: said in a word, then back to the list.
import { useTranslations } from "next-intl";
import { useToast } from "@/components/ui/Toast";
import { useSaving } from "@/features/catalog/components/edit/useSaving";
import type { Fault } from "@/features/catalog/editing";
import { useRouter } from "@/lib/i18n/navigation";

type Doors<Row> = {
  /** The list it stands in. */
  home: string;
  nameOf: (row: Row) => string;
  archive: (id: string, archived: boolean) => Promise<Row>;
};

export function usePriceEditor<Row extends { id: string }>(
  row: Row | null,
  { home, nameOf, archive }: Doors<Row>,
) {
  const t = useTranslations("pricing");
  const toast = useToast();
  const router = useRouter();
  const saving = useSaving();
  function finish(found: Row | null, words: "saved" | "movedAway" | "broughtBack") {
    if (!found) return;
    toast(t(words, { name: nameOf(found) }));
    router.push(home);
    router.refresh();
  }
  return {
    saving,
    save: (faults: Record<string, Fault>, send: () => Promise<Row>) =>
      void saving.save(faults, send).then((found) => finish(found, "saved")),
    archive: (archived: boolean) =>
      void (
        row &&
        saving
          .save({}, () => archive(row.id, archived))
          .then((found) => finish(found, archived ? "movedAway" : "broughtBack"))
      ),
  };
}
