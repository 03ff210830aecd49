"use client";
// The journey's state: where we are (in the address), the basket (as the server last told it), and what was taken.
import { usePathname, useSearchParams } from "next/navigation";
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import type { Bundle } from "@/features/bundles/rules";
import type { Business } from "@/features/business/loaders";
import type { Service } from "@/features/catalog/rules";
import { problemOf } from "@/lib/api/problem";
import { preferenceCookie } from "@/lib/cookies";
import { isWidgetPath, WIDGET_PATH } from "@/lib/widget";
import { type DayWish, getBasket, hold } from "./api";
import {
  type Alternative,
  type Basket,
  type BasketLine,
  currentLine,
  goodsSteps,
  hasOnlyGoods,
  isStep,
  type Position,
  reachable,
  remembered,
  type StepName,
  stepsNeeded,
} from "./rules";

/** A time that somebody else has taken, and the nearest free ones. */
export type Taken = { line: string; alternatives: Alternative[] };
/** The server's words about details it cannot use, by field. */
export type DetailErrors = Record<string, string>;

type Go = (step: StepName, options?: { line?: string | null; replace?: boolean }) => void;

export type Journey = {
  business: Business;
  businesses: Business[];
  services: Service[];
  bundles: Bundle[];
  basket: Basket | null;
  /** When the basket came, on the monotonic clock: holds are counted from there. */
  receivedAt: number;
  line: BasketLine | null;
  position: Position;
  steps: StepName[];
  href: (step: StepName, line?: string | null) => string;
  go: Go;
  /** Changes of the basket, one after the other; the answer becomes the basket. */
  change: (call: () => Promise<Basket>) => Promise<Basket>;
  refresh: () => Promise<Basket>;
  restart: () => void;
  taken: Taken | null;
  setTaken: (taken: Taken | null) => void;
  /** Holds a time; a time that is gone becomes `taken` and the answer false. */
  keep: (line: string, startsAt: string, staffId: string | null, day?: DayWish) => Promise<Basket | null>;
  detailErrors: DetailErrors;
  setDetailErrors: (errors: DetailErrors) => void;
  /** The postcode a link brought along; "" without one. */
  linkedPostcode: string;
};

const JourneyContext = createContext<Journey | null>(null);

export function useJourney(): Journey {
  const journey = useContext(JourneyContext);
  if (!journey) throw new Error("useJourney needs a JourneyProvider above it");
  return journey;
}

type Props = {
  business: Business;
  businesses: Business[];
  services: Service[];
  bundles: Bundle[];
  initialBasket: Basket | null;
  start: Position;
  children: ReactNode;
};

function usePosition(start: Position, basket: Basket | null, visits: boolean): Position {
  const query = useSearchParams();
  const step = query.get("step");
  const wanted = isStep(step) ? { step, line: query.get("line") } : start;
  return reachable(wanted, basket, visits);
}

/** The journey's own address: on our pages, or on those that other sites show inside theirs. */
export function useBase(): string {
  return isWidgetPath(usePathname()) ? WIDGET_PATH : "/booking/";
}

/** Where a booking that was made is confirmed; its secret goes behind a `#`. A frame keeps saying whose it is. */
export function useDoneHref(): string {
  const base = useBase();
  const { business } = useJourney();
  return base === WIDGET_PATH ? `${base}done/?business=${business.slug}` : `${base}done/`;
}

/** The slug of those who come: the basket may be about a business that comes to nobody just now. */
export function useVisiting(): string {
  const { basket, business } = useJourney();
  if (business.visits_at_customer) return business.slug;
  return basket?.lines.find((line) => line.venue === "customer")?.business ?? business.slug;
}

/** What a link says of where somebody lives: read once, and out of the address, the history and every bookmark at once,
 * whichever step the link leads to. */
function useLinkedPostcode(): string {
  const query = useSearchParams();
  const [linked] = useState(() => (query.get("postcode") ?? "").slice(0, 40));
  useEffect(() => {
    const address = new URL(window.location.href);
    if (!address.searchParams.has("postcode")) return;
    address.searchParams.delete("postcode");
    window.history.replaceState(null, "", `${address.pathname}${address.search}${address.hash}`);
  }, []);
  return linked;
}

