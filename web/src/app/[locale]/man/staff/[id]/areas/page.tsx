// Where one of the staff travels to.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AreasPage } from "@/features/people/components/AreasPage";
import { requireArea } from "@/features/session/loaders";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("areas.places"))("title") };
}

export default async function StaffAreas({ params }: { params: Promise<{ id: string }> }) {
  await requireArea("man");
  return <AreasPage id={(await params).id} area="man" />;
}
