// Which pages a search engine may read: the public ones.
import type { MetadataRoute } from "next";

export default function robots(): MetadataRoute.Robots {
  return {
    rules: {
      userAgent: "*",
      allow: "/",
      disallow: ["/api/", "/admin/", "/cus/", "/st/", "/man/", "/ad/", "/booking/", "/track/", "/kit/"],
    },
  };
}
