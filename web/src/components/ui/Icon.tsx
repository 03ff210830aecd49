// The one icon set: 24 px, drawn with a round 1.75 px line in the text's colour.
const paths = {
  arrow: "M5 12h14M13 6l6 6-6 6",
  back: "M19 12H5M11 6l-6 6 6 6",
  check: "M5 12.5l4.5 4.5L19 7.5",
  close: "M6 6l12 12M18 6L6 18",
  minus: "M5 12h14",
  plus: "M5 12h14M12 5v14",
  chevronLeft: "M14.5 5.5L8 12l6.5 6.5",
  chevronRight: "M9.5 5.5L16 12l-6.5 6.5",
  clock: "M12 21a9 9 0 100-18 9 9 0 000 18zM12 7v5l3.5 2",
  calendar: "M4 6.5h16v13H4zM4 10.5h16M8 3.5v5M16 3.5v5",
  home: "M4 11l8-7 8 7M6 9.5V20h12V9.5M10 20v-6h4v6",
  talk: "M4 5h16v11H10l-5 4v-4H4zM8 9h8M8 12h5",
  search: "M10.5 17a6.5 6.5 0 100-13 6.5 6.5 0 000 13zM15.5 15.5L20 20",
  person: "M12 12a4 4 0 100-8 4 4 0 000 8zM4.5 20c.8-3.6 3.8-5.5 7.5-5.5s6.7 1.9 7.5 5.5",
  people:
    "M9 11.5a3.5 3.5 0 100-7 3.5 3.5 0 000 7zM2.5 19.5c.6-3.2 3.2-5 6.5-5s5.9 1.8 6.5 5M15.5 4.800a3.5 3.5 0 010 6.400M17.5 14.800c2.2.6 3.6 2.3 4 4.7",
  tag: "M4 4h8l8.5 8.5-8 8L4 12zM8.5 8.500v.1",
  card: "M3.5 6h17v12.500h-17zM3.5 10h17M7 15h3",
  percent: "M19 5L5 19M7.5 9.500a2 2 0 100-4 2 2 0 000 4zM16.5 18.500a2 2 0 100-4 2 2 0 000 4z",
  key: "M8 20a4.5 4.5 0 100-9 4.5 4.5 0 000 9zM11.3 12.200L20 3.500M16.5 7l3 3M13.5 10l2 2",
  lock: "M5 11h14v9.500H5zM8 11V7.500a4 4 0 018 0V11M12 14.500v2.5",
  sun: "M12 16a4 4 0 100-8 4 4 0 000 8zM12 2.500v2M12 19.500v2M2.5 12h2M19.5 12h2M5.3 5.300l1.4 1.400M17.3 17.300l1.4 1.400M18.7 5.300l-1.4 1.400M6.7 17.300l-1.4 1.4",
  hourglass:
    "M6 3.500h12M6 20.500h12M7.5 3.500c0 4.5 4.5 5 4.5 8.500s-4.5 4-4.5 8.500M16.5 3.500c0 4.5-4.5 5-4.5 8.500s4.5 4 4.5 8.5",
  list: "M9 6h11M9 12h11M9 18h11M4.5 6v.1M4.5 12v.1M4.5 18v.1",
  link: "M10 14a4 4 0 005.7 0l3.3-3.300a4 4 0 00-5.7-5.700l-1.3 1.300M14 10a4 4 0 00-5.7 0L5 13.300A4 4 0 0010.7 19l1.3-1.3",
  map: "M12 21c4.5-4.8 6.5-8 6.5-11a6.5 6.5 0 10-13 0c0 3 2 6.2 6.5 11zM12 12.500a2.5 2.5 0 100-5 2.5 2.5 0 000 5z",
  phone:
    "M6 3.5h3l1.5 4.5-2 1.5a12 12 0 006 6l1.5-2 4.5 1.5v3c0 1-.8 2-2 2C10.5 20 4 13.5 4 5.5c0-1.2 1-2 2-2z",
  mail: "M3.5 6h17v12h-17zM4 6.5l8 6.5 8-6.5",
  alert: "M12 3.5L21.5 20h-19zM12 10v4.5M12 17.2v.1",
  info: "M12 21a9 9 0 100-18 9 9 0 000 18zM12 11v5.5M12 7.7v.1",
  bell: "M6 16.5V11a6 6 0 0112 0v5.500l1.5 2h-15zM10 21.200h4",
  book: "M12 6.500c-2-1.6-4.7-2-8-2v14c3.3 0 6 .4 8 2 2-1.6 4.7-2 8-2v-14c-3.3 0-6 .4-8 2zM12 6.500v14",
  receipt: "M6 3.5h12V21l-3-2-3 2-3-2-3 2zM9 8h6M9 12h6",
  gear: "M4 7h9M17 7h3M4 17h3M11 17h9M15 4.8v4.4M9 14.8v4.4",
} as const;

export type IconName = keyof typeof paths;

type Props = { name: IconName; size?: number; className?: string | undefined };

/** Always decoration: the words stand beside it, or on the control that holds it. */
export function Icon({ name, size = 24, className }: Props) {
  return (
    <svg
      className={className}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  );
}
