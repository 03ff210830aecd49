// What search engines and shared links are told: titles, languages, cards, facts, the list of pages.
import { type APIRequestContext, expect, type Page, test } from "@playwright/test";

const languages = ["en", "uk", "es", "fr", "de"];
const pages = [
  "/",
  "/services/",
  "/services/valclean/regular-clean/",
  "/mentors/",
  "/mentors/olena/",
  "/people/valclean/maria/",
  "/booking/",
  "/track/",
  "/login/",
  "/signup/",
];

type Fact = { "@type": string; [name: string]: unknown };

async function meta(page: Page, name: string): Promise<string> {
  const tag = page.locator(`head meta[name="${name}"], head meta[property="${name}"]`).first();
  return (await tag.getAttribute("content")) ?? "";
}

async function factsOf(page: Page): Promise<Fact[]> {
  const texts = await page.locator('script[type="application/ld+json"]').allTextContents();
  return texts.flatMap((text) => JSON.parse(text)["@graph"] as Fact[]);
}

/** The path behind a full address: the public address of a test run is its own. */
const pathOf = (url: string | null) => new URL(url ?? "").pathname;

async function expectPicture(request: APIRequestContext, url: string): Promise<void> {
  const answer = await request.get(pathOf(url));
  expect(answer.status(), url).toBe(200);
  expect(answer.headers()["content-type"], url).toMatch(/^image\//);
}

test("every public page has a title, words, one address, all languages and a card", async ({
  page,
  request,
}) => {
  test.slow();
  const titles = new Set<string>();
  for (const path of pages) {
    for (const prefix of ["", "/uk"]) {
      const address = prefix + path;
      // Without the language of the page before.
      await page.context().clearCookies();
      await page.goto(`${address}?from=a-link`);
      const title = await page.title();
      expect(title, address).toMatch(/Almanac/);
      // What a business says in one language only is said so on each of its pages.
      expect(titles.has(prefix + title), `${address} has a title of its own`).toBe(false);
      titles.add(prefix + title);
      expect((await meta(page, "description")).length, address).toBeGreaterThan(20);
      const canonical = await page.locator('link[rel="canonical"]').getAttribute("href");
      expect(pathOf(canonical)).toBe(address);
      const alternates = page.locator('link[rel="alternate"][hreflang]');
      const found = await alternates.evaluateAll((links) =>
        links.map((link) => link.getAttribute("hreflang")),
      );
      expect(new Set(found), address).toEqual(new Set([...languages, "x-default"]));
      for (const name of ["og:title", "og:description", "og:type", "og:locale", "twitter:title"])
        expect(await meta(page, name), `${address} ${name}`).not.toBe("");
      expect(pathOf(await meta(page, "og:url"))).toBe(address);
      expect(await meta(page, "twitter:card")).toMatch(/^summary/);
      await expectPicture(request, await meta(page, "og:image"));
    }
  }
});

test("the cards are pictures of the right size in each language, and of nothing else", async ({ page }) => {
  for (const card of ["home", "services", "mentors"]) {
    for (const language of languages) {
      const answer = await page.request.get(`/cards/${card}.${language}.png`);
      expect(answer.status()).toBe(200);
      const picture = await answer.body();
      expect(picture.subarray(1, 4).toString()).toBe("PNG");
      expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1200, 630]);
    }
  }
  for (const wrong of ["home.xx.png", "other.en.png", "home.en.gif", "home.en.png.png"])
    expect((await page.request.get(`/cards/${wrong}`)).status(), wrong).toBe(404);
});

test("facts: the house and its businesses, services with offers, a person's page, the way down", async ({
  page,
}) => {
  const types = async (path: string) => {
    await page.goto(path);
    return new Map((await factsOf(page)).map((fact) => [fact["@type"], fact]));
  };
  const home = await types("/");
  expect([...home.keys()]).toEqual(expect.arrayContaining(["WebSite", "Organization", "LocalBusiness"]));
  const service = await types("/services/valclean/regular-clean/");
  expect(service.get("Service")).toMatchObject({ offers: { priceCurrency: "GBP" } });
  expect(service.get("BreadcrumbList")?.itemListElement).toHaveLength(3);
  const list = (await types("/services/")).get("ItemList")?.itemListElement as { item: Fact }[];
  expect(list.length).toBeGreaterThan(5);
  expect(list[0]?.item).toMatchObject({ "@type": "Service" });
  const person = await types("/mentors/olena/");
  const id = person.get("Person")?.["@id"];
  expect(person.get("ProfilePage")).toMatchObject({ mainEntity: { "@id": id } });
  expect(person.get("Person")).toMatchObject({ name: "Olena Shevchenko" });
  // Strict content policy: nothing in the page was refused.
  const refused: string[] = [];
  page.on("console", (message) => {
    if (/Content Security Policy/i.test(message.text())) refused.push(message.text());
  });
  await page.reload({ waitUntil: "networkidle" });
  expect(refused).toEqual([]);
});

test("the list of pages holds every service and person in all languages, and each is there", async ({
  request,
}) => {
  const answer = await request.get("/sitemap.xml");
  expect(answer.headers()["content-type"]).toMatch(/xml/);
  const text = await answer.text();
  const paths = [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => pathOf(match[1] ?? null));
  expect(new Set(paths).size).toBe(paths.length);
  const services: { business: string; slug: string }[] = await (await request.get("/api/services")).json();
  for (const prefix of ["", "/uk", "/es", "/fr", "/de"]) {
    for (const { business, slug } of services)
      expect(paths).toContain(`${prefix}/services/${business}/${slug}/`);
    for (const path of ["/mentors/olena/", "/mentors/claire/", "/people/valclean/maria/"])
      expect(paths).toContain(prefix + path);
  }
  expect(text).toContain('hreflang="x-default"');
  for (const path of paths.filter((each) => each.startsWith("/fr/")))
    expect((await request.get(path)).status(), path).toBe(200);
  const robots = await (await request.get("/robots.txt")).text();
  expect(robots).toMatch(/^Sitemap: .*\/sitemap\.xml$/m);
  expect(robots).toContain("Disallow: /uk/cus/");
});
