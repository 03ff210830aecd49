// A moment as it is said on the phone, on the clock of whoever reads it out.
import { useLocale } from "next-intl";
import { useReaderZone } from "@/features/booking/components/useWhen";
import { formatDay, formatTime, type Instant } from "@/lib/datetime/format";

export function useDayAndTime(): (at: Instant) => string {
  const locale = useLocale();
  const zone = useReaderZone("UTC");
  return (at) => `${formatDay(at, zone, locale)}, ${formatTime(at, zone, locale)}`;
}
