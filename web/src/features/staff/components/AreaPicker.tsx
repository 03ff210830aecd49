"use client";
// A map to choose the middle of an area on: by a tap, by dragging its handle, or with the arrow keys. The fields beside it
// say the same in words and numbers.
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/Button";
import { rivers, towns } from "@/features/places/landmarks";
import type { Area } from "../rules";
import { type Point, pointAt, spotOf, stepped, viewOf, zoomed } from "../view";
import styles from "./AreaPicker.module.css";

type Props = {
  areas: Area[];
  /** The area being changed is drawn where its fields put it. */
  changing: string | null;
  point: Point | null;
  radius: number | null;
  onPoint: (point: Point) => void;
};

const SIZE = 400;
const NAMED_TOWNS = 8;

export function AreaPicker({ areas, changing, point, radius, onPoint }: Props) {
  const t = useTranslations("areas.places");
  const [view, setView] = useState(() => viewOf(areas));
  const ground = useRef<HTMLDivElement>(null);
  const dragging = useRef(false);
  const others = areas.filter(({ id }) => id !== changing);
  const at = (spot: Point) => {
    const { x, y } = spotOf(view, spot);
    return { x: x * SIZE, y: y * SIZE };
  };
  const radiusOf = (metres: number) => (metres / (2 * view.half)) * SIZE;

  function under(event: { clientX: number; clientY: number }) {
    const box = ground.current?.getBoundingClientRect();
    if (!box) return;
    const within = (share: number) => Math.min(1, Math.max(0, share));
    const spot = {
      x: within((event.clientX - box.left) / box.width),
      y: within((event.clientY - box.top) / box.height),
    };
    onPoint(pointAt(view, spot));
  }

  const handle = point && at(point);
  const seen = towns.filter((town) => {
    const { x, y } = at(town);
    return x > 30 && x < SIZE - 30 && y > 20 && y < SIZE - 10;
  });
  return (
    <figure className={styles.figure}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the handle and the fields do the same by keyboard. */}
      <div ref={ground} className={styles.ground} onClick={under}>
        <svg
          viewBox={`0 0 ${SIZE} ${SIZE}`}
          className={styles.map}
          role="img"
          aria-label={t("map", { list: areas.map(({ name, postcode }) => name || postcode).join(", ") })}
        >
          {rivers.map((river) => (
            <polyline
              key={river.length}
              className={styles.river}
              points={river.map((spot) => Object.values(at(spot)).join(",")).join(" ")}
            />
          ))}
          {others.map((area) => (
            <circle
              key={area.id}
              cx={at(area).x}
              cy={at(area).y}
              r={radiusOf(area.radius_m)}
              className={styles.circle}
            />
          ))}
          {seen.slice(0, NAMED_TOWNS).map((town) => (
            <text key={town.name} x={at(town).x} y={at(town).y} textAnchor="middle" className={styles.town}>
              {town.name}
            </text>
          ))}
          {others.map((area) => (
            <text key={area.id} x={at(area).x} y={at(area).y} textAnchor="middle" className={styles.name}>
              {area.name || area.postcode}
            </text>
          ))}
          {handle && radius && (
            <circle cx={handle.x} cy={handle.y} r={radiusOf(radius)} className={styles.draft} />
          )}
        </svg>
        {handle && (
          <button
            type="button"
            className={styles.handle}
            style={{ left: `${(handle.x / SIZE) * 100}%`, top: `${(handle.y / SIZE) * 100}%` }}
            aria-label={t("handle")}
            onClick={(event) => event.stopPropagation()}
            onPointerDown={(event) => {
              dragging.current = true;
              event.currentTarget.setPointerCapture(event.pointerId);
            }}
            onPointerMove={(event) => dragging.current && under(event)}
            onPointerUp={() => {
              dragging.current = false;
            }}
            onPointerCancel={() => {
              dragging.current = false;
            }}
            onKeyDown={(event) => {
              const next = stepped(view, point, event.key);
              if (!next) return;
              event.preventDefault();
              onPoint(next);
            }}
          />
        )}
      </div>
      <figcaption className={styles.caption}>
        <span>
          {t("mapHelp")} {t("north")}
        </span>
        <span className={styles.zoom}>
          <Button onClick={() => setView(zoomed(view, 0.6))}>{t("closer")}</Button>
          <Button onClick={() => setView(zoomed(view, 1 / 0.6))}>{t("further")}</Button>
          {!point && (
            <Button onClick={() => onPoint({ latitude: view.latitude, longitude: view.longitude })}>
              {t("putMiddle")}
            </Button>
          )}
        </span>
      </figcaption>
    </figure>
  );
}
