"use client";
// One page for whoever is on the phone: who, what, where, when, and the button that books it all.
import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { QueryProvider } from "@/components/theme/QueryProvider";
import { Button, ButtonLink } from "@/components/ui/Button";
import { ErrorSummary } from "@/components/ui/ErrorSummary";
import { TextArea } from "@/components/ui/Field";
import { Notice } from "@/components/ui/Notice";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { CouponBox } from "@/features/booking/components/CouponBox";
import { GiftCardBox } from "@/features/booking/components/GiftCardBox";
import { LinePassChoice, PassCodes } from "@/features/booking/components/PassBox";
import type { Basket } from "@/features/booking/rules";
import type { Bundle } from "@/features/bundles/rules";
import type { Business } from "@/features/business/loaders";
import type { Service } from "@/features/catalog/rules";
import {
  dropCoupon,
  dropGiftCard,
  dropPass,
  nameCoupon,
  nameGiftCard,
  namePass,
  type PhoneGoods,
  saveDetails,
  takePass,
} from "../api";
import {
  changed,
  type DetailName,
  firstsOf,
  hasMail,
  lengthOf,
  missingOf,
  paysAhead,
  type Spot,
  type Typed,
  typedIn,
  unsaved,
} from "../rules";
import { BookPart } from "./BookPart";
import { CallerPart } from "./CallerPart";
import styles from "./desk.module.css";
import { GoodsPart } from "./GoodsPart";
import { Owed } from "./Owed";
import { useDayAndTime } from "./useDayAndTime";
import { type Desk, useDesk } from "./useDesk";
import { WhatPart } from "./WhatPart";
import { WhenPart } from "./WhenPart";
import { WherePart } from "./WherePart";

type Props = {
  businesses: Business[];
  services: Service[];
  bundles: Bundle[];
  goods: PhoneGoods;
  initial: Basket | null;
  spot: Spot | null;
  /** Where what was booked is looked at. */
  orders: string;
};

export function PhoneDesk(props: Props) {
  return (
    <QueryProvider>
      <Form {...props} />
    </QueryProvider>
  );
}

