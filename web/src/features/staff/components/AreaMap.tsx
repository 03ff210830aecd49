// Where somebody travels, as circles to scale on plain paper. The list beside it says the same in words.
import { useTranslations } from "next-intl";
import { draw } from "../map";
import type { Area } from "../rules";
import styles from "./AreaMap.module.css";

export function AreaMap({ areas }: { areas: Area[] }) {
  const t = useTranslations("areas.places");
  const drawing = draw(areas.map((area) => ({ ...area, name: area.name || area.postcode })));
  if (!drawing) return null;
  const { circles, width, height, scaleKm } = drawing;
  // Text and lines are sized by the drawing's width, so that a town and a county look alike.
  const unit = Math.max(width, height) / 100;
  return (
    <figure className={styles.figure}>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        className={styles.map}
        role="img"
        aria-label={t("map", { list: circles.map(({ name }) => name).join(", ") })}
      >
        {circles.map(({ name, x, y, r }) => (
          <circle
            key={`${name}-${x}-${y}`}
            cx={x}
            cy={y}
            r={r}
            className={styles.circle}
            strokeWidth={unit * 0.5}
          />
        ))}
        {circles.map(({ name, x, y }) => (
          <g key={`${name}-${x}-${y}`}>
            <circle cx={x} cy={y} r={unit * 0.9} className={styles.middle} />
            <text x={x} y={y - unit * 2.4} textAnchor="middle" fontSize={unit * 4.4} className={styles.name}>
              {name}
            </text>
          </g>
        ))}
      </svg>
      <figcaption className={styles.caption}>
        <span
          className={styles.scale}
          style={{ width: `${((scaleKm * 1000) / width) * 100}%` }}
          aria-hidden="true"
        />
        <span>
          {t("scale", { km: scaleKm })} {t("north")}
        </span>
      </figcaption>
    </figure>
  );
}
