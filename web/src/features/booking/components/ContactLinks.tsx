// A person to talk to: always offered where the pages can't go on.
import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/Icon";
import { telLink } from "@/lib/phone";
import styles from "./ContactLinks.module.css";

export function ContactLinks({ phone, email }: { phone: string; email?: string }) {
  const t = useTranslations("booking.contact");
  return (
    <ul className={styles.list}>
      {phone && (
        <li>
          <a href={telLink(phone)}>
            <Icon name="phone" size={20} />
            {t("call", { phone })}
          </a>
        </li>
      )}
      {email && (
        <li>
          <a href={`mailto:${email}`}>
            <Icon name="mail" size={20} />
            {t("write", { email })}
          </a>
        </li>
      )}
    </ul>
  );
}
