"use client";
// How this browser stands with notifications, and turning them on and off.
import { useEffect, useState } from "react";
import { ProblemError } from "@/lib/api/problem";
import { useTask } from "@/lib/useTask";
import { forgetDevice } from "../api";
import { ability, current, isByKey, isOnAs, kept, letGo, turnOff, turnOn } from "../device";
import type { Device } from "../own";
import { useDeviceName } from "./useDeviceName";

/** `looking` until the browser has said it. */
export type State = "looking" | "on" | "off" | "denied" | "home_screen" | "no";
/** What kept it from being turned on, where our server has nothing to do with it. */
export type Trouble = "dismissed" | "failed" | "unknown_service";

type Props = { user: string; first: Device[]; pushKey: string };

/** The list with this device in it, under whatever name it stood there before. */
function put(device: Device, list: Device[], before?: string): Device[] {
  return [...list.filter(({ id }) => id !== device.id && id !== before), device];
}

export function useThisDevice({ user, first, pushKey }: Props) {
  const nameOf = useDeviceName();
  const task = useTask();
  const { run } = task;
  const [devices, setDevices] = useState(first);
  const [state, setState] = useState<State>("looking");
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [own, setOwn] = useState("");

  useEffect(() => {
    let isHere = true;
    const look = async (): Promise<State> => {
      const able = ability();
      if (able !== "yes") return able;
      if (Notification.permission === "denied") return "denied";
      if (!(await isOnAs(user, first))) return "off";
      const subscription = await current();
      // Our key is another now: what was made by the old one can't be used any more.
      if (subscription && !isByKey(subscription, pushKey)) {
        const before = kept()?.id;
        const device = await turnOn(user, pushKey, nameOf());
        if (isHere) setDevices((now) => put(device, now, before));
      }
      return "on";
    };
    const shown = (found: State) => {
      if (!isHere) return;
      setState(found);
      setOwn(found === "on" ? (kept()?.id ?? "") : "");
    };
    look().then(shown, () => shown("off"));
    return () => {
      isHere = false;
    };
  }, [user, first, pushKey, nameOf]);

  const on = () =>
    run(async () => {
      setTrouble(null);
      const leave = await Notification.requestPermission();
      if (leave === "denied") return setState("denied");
      if (leave !== "granted") return setTrouble("dismissed");
      try {
        const before = kept()?.user === user ? kept()?.id : undefined;
        const device = await turnOn(user, pushKey, nameOf());
        setDevices((now) => put(device, now, before));
        setOwn(device.id);
        setState("on");
      } catch (error) {
        const isOurs = error instanceof ProblemError;
        if (isOurs && error.problem.code !== "invalid_input") throw error;
        setTrouble(isOurs ? "unknown_service" : "failed");
      }
    });

  const gone = (id: string) => {
    setDevices((now) => now.filter((each) => each.id !== id));
    if (id !== own) return;
    setOwn("");
    setState("off");
  };

  const off = () =>
    run(async () => {
      setTrouble(null);
      await turnOff();
      gone(own);
    });

  /** One of the list, this one or another. */
  const remove = (id: string) =>
    run(async () => {
      await forgetDevice({ id });
      if (id === own) await letGo();
      gone(id);
    });

  return { ...task, devices, state, trouble, own, on, off, remove };
}
