"use client";
// Companies whose accounts open this one: connected, and taken away while another way in is left.
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { useGuarded } from "@/features/proof/useGuarded";
import { type Company, type ConnectFault, companyOf, connectFaultOf } from "@/features/session/companies";
import { connectCompany, fetchConnections, removeCompany } from "../api";
import type { Connection } from "../rules";
import styles from "./security.module.css";

type Told = { company: string; fault: ConnectFault | "last" | null };

export function CompaniesSection({ companies }: { companies: Company[] }) {
  const t = useTranslations("security.companies");
  const { data = [], refetch } = useQuery({ queryKey: ["companies"], queryFn: fetchConnections });
  const { busy, run, notice } = useGuarded();
  const [told, setTold] = useState<Told | null>(null);
  useEffect(() => {
    const query = new URLSearchParams(window.location.search);
    const company = companyOf(query.get("company") ?? "");
    if (!company) return;
    setTold({ company: company.name, fault: connectFaultOf(query.get("error")) });
    window.history.replaceState(null, "", window.location.pathname); // what is said once is not said again
  }, []);
  if (companies.length === 0 && data.length === 0) return null;
  const open = companies.filter(({ id }) => !data.some(({ provider }) => provider.id === id));

  const connect = ({ id, name }: Company) =>
    run(async () => {
      setTold(null);
      const address = await connectCompany(id);
      if (!address) return setTold({ company: name, fault: "unreachable" });
      window.location.assign(address);
      await new Promise(() => {}); // busy until the company's page is there
    });
  const remove = (connection: Connection) =>
    run(async () => {
      const outcome = await removeCompany(connection);
      setTold(outcome === "last" ? { company: connection.provider.name, fault: "last" } : null);
      await refetch();
    });

  return (
    <section className={styles.section} aria-labelledby="s-companies">
      <h2 id="s-companies">{t("title")}</h2>
      <p className={styles.muted}>{t("lead")}</p>
      {told &&
        (told.fault ? (
          <Notice tone="warn" role="alert" title={t(`fault.${told.fault}`, { company: told.company })} />
        ) : (
          <Notice tone="good" role="status" title={t("connected", { company: told.company })} />
        ))}
      {data.length > 0 && (
        <ul className={styles.list}>
          {data.map((connection) => (
            <li key={`${connection.provider.id} ${connection.uid}`} className={styles.row}>
              <span>
                {connection.provider.name}
                <br />
                <span className={styles.muted}>{connection.display}</span>
              </span>
              <Button
                kind="danger"
                aria-label={t("removeNamed", { company: connection.provider.name })}
                onClick={() => void remove(connection)}
              >
                {t("remove")}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {notice}
      <div className={styles.choices}>
        {open.map((company) => (
          <Button key={company.id} busy={busy} onClick={() => void connect(company)}>
            {t("connect", { company: company.name })}
          </Button>
        ))}
      </div>
    </section>
  );
}
