// Rules, coupons and the place to try them out; what can be made new on the one that is open.
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/Button";
import styles from "@/features/catalog/components/edit/edit.module.css";

const TABS = ["rules", "coupons", "friends", "try"] as const;
const PATHS = {
  rules: "/ad/pricing/",
  coupons: "/ad/pricing/coupons/",
  friends: "/ad/pricing/friends/",
  try: "/ad/pricing/try/",
};
const NEW = {
  rules: { href: "/ad/pricing/rules/new/", label: "newRule" },
  coupons: { href: "/ad/pricing/coupons/new/", label: "newCoupon" },
  friends: null,
  try: null,
} as const;

export function PricingTabs({ open }: { open: (typeof TABS)[number] }) {
  const t = useTranslations("pricing");
  const made = NEW[open];
  return (
    <nav aria-label={t("title")} className={styles.tabs}>
      {TABS.map((tab) => (
        <ButtonLink
          key={tab}
          href={PATHS[tab]}
          kind={tab === open ? "second" : "quiet"}
          aria-current={tab === open ? "page" : undefined}
        >
          {t(`tab.${tab}`)}
        </ButtonLink>
      ))}
      {made && (
        <ButtonLink kind="main" href={made.href}>
          {t(made.label)}
        </ButtonLink>
      )}
    </nav>
  );
}
