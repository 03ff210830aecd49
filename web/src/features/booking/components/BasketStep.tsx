"use client";
// Everything chosen, with its price and why; each part can be changed or taken out.
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button, ButtonLink } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { Notice } from "@/components/ui/Notice";
import { PriceTag } from "@/components/ui/PriceTag";
import { useToast } from "@/components/ui/Toast";
import { Face } from "@/features/catalog/components/Face";
import { type Problem, problemOf } from "@/lib/api/problem";
import {
  anyOfDay,
  dropCoupon,
  joinLines,
  nameCoupon,
  partLines,
  removeGood,
  removeLine,
  restoreLine,
  takeBundleOut,
} from "../api";
import { useJourney } from "../hooks";
import {
  type Basket,
  type BasketBundle,
  type BasketGood,
  type BasketLine,
  bundleOf,
  groupsOf,
  NEW_LINE,
  onward,
  partWished,
  sellersOf,
  stepsOf,
  visitOf,
} from "../rules";
import { BundleGroup } from "./BundleGroup";
import { CouponBox } from "./CouponBox";
import { GoodLine } from "./GoodLine";
import styles from "./journey.module.css";
import { LinePass, PassBox } from "./PassBox";
import { PriceTable } from "./PriceTable";
import { RepeatBox } from "./RepeatBox";
import { StepFrame } from "./StepFrame";
import { useWhen } from "./useWhen";

export function BasketStep() {
  const t = useTranslations("booking.basket");
  const { basket, business, businesses, services, change, go, taken, setTaken, keep } = useJourney();
  const locale = useLocale();
  const toast = useToast();
  const [busy, setBusy] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const lines = basket?.lines ?? [];
  const goods = basket?.goods ?? [];
  const isEmpty = lines.length === 0 && goods.length === 0;
  const namesOf = (ids: string[]) =>
    new Intl.ListFormat(locale).format(
      lines.filter((line) => ids.includes(line.id)).map((line) => line.name),
    );
  const untimed = lines.find((line) => line.starts_at === null && line.state !== "unavailable");
  const blocked =
    lines.some((line) => line.state === "unavailable") || goods.some((good) => !good.is_on_sale);

  async function remove(line: BasketLine) {
    setBusy(line.id);
    try {
      const after = await change(() => removeLine(line.id));
      if (taken?.line === line.id) setTaken(null);
      toast(t("removed", { name: line.name || t("gone") }), { undo: () => void putBack(line) });
      if (after.lines.length === 0 && after.goods.length === 0) go("service", { line: null });
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(null);
    }
  }

  async function removeTogether(bundle: BasketBundle) {
    try {
      const after = await change(() => takeBundleOut(bundle.id));
      if (taken && bundle.line_ids.includes(taken.line)) setTaken(null);
      toast(t("removed", { name: bundle.name }));
      if (after.lines.length === 0 && after.goods.length === 0) go("service", { line: null });
    } catch (error) {
      setProblem(problemOf(error));
    }
  }

  async function removeOne(good: BasketGood) {
    setBusy(good.id);
    try {
      await change(() => removeGood(good.id));
      toast(t("removed", { name: good.name || t("goodGone") }));
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(null);
    }
  }

  async function putBack(line: BasketLine) {
    try {
      await change(() => restoreLine(line.id));
      go("basket", { line: null });
      if (line.starts_at)
        await keep(line.id, line.starts_at, line.staff?.id ?? null, anyOfDay(partWished(line), line.zone));
    } catch (error) {
      setProblem(problemOf(error));
    }
  }

  async function rearrange(call: () => Promise<Basket>, line: string | undefined) {
    setProblem(null);
    try {
      const after = await change(call);
      if (after.lines.find((each) => each.id === line)?.visit && line) go("time", { line });
    } catch (error) {
      setProblem(problemOf(error));
    }
  }

  function goOn() {
    if (untimed) {
      const next = bundleOf(basket, untimed) ? onward("service", untimed, basket, services) : null;
      return go(next?.step ?? "time", { line: next?.line ?? untimed.id });
    }
    if (!blocked && !isEmpty) go("details");
  }

  return (
    <StepFrame
      title={t("title")}
      action={untimed ? t("chooseTime") : t("continue")}
      onSubmit={goOn}
      problem={problem}
      holds
      below={
        <p className={styles.actions}>
          <Button onClick={() => go("service", { line: NEW_LINE })}>
            {t(businesses.length > 1 ? "addFrom" : "add", { business: business.name })}
          </Button>
          {businesses
            .filter((each) => each.slug !== business.slug)
            .map((each) => (
              <ButtonLink
                key={each.slug}
                href={`/booking/?business=${each.slug}&step=service&line=${NEW_LINE}`}
              >
                {t("addFrom", { business: each.name })}
              </ButtonLink>
            ))}
        </p>
      }
    >
      {isEmpty && (
        <EmptyState title={t("empty")} action={<Button onClick={() => go("service")}>{t("choose")}</Button>}>
          <p>{t("emptyText")}</p>
        </EmptyState>
      )}
      {groupsOf(basket).map(({ bundle, lines: own }) => {
        const shown = own.map((line) => (
          <Line
            key={line.id}
            line={line}
            heading={bundle ? "h3" : "h2"}
            busy={busy === line.id}
            onPart={(each) => void rearrange(() => partLines(each.id), undefined)}
            onRemove={remove}
          />
        ));
        if (!bundle) return shown;
        const currency = own.find((line) => line.currency)?.currency ?? "GBP";
        return (
          <BundleGroup key={bundle.id} bundle={bundle} currency={currency} onRemove={removeTogether}>
            {shown}
          </BundleGroup>
        );
      })}
      {goods.map((good) => (
        <GoodLine key={good.id} good={good} busy={busy === good.id} onRemove={removeOne} />
      ))}
      {basket?.can_join.map((ids) => (
        <Notice key={ids[0]} className={styles.block ?? ""} title={t("joinTitle")}>
          <p>{t("joinText", { names: namesOf(ids) })}</p>
          <p>
            <Button onClick={() => void rearrange(() => joinLines(ids), ids[0])}>{t("join")}</Button>
          </p>
        </Notice>
      ))}
      {lines.length > 0 && <PassBox />}
      {basket && !isEmpty && (
        <CouponBox
          basket={basket}
          onName={(code) => change(() => nameCoupon(code))}
          onDrop={() => change(dropCoupon)}
        />
      )}
    </StepFrame>
  );
}

