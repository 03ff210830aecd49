"use client";
// What is wanted without a time: gift cards, packages of visits and downloads.
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { ErrorSummary } from "@/components/ui/ErrorSummary";
import { SelectField } from "@/components/ui/Field";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { GoodTold } from "@/features/booking/components/GoodLine";
import { useReaderZone } from "@/features/booking/components/useWhen";
import type { Business } from "@/features/business/loaders";
import { GiftFields } from "@/features/giftcards/components/GiftFields";
import { useGift } from "@/features/giftcards/components/useGift";
import type { Offer } from "@/features/giftcards/rules";
import { type Problem, problemOf } from "@/lib/api/problem";
import { dateIn } from "@/lib/datetime/calendar";
import { formatMoney } from "@/lib/money/money";
import { addGift, addGood, type PhoneGood, type PhoneGoods, removeGood } from "../api";
import { goodField } from "../rules";
import styles from "./desk.module.css";
import type { Desk } from "./useDesk";

type Props = {
  desk: Desk;
  goods: PhoneGoods;
  businesses: Business[];
  errorOf: (field: string) => string | undefined;
};

const GIFT = "gift ";

export function GoodsPart({ desk, goods, businesses, errorOf }: Props) {
  const t = useTranslations("phone.goods");
  const tp = useTranslations("phone");
  const locale = useLocale();
  const [chosen, setChosen] = useState("");
  const [busy, setBusy] = useState(false);
  const [missing, setMissing] = useState(false);
  const [made, setMade] = useState(0);
  const [slug, setSlug] = useState(goods.gift_cards[0]?.business ?? "");
  const inside = desk.basket?.goods ?? [];
  const offer = goods.gift_cards.find(({ business }) => business === slug);
  const isGift = chosen.startsWith(GIFT);
  const several = businesses.length > 1;
  const named = (name: string, business: string) => {
    const seller = businesses.find((each) => each.slug === business);
    return several && seller ? `${seller.name}: ${name}` : name;
  };
  const words = ({ name, person, business, price_amount: amount, currency }: PhoneGood) =>
    [named(name, business), person, formatMoney({ amount, currency }, locale)].filter(Boolean).join(", ");
  if (goods.gift_cards.length + goods.goods.length + inside.length === 0) return null;

  function choose(value: string) {
    setChosen(value);
    setMissing(false);
    if (value.startsWith(GIFT)) setSlug(value.slice(GIFT.length));
  }
  function put() {
    setMade(made + 1);
    choose("");
    focusChoice();
  }
  async function add() {
    const good = goods.goods.find(({ id }) => id === chosen);
    setMissing(!good);
    if (!good) return focusChoice();
    setBusy(true);
    if (await desk.change(() => addGood(good))) choose("");
    setBusy(false);
  }

  async function remove(id: string) {
    if (await desk.change(() => removeGood(id))) focusChoice();
  }

  return (
    <section className={styles.part} aria-labelledby="phone-goods">
      <h2 id="phone-goods">{t("title")}</h2>
      {inside.map((good) => (
        <div key={good.id} id={goodField(good.id)} tabIndex={-1} className={styles.line}>
          {errorOf(goodField(good.id)) && <p role="status">{errorOf(goodField(good.id))}</p>}
          <GoodTold good={good} byOther />
          <div>
            <Button
              kind="quiet"
              aria-label={tp("removeNamed", { name: good.name || tp("gone") })}
              onClick={() => void remove(good.id)}
            >
              {tp("remove")}
            </Button>
          </div>
        </div>
      ))}
      <div className={styles.row}>
        <SelectField
          name="good"
          label={t("label")}
          value={chosen}
          error={missing ? t("missing") : undefined}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          <option value="">{t("pick")}</option>
          {goods.gift_cards.map(({ business }) => (
            <option key={business} value={GIFT + business}>
              {named(t("giftCard"), business)}
            </option>
          ))}
          {(["package", "product"] as const).map((kind) => {
            const shelf = goods.goods.filter((each) => each.kind === kind);
            return shelf.length > 0 ? (
              <optgroup key={kind} label={t(`of.${kind}`)}>
                {shelf.map((each) => (
                  <option key={each.id} value={each.id}>
                    {words(each)}
                  </option>
                ))}
              </optgroup>
            ) : null;
          })}
        </SelectField>
        {!isGift && (
          <Button busy={busy} aria-label={t("addNamed")} onClick={() => void add()}>
            {t("add")}
          </Button>
        )}
      </div>
      {offer && (
        <div hidden={!isGift}>
          <GiftPart key={made} desk={desk} offer={offer} onMade={put} />
        </div>
      )}
    </section>
  );
}

/** Where one goes on when what had the focus is gone. */
const focusChoice = () => document.getElementById("good")?.focus();

/** What is typed here stays while another thing is looked at, until the card is put in. */
function GiftPart({ desk, offer, onMade }: { desk: Desk; offer: Offer; onMade: () => void }) {
  const t = useTranslations("phone.goods");
  const zone = useReaderZone("UTC");
  const gift = useGift(offer);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function add() {
    setProblem(null);
    const body = gift.checked();
    if (!body) return;
    setBusy(true);
    try {
      await desk.attempt(() => addGift(body));
      onMade();
    } catch (error) {
      const found = problemOf(error);
      if (!gift.refuse(found)) setProblem(found);
      setBusy(false);
    }
  }
  return (
    <div className={styles.line}>
      <ErrorSummary problems={gift.problems} attempt={gift.attempt} />
      {problem && <ProblemNotice problem={problem} />}
      <GiftFields gift={gift} today={dateIn(zone, new Date(desk.basket?.server_time ?? 0))} byOther />
      <div>
        <Button busy={busy} onClick={() => void add()}>
          {t("addGift")}
        </Button>
      </div>
    </div>
  );
}
