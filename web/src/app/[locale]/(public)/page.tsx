// The first page: two doors, how it works, and the way back to a booking.
import { getLocale, getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/Button";
import { Icon } from "@/components/ui/Icon";
import { loadFrame } from "@/features/business/shell";
import { now } from "@/lib/clock";
import { dateIn, weekdayIndex } from "@/lib/datetime/calendar";
import { formatDayNumber, formatMonth, type IsoDate, weekdayNames } from "@/lib/datetime/format";
import styles from "./home.module.css";

const steps = ["choose", "confirm", "relax"] as const;

/** Today, as an almanac's leaf: decoration, so readers' devices pass over it. */
function Leaf({ date, locale }: { date: IsoDate; locale: string }) {
  return (
    <time className={styles.leaf} dateTime={date} aria-hidden="true">
      <span>{weekdayNames(locale, "long")[weekdayIndex(date)]}</span>
      <strong>{formatDayNumber(date)}</strong>
      <span>{formatMonth(date, locale)}</span>
    </time>
  );
}

export default async function HomePage() {
  const [t, locale] = await Promise.all([getTranslations("home"), getLocale()]);
  const { zone } = await loadFrame(locale);
  const today = dateIn(zone, now());
  return (
    <>
      <section className={styles.head}>
        <div>
          <h1>{t("title")}</h1>
          <p className={styles.lead}>{t("lead")}</p>
        </div>
        <Leaf date={today} locale={locale} />
      </section>
      <section className={styles.doors} aria-label={t("doors")}>
        <div className={styles.door}>
          <p className={styles.kicker}>
            <Icon name="home" />
            {t("homeDoor.kicker")}
          </p>
          <h2>{t("homeDoor.title")}</h2>
          <p>{t("homeDoor.text")}</p>
          <ButtonLink kind="main" href="/booking/" className={styles.enter}>
            {t("homeDoor.action")}
            <Icon name="arrow" size={20} />
          </ButtonLink>
        </div>
        <div className={styles.door}>
          <p className={styles.kicker}>
            <Icon name="talk" />
            {t("mentorDoor.kicker")}
          </p>
          <h2>{t("mentorDoor.title")}</h2>
          <p>{t("mentorDoor.text")}</p>
          <ButtonLink href="/mentors/" className={styles.enter}>
            {t("mentorDoor.action")}
            <Icon name="arrow" size={20} />
          </ButtonLink>
        </div>
      </section>
      <section className={styles.how}>
        <h2>{t("stepsTitle")}</h2>
        <ol className={styles.steps}>
          {steps.map((step, index) => (
            <li key={step}>
              <span className={styles.number} aria-hidden="true">
                {index + 1}
              </span>
              <h3>{t(`steps.${step}.title`)}</h3>
              <p>{t(`steps.${step}.text`)}</p>
            </li>
          ))}
        </ol>
      </section>
      <section className={styles.track}>
        <div>
          <h2>{t("trackTitle")}</h2>
          <p>{t("trackText")}</p>
        </div>
        <ButtonLink href="/track/">{t("trackAction")}</ButtonLink>
      </section>
    </>
  );
}
