// Where a business comes: circles on a plain ground with the river and a few towns. No tiles, no script, no network.
import { useTranslations } from "next-intl";
import { rivers, type Town, towns } from "../landmarks";
import {
  type CoverageAreas,
  circlesOf,
  METRES_PER_MILE,
  type Projection,
  projection,
  scaleMiles,
} from "../rules";
import styles from "./CoverageMap.module.css";

const WIDTH = 480;
const LETTER = 10; // about the width of one letter, in picture units

type Placed = Town & { x: number; y: number };

/** The towns inside the picture whose names do not run into each other or over its edge. */
function placedTowns(map: Projection): Placed[] {
  const placed: Placed[] = [];
  for (const town of towns) {
    const { x, y } = map.project(town);
    const half = (town.name.length * LETTER) / 2;
    const inside = x > half + 4 && x < map.width - half - 4 && y > 32 && y < map.height - 40;
    const free = placed.every(
      (other) =>
        Math.abs(other.y - y) > 30 || Math.abs(other.x - x) > half + (other.name.length * LETTER) / 2,
    );
    if (inside && free) placed.push({ ...town, x, y });
  }
  return placed;
}

export function CoverageMap({ areas }: { areas: CoverageAreas }) {
  const t = useTranslations("booking.place");
  const circles = circlesOf(areas);
  const map = projection(circles, WIDTH);
  if (!map) return null;
  const shown = placedTowns(map);
  const miles = scaleMiles(map.scale, WIDTH);
  const bar = miles * METRES_PER_MILE * map.scale;
  const description = t("mapText", { places: shown.map((town) => town.name).join(", ") || "…" });
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>
        <h2>{t("map")}</h2>
        <p>{t("mapNear")}</p>
      </figcaption>
      <svg
        viewBox={`0 0 ${map.width} ${map.height}`}
        className={styles.map}
        role="img"
        aria-label={description}
      >
        {circles.map((circle) => {
          const { x, y } = map.project(circle);
          return (
            <circle
              key={`${x} ${y} ${circle.radius_m}`}
              cx={x}
              cy={y}
              r={circle.radius_m * map.scale}
              className={styles.area}
            />
          );
        })}
        {rivers.map((river) => (
          <polyline
            key={river.length}
            className={styles.river}
            points={river.map((point) => Object.values(map.project(point)).join(",")).join(" ")}
          />
        ))}
        {shown.map((town) => (
          <g key={town.name}>
            <circle cx={town.x} cy={town.y} r={3} className={styles.dot} />
            <text x={town.x} y={town.y - 8} className={styles.town}>
              {town.name}
            </text>
          </g>
        ))}
        <path d={`M16 ${map.height - 22}v8h${bar}v-8`} className={styles.scale} />
        <text x={24 + bar} y={map.height - 12} className={styles.miles}>
          {t("scale", { miles })}
        </text>
      </svg>
    </figure>
  );
}