type LineProps = {
  line: BasketLine;
  heading: "h2" | "h3";
  busy: boolean;
  onRemove: (line: BasketLine) => void;
  onPart: (line: BasketLine) => void;
};

function Line({ line, heading: Heading, busy, onRemove, onPart }: LineProps) {
  const t = useTranslations("booking.basket");
  const when = useWhen();
  const { basket, change, go, services } = useJourney();
  const { currency } = line;
  const visit = visitOf(basket, line);
  const extras = services.find((service) => service.id === line.service_id)?.extras ?? [];
  const gone = line.state === "unavailable";
  const tTime = useTranslations("booking.time");
  const wished = partWished(line);
  return (
    <section className={styles.line} aria-label={line.name || t("gone")}>
      <div className={styles.lineHead}>
        <Heading>{gone ? t("gone") : line.name}</Heading>
        {!gone && <PriceTag price={{ amount: line.repeat?.series_amount ?? line.total_amount, currency }} />}
      </div>
      {basket && sellersOf(basket).length > 1 && <p className={styles.muted}>{line.business_name}</p>}
      {visit.length > 1 && (
        <p>
          {t("together", {
            names: visit
              .filter((each) => each !== line)
              .map((each) => each.name)
              .join(", "),
          })}
        </p>
      )}
      {!gone && <p>{line.starts_at ? when(line) : t("noTime")}</p>}
      {!gone && wished && <p className={styles.muted}>{tTime(`anyOf.${wished}`)}</p>}
      {line.staff && (
        <p className={styles.who}>
          <Face name={line.staff.name} photoUrl={line.staff.photo_url} size={40} />
          <span>{line.staff.name}</span>
        </p>
      )}
      {stepsOf(line).length > 1 && (
        <PriceTable
          steps={stepsOf(line)}
          total={line.repeat?.series_amount ?? line.total_amount}
          {...(!line.repeat && { tax: line.tax_amount })}
          currency={currency}
        />
      )}
      {!gone && <LinePass line={line} />}
      {!gone && <RepeatBox line={line} change={change} />}
      <div className={styles.actions}>
        {!gone && visit[0] === line && (
          <Button onClick={() => go("time", { line: line.id })}>
            {line.starts_at ? t("changeTime") : t("chooseTime")}
          </Button>
        )}
        {extras.length > 0 && (
          <Button onClick={() => go("extras", { line: line.id })}>{t("changeExtras")}</Button>
        )}
        {visit[0] === line && visit.length > 1 && <Button onClick={() => onPart(line)}>{t("part")}</Button>}
        <Button
          kind="quiet"
          busy={busy}
          aria-label={t("removeNamed", { name: line.name })}
          onClick={() => onRemove(line)}
        >
          {t("remove")}
        </Button>
      </div>
    </section>
  );
}
