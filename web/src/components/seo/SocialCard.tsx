// The picture that stands beside a shared link: a leaf of paper with the page's title. Drawn by a program that knows no
// CSS variables, so the house's light colours stand here as values.

export const cardSize = { width: 1200, height: 630 };

const paper = "#fbfaf6";
const ink = "#1f2430";
const muted = "#5b6270";
const accent = "#1d6b57";
const line = "#e4e0d6";

type Props = { title: string; lead: string; name: string };

export function SocialCard({ title, lead, name }: Props) {
  return (
    <div
      style={{
        display: "flex",
        flexDirection: "column",
        justifyContent: "space-between",
        width: "100%",
        height: "100%",
        padding: "64px 80px 56px",
        background: paper,
        borderTop: `16px solid ${accent}`,
        color: ink,
        fontFamily: "Source Sans, Source Sans Cyrillic",
      }}
    >
      <div style={{ display: "flex", alignItems: "center" }}>
        <svg width={64} height={64} viewBox="0 0 32 32" fill="none" aria-hidden="true">
          <rect width="32" height="32" rx="7" fill={accent} />
          <path
            d="M8 24L16 7l8 17"
            stroke={paper}
            strokeWidth="2.6"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
          <path d="M6 18.5h20" stroke={paper} strokeWidth="2" strokeLinecap="round" />
        </svg>
        <span style={{ marginLeft: 20, fontFamily: "Source Serif, Source Serif Cyrillic", fontSize: 40 }}>
          {name}
        </span>
      </div>
      <div
        style={{
          fontFamily: "Source Serif, Source Serif Cyrillic",
          fontSize: title.length > 42 ? 68 : 84,
          lineHeight: 1.1,
          maxWidth: 1000,
        }}
      >
        {title}
      </div>
      <div
        style={{
          display: "flex",
          borderTop: `2px solid ${line}`,
          paddingTop: 28,
          color: muted,
          fontSize: 30,
          lineHeight: 1.35,
        }}
      >
        {lead}
      </div>
    </div>
  );
}
