"use client";
// A new customer; the page of the record follows.
import { useTranslations } from "next-intl";
import { useToast } from "@/components/ui/Toast";
import { useRouter } from "@/lib/i18n/navigation";
import { addCustomer } from "../api";
import { type Area, emptyContact } from "../rules";
import { ContactForm } from "./ContactForm";

export function NewCustomer({
  area,
  languages,
  zones,
}: {
  area: Area;
  languages: string[];
  zones: string[];
}) {
  const t = useTranslations("customers");
  const toast = useToast();
  const router = useRouter();
  return (
    <ContactForm
      first={emptyContact}
      languages={languages}
      zones={zones}
      submit={t("addSubmit")}
      onSubmit={async (contact) => {
        const { id, name } = await addCustomer(contact);
        toast(t("added", { name }));
        router.push(`/${area}/customers/${id}/`);
      }}
    />
  );
}
