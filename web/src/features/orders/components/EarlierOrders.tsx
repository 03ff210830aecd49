// In the customer's own area: orders booked as a guest with an address they have proven, to be added with one press.
import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/Notice";
import { Texts } from "@/lib/i18n/Texts";
import { loadLinkableOrders } from "../loaders";
import { counted } from "../what";
import { AddOrders } from "./AddOrders";
import styles from "./orders.module.css";

export async function EarlierOrders() {
  const [t, orders] = await Promise.all([getTranslations("joining"), loadLinkableOrders()]);
  if (orders.length === 0) return null;
  const count = orders.length;
  return (
    <Notice title={t("earlier", { count })} className={styles.block ?? ""}>
      <p>{t("earlierLead")}</p>
      <ul>
        {orders.map((order) => (
          <li key={order.id}>
            {order.number}: {counted(order.names)}
          </li>
        ))}
      </ul>
      <Texts of={["joining"]}>
        <AddOrders orders={orders.map(({ id }) => id)} label={t("add", { count })} />
      </Texts>
    </Notice>
  );
}