function Form({ businesses, services, bundles, goods, initial, spot, orders }: Props) {
  const t = useTranslations("phone");
  const cache = useQueryClient();
  const moment = useDayAndTime();
  const atHome = businesses.find((each) => each.visits_at_customer) ?? businesses[0];
  const desk = useDesk(initial, atHome?.slug ?? "");
  const { basket } = desk;
  const [draft, setDraft] = useState<Partial<Typed>>({});
  const [missing, setMissing] = useState<string[]>([]);
  const [detailErrors, setDetailErrors] = useState<Partial<Record<string, string>>>({});
  const [attempt, setAttempt] = useState(0);
  const [number, setNumber] = useState<string | null>(null);
  const [payUntil, setPayUntil] = useState<string | null>(null);
  const [isMailed, setIsMailed] = useState(false);
  const [round, setRound] = useState(0);
  const heading = useRef<HTMLDivElement>(null);
  const typed: Typed = { ...typedIn(basket), ...draft };

  /** Keeps what was typed; the basket as it is then, or null where it was refused. */
  async function save(): Promise<Basket | null> {
    if (!basket) return null;
    const body = changed(typed, basket);
    if (Object.keys(body).length === 0) return basket;
    const saved = await desk.change(() => saveDetails(body));
    if (saved) setDraft((now) => unsaved(now, typed));
    return saved;
  }
  function errorOf(field: string): string | undefined {
    if (detailErrors[field]) return detailErrors[field];
    const found =
      basket && missing.map((name) => missingOf(name, basket)).find((each) => each.field === field);
    return found ? t(`missing.${found.kind}`) : undefined;
  }
  function write(name: DetailName, value: string) {
    setDraft((now) => ({ ...now, [name]: value }));
    setDetailErrors((now) => ({ ...now, [name]: "" }));
    setMissing((now) => now.filter((each) => each !== `details.${name}`));
  }
  const field = (name: DetailName) => ({
    name,
    label: t(`field.${name}`),
    value: typed[name],
    error: errorOf(name),
    onChange: (event: { currentTarget: { value: string } }) => write(name, event.currentTarget.value),
    onBlur: () => void save(),
  });
  function tell(names: string[], errors: Record<string, string>) {
    setMissing(names);
    setDetailErrors(errors);
    setAttempt((count) => count + 1);
  }
  async function done(order: string) {
    setNumber(order);
    setPayUntil((basket && paysAhead(basket) && basket.pay_ahead_until) || null);
    setIsMailed(hasMail(basket));
    setDraft({});
    tell([], {});
  }
  /** Nothing of this caller is left for the next one: nor what was ticked or typed and not sent. */
  async function again() {
    await desk.begin();
    cache.clear();
    setNumber(null);
    setDraft({});
    setRound(round + 1);
    tell([], {});
  }
  // What is to be focused stands on the page only once this was drawn.
  useEffect(() => {
    if (number) heading.current?.focus();
  }, [number]);
  useEffect(() => {
    if (round > 0) document.getElementById("caller-search")?.focus();
  }, [round]);

  if (number) {
    return (
      <div className={styles.form}>
        <Notice ref={heading} tone="good" tabIndex={-1} title={t("booked", { number })}>
          <p>{t("bookedText")}</p>
          {payUntil && <p>{t(isMailed ? "aheadText" : "aheadTextNoMail", { until: moment(payUntil) })}</p>}
        </Notice>
        {number.split(", ").map((each) => (
          <Owed key={each} number={each} />
        ))}
        <div className={styles.done}>
          <Button kind="main" onClick={() => void again()}>
            {t("another")}
          </Button>
          <ButtonLink href={orders}>{t("seeOrders")}</ButtonLink>
        </div>
      </div>
    );
  }
  const problems = [
    ...Object.entries(detailErrors).flatMap(([name, error]) => (error ? [{ name, error }] : [])),
    ...(basket
      ? missing.flatMap((name) => {
          const found = missingOf(name, basket);
          // One time is chosen for all of a visit.
          if (found.kind === "time" && "line" in found && !firstsOf(basket).includes(found.line)) return [];
          const words = t(`missing.${found.kind}`);
          return { name: found.field, error: "line" in found ? `${found.line.name}: ${words}` : words };
        })
      : []),
  ];
  return (
    <form
      key={round}
      className={styles.form}
      method="post"
      noValidate
      onSubmit={(event: FormEvent) => event.preventDefault()}
    >
      <ErrorSummary problems={problems} attempt={attempt} />
      {desk.problem && <ProblemNotice problem={desk.problem} />}
      <CallerPart desk={desk} field={field} />
      <WhatPart desk={desk} services={services} bundles={bundles} businesses={businesses} errorOf={errorOf} />
      <GoodsPart desk={desk} goods={goods} businesses={businesses} errorOf={errorOf} />
      {basket?.needs_address && (
        <WherePart
          desk={desk}
          field={field}
          errorOf={errorOf}
          onFill={({ line1, line2, town }) => {
            write("line1", line1);
            if (line2 !== undefined) write("line2", line2);
            if (town) write("town", town);
          }}
        />
      )}
      {basket && basket.lines.length > 0 && (
        <section className={styles.part} aria-labelledby="phone-when">
          <h2 id="phone-when">{t("when")}</h2>
          {firstsOf(basket).map((line) => (
            <WhenPart
              // Another length, place or caller means other free times.
              key={`${line.id} ${lengthOf(basket, line)} ${basket.place?.postcode}`}
              desk={desk}
              line={line}
              spot={spot}
              error={errorOf(`when-${line.id}`)}
            />
          ))}
        </section>
      )}
      <section className={styles.part} aria-labelledby="phone-book">
        <h2 id="phone-book">{t("book")}</h2>
        <TextArea {...field("notes")} autoComplete="off" dir="auto" rows={2} optional />
        {basket && basket.lines.length + basket.goods.length > 0 && <PaidAhead basket={basket} desk={desk} />}
        <BookPart desk={desk} save={save} onMissing={tell} onDone={(order) => void done(order)} />
        <div>
          <Button kind="quiet" onClick={() => void again()}>
            {t("startAgain")}
          </Button>
        </div>
      </section>
    </form>
  );
}

/** The codes a caller reads out: a coupon, gift cards, packages of visits. */
function PaidAhead({ basket, desk }: { basket: Basket; desk: Desk }) {
  return (
    <>
      <CouponBox
        basket={basket}
        onName={(code) => desk.attempt(() => nameCoupon(code))}
        onDrop={() => desk.attempt(dropCoupon)}
      />
      <GiftCardBox
        basket={basket}
        onName={(code) => desk.attempt(() => nameGiftCard(code))}
        onDrop={(card) => desk.attempt(() => dropGiftCard(card))}
      />
      <PassCodes
        basket={basket}
        onName={(code) => desk.attempt(() => namePass(code))}
        onDrop={(pass) => desk.attempt(() => dropPass(pass))}
      />
      {basket.lines.map((line) => (
        <LinePassChoice
          key={line.id}
          line={line}
          onTake={(pass) => desk.attempt(() => takePass(line.id, pass))}
        />
      ))}
    </>
  );
}
