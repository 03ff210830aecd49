// The shelves of the catalogue, and what can be made new on the one that is open.
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/Button";
import styles from "./edit.module.css";

const SHELVES = ["services", "categories", "extras", "bundles", "products", "packages"] as const;
const PATHS = {
  services: "/ad/catalogue/",
  categories: "/ad/catalogue/categories/",
  extras: "/ad/catalogue/extras/",
  bundles: "/ad/catalogue/bundles/",
  products: "/ad/catalogue/products/",
  packages: "/ad/catalogue/packages/",
};
const NEW = {
  services: "newService",
  categories: "newCategory",
  extras: "newExtra",
  bundles: "newBundle",
  products: "newProduct",
  packages: "newPackage",
} as const;

export function CatalogueTabs({ open }: { open: (typeof SHELVES)[number] }) {
  const t = useTranslations("catalogue");
  return (
    <nav aria-label={t("title")} className={styles.tabs}>
      {SHELVES.map((shelf) => (
        <ButtonLink
          key={shelf}
          href={PATHS[shelf]}
          kind={shelf === open ? "second" : "quiet"}
          aria-current={shelf === open ? "page" : undefined}
        >
          {t(`shelf.${shelf}`)}
        </ButtonLink>
      ))}
      <ButtonLink kind="main" href={`/ad/catalogue/${open}/new/`}>
        {t(NEW[open])}
      </ButtonLink>
    </nav>
  );
}