/** The address of a step on this page. Deep links' parameters stay until their step is done. */
function useAddresses(position: Position): { href: Journey["href"]; go: Go } {
  const query = useSearchParams();
  const base = useBase();
  const href = useCallback(
    (step: StepName, line?: string | null) => {
      const next = new URLSearchParams(query);
      next.delete("postcode");
      next.set("step", step);
      if (line) next.set("line", line);
      else next.delete("line");
      return `${base}?${next}`;
    },
    [query, base],
  );
  const line = position.line;
  const go = useCallback<Go>(
    (step, options = {}) => {
      const target = href(step, options.line === undefined ? line : options.line);
      const url = `${window.location.pathname}${target.slice(target.indexOf("?"))}`;
      // Next keeps its router in step with these two; no request is made, so the next step is there at once.
      if (options.replace) window.history.replaceState(null, "", url);
      else window.history.pushState(null, "", url);
    },
    [href, line],
  );
  return { href, go };
}

/** The basket, changed by one call at a time, so that an older answer can never overwrite a newer one. */
function useBasket(initial: Basket | null) {
  const [state, setState] = useState({ basket: initial, receivedAt: 0 });
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  useEffect(() => setState({ basket: initial, receivedAt: performance.now() }), [initial]);
  const change = useCallback((call: () => Promise<Basket>) => {
    const next = queue.current.then(call, call).then((basket) => {
      setState({ basket, receivedAt: performance.now() });
      return basket;
    });
    queue.current = next.catch(() => undefined);
    return next;
  }, []);
  const restart = useCallback(() => setState({ basket: null, receivedAt: performance.now() }), []);
  return { ...state, change, restart };
}

export function JourneyProvider(props: Props) {
  const { business, businesses, services, bundles, initialBasket, start, children } = props;
  const { basket, receivedAt, change, restart } = useBasket(initialBasket);
  const linkedPostcode = useLinkedPostcode();
  const [taken, setTaken] = useState<Taken | null>(null);
  const [detailErrors, setDetailErrors] = useState<DetailErrors>({});
  const visits = business.visits_at_customer;
  const position = usePosition(start, basket, visits);
  const { href, go } = useAddresses(position);
  const { step, line: lineId } = position;
  useEffect(() => {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Safari before 18.4.
    document.cookie = preferenceCookie("booking_step", remembered({ step, line: lineId }));
  }, [step, lineId]);

  const keep = useCallback<Journey["keep"]>(
    async (line, startsAt, staffId, day) => {
      try {
        const kept = await change(() => hold(line, startsAt, staffId, day));
        setTaken(null);
        return kept;
      } catch (error) {
        const problem = problemOf(error);
        if (problem.code !== "slot_taken") throw error;
        setTaken({ line, alternatives: (problem.extra.alternatives as Alternative[] | undefined) ?? [] });
        return null;
      }
    },
    [change],
  );

  const journey = useMemo<Journey>(() => {
    const line = currentLine(basket, lineId);
    const ours = services.filter((service) => service.business === business.slug);
    const service = services.find((each) => each.id === line?.service_id);
    const asked = service ? [service] : ours;
    const extras = asked.some((each) => each.extras.length > 0);
    const questions = asked.some((each) => each.questions.length > 0);
    return {
      business,
      businesses,
      services,
      bundles,
      basket,
      receivedAt,
      line,
      position: { step, line: lineId },
      steps:
        hasOnlyGoods(basket) && goodsSteps.includes(step)
          ? [...goodsSteps]
          : stepsNeeded({ visits: visits || basket?.needs_address === true, extras, questions }),
      href,
      go,
      change,
      refresh: () => change(getBasket),
      restart,
      taken,
      setTaken,
      keep,
      detailErrors,
      setDetailErrors,
      linkedPostcode,
    };
  }, [
    business,
    businesses,
    services,
    bundles,
    basket,
    receivedAt,
    step,
    lineId,
    visits,
    href,
    go,
    change,
    restart,
    taken,
    keep,
    detailErrors,
    linkedPostcode,
  ]);
  return <JourneyContext value={journey}>{children}</JourneyContext>;
}
