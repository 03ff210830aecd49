// What an order holds, in one line: what comes again is named once.

export function counted(names: readonly string[]): string {
  const times = new Map<string, number>();
  for (const name of names) times.set(name, (times.get(name) ?? 0) + 1);
  return [...times].map(([name, count]) => (count > 1 ? `${name} × ${count}` : name)).join(", ");
}
