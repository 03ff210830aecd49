// Every part of the design system with made-up contents. English only: this page is for builders, not for customers.
import { PublicShell } from "@/components/shell/PublicShell";
import { Button, ButtonLink } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { Notice } from "@/components/ui/Notice";
import { PageTitle } from "@/components/ui/PageTitle";
import { PriceTag } from "@/components/ui/PriceTag";
import { Loading, Skeleton, SlotGridSkeleton } from "@/components/ui/Skeleton";
import { Steps } from "@/components/ui/Steps";
import { SummaryBar, SummaryLayout } from "@/components/ui/SummaryBar";
import { TimeRange } from "@/components/ui/TimeRange";
import { KitChoices } from "./KitChoices";
import { KitForm } from "./KitForm";
import { KitProblem } from "./KitProblem";
import { KitTimes } from "./KitTimes";
import styles from "./kit.module.css";

const names = ["Where", "What", "Extras", "Time", "Person", "You", "Check", "Done"];
const steps = names.map((name, index) => ({ name, href: `/kit/#step-${index + 1}` }));
const tokens = [
  "paper",
  "raised",
  "sunk",
  "ink",
  "muted",
  "line",
  "line-strong",
  "accent",
  "accent-soft",
  "good",
  "warn",
  "bad",
];
const price = { amount: 6400, currency: "GBP" };

const business = { name: "A sample business", phone: "+44 20 7946 0000", email: "hello@example.org" };

export default function KitPage() {
  return (
    <PublicShell businesses={[business]} signedIn={false}>
      <Steps steps={steps} current={2} />
      <SummaryLayout
        summary={
          <SummaryBar
            title="Your booking"
            price={price}
            note="2 hours, once"
            lines={[
              { label: "What", value: "Regular clean" },
              {
                label: "When",
                value: (
                  <TimeRange
                    startsAt="2026-06-09T09:00:00Z"
                    endsAt="2026-06-09T11:00:00Z"
                    zone="Europe/London"
                  />
                ),
              },
            ]}
            action={<Button kind="main">Choose a time</Button>}
          />
        }
      >
        <PageTitle
          above="Design system"
          title="The kit: every part, once"
          lead="Paper, ink and one accent. Made-up contents; no price here is real."
        />
        <Part title="Colours">
          <ul className={styles.swatches}>
            {tokens.map((token) => (
              <li key={token}>
                <span style={{ background: `var(--${token})` }} />
                {token}
              </li>
            ))}
          </ul>
        </Part>
        <Part title="Type">
          <h1>Heading one, 10:45</h1>
          <h2>Heading two, £1,234.50</h2>
          <h3>Heading three, Прибирання ₴</h3>
          <p>
            Running text in Source Sans, set with <a href="/kit/#type">the price list of this week</a>,{" "}
            <strong>a strong word</strong> and figures that line up: 1,111 and 8,888. Добрий день, це
            звичайний текст.
          </p>
        </Part>
        <Part title="Buttons">
          <div className={styles.row}>
            <Button kind="main">Book for £64</Button>
            <Button>Change the time</Button>
            <Button kind="danger">Cancel and refund £48</Button>
            <Button kind="quiet">Not now</Button>
            <ButtonLink href="/kit/">A link as a button</ButtonLink>
            <Button kind="main" busy>
              Booking
            </Button>
            <Button disabled>Not possible yet</Button>
          </div>
        </Part>
        <Part title="Prices and times">
          <p>
            <PriceTag price={price} note="2 hours" /> · <PriceTag price={{ amount: 4550, currency: "EUR" }} />{" "}
            · <PriceTag price={{ amount: 120000, currency: "UAH" }} exact />
          </p>
          <p>
            <TimeRange startsAt="2026-06-09T09:00:00Z" endsAt="2026-06-09T11:00:00Z" zone="Europe/London" />
          </p>
          <p>
            <TimeRange startsAt="2026-06-09T16:00:00Z" endsAt="2026-06-09T17:00:00Z" zone="Europe/Kyiv" />
          </p>
        </Part>
        <Part title="Day, month and time">
          <KitTimes />
        </Part>
        <Part title="Choices and numbers">
          <KitChoices />
        </Part>
        <Part title="A form">
          <KitForm />
        </Part>
        <Part title="Messages">
          <Notice tone="good" title="Your visit is booked">
            <p>We have sent the details to your mail.</p>
          </Notice>
          <Notice tone="warn" title="This postcode is at the edge of our area">
            <p>Fewer times may be free.</p>
          </Notice>
          <Notice title="Clocks change that night">
            <p>The visit stays at 10:00.</p>
          </Notice>
          <KitProblem />
        </Part>
        <Part title="Nothing yet, and not yet">
          <EmptyState
            title="No visits yet"
            action={<ButtonLink href="/booking/">Book help at home</ButtonLink>}
          >
            <p>When you book, the next visit stands here.</p>
          </EmptyState>
          <SlotGridSkeleton label="Finding free times" />
          <Loading label="Loading your booking">
            <Skeleton width="60%" height="1.6em" />
            <Skeleton />
            <Skeleton width="80%" />
          </Loading>
        </Part>
      </SummaryLayout>
    </PublicShell>
  );
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className={styles.part} aria-label={title}>
      <h2 className={styles.name}>{title}</h2>
      {children}
    </section>
  );
}
