// The frame of the signed-in areas, with Mantine in the house style.
import { cookies } from "next/headers";
import { type AreaPage, AreaShell } from "@/components/shell/AreaShell";
import { AreaProviders } from "@/components/theme/AreaProviders";
import { THEME_COOKIE, toTheme } from "@/components/theme/choice";
import { PageTitle } from "@/components/ui/PageTitle";
import { KitArea } from "./KitArea";

const pages: AreaPage[] = [
  { href: "/kit/area/", label: "Today", icon: "home" },
  { href: "/kit/area/calendar/", label: "Calendar", icon: "calendar" },
  { href: "/kit/area/jobs/", label: "Jobs", icon: "receipt" },
  { href: "/kit/area/customers/", label: "Customers", icon: "person" },
  { href: "/kit/area/messages/", label: "Messages", icon: "mail" },
  { href: "/kit/area/hours/", label: "Hours and time off", icon: "clock" },
];

export default async function KitAreaPage() {
  const theme = toTheme((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <AreaProviders theme={theme}>
      <AreaShell area="st" pages={pages} person="Sam Staff">
        <PageTitle above="Monday 8 June" title="Today" lead="Three visits, the first at 09:00." />
        <KitArea />
      </AreaShell>
    </AreaProviders>
  );
}
