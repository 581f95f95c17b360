export type Group<T> = readonly [T, ...T[]];

/** Groups in the order of their first members. (`Map.groupBy` comes with Node 21 only.) */
export function groupBy<T>(list: readonly T[], keyOf: (member: T) => string): ReadonlyMap<string, Group<T>> {
  const groups = new Map<string, [T, ...T[]]>();
  for (const member of list) {
    const key = keyOf(member);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [member]);
    else group.push(member);
  }
  return groups;
}
