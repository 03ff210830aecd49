"use client";
// The fields of a gift card: the amount, whom it is for, what it says, when they are told.
import { useTranslations } from "next-intl";
import { ChoiceCard, ChoiceGroup } from "@/components/ui/ChoiceCard";
import { TextArea, TextField } from "@/components/ui/Field";
import type { IsoDate } from "@/lib/datetime/format";
import { type Gift, OWN } from "./useGift";

export function GiftFields({ gift, today, byOther }: { gift: Gift; today: IsoDate; byOther?: boolean }) {
  const t = useTranslations("giftCards");
  const { offer, chosen, choose, bounds, field, errorOf } = gift;
  return (
    <>
      <ChoiceGroup name="amount" legend={t("amount")} error={chosen === OWN ? undefined : errorOf("amount")}>
        {offer.amounts.map((each) => (
          <ChoiceCard
            key={each}
            name="amount"
            value={String(each)}
            title={gift.money(each)}
            checked={chosen === String(each)}
            onChange={() => choose(String(each))}
          />
        ))}
        <ChoiceCard
          name="amount"
          value={OWN}
          title={t("own")}
          checked={chosen === OWN}
          onChange={() => choose(OWN)}
        />
      </ChoiceGroup>
      {chosen === OWN && (
        <TextField
          name="own"
          label={t("ownLabel", { currency: offer.currency })}
          help={t("ownHelp", bounds)}
          inputMode="decimal"
          size={10}
          value={gift.own}
          error={errorOf("amount")}
          onChange={({ currentTarget }) => gift.setOwn(currentTarget.value)}
        />
      )}
      <TextField {...field("recipient_name")} autoComplete="off" dir="auto" />
      <TextField
        {...field("recipient_email")}
        help={t(byOther ? "recipientHelpCaller" : "recipientHelp")}
        type="email"
        inputMode="email"
        autoComplete="off"
      />
      <TextField
        {...field("sender_name")}
        help={t("senderHelp")}
        autoComplete={byOther ? "off" : "name"}
        dir="auto"
      />
      <TextArea {...field("message")} rows={3} maxLength={500} dir="auto" />
      <TextField
        {...field("deliver_on")}
        help={t("deliverHelp")}
        type="date"
        min={today}
        max="9999-12-31"
        size={10}
      />
    </>
  );
}
