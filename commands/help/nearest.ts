/** The name that is most like the word; nothing when none is closer than every third letter wrong. */
export function nearest(word: string, names: readonly string[]): string | undefined {
  const begins = names.find((name) => word.length >= 3 && (name.startsWith(word) || word.startsWith(name)));
  if (begins !== undefined) return begins;
  const [best] = names
    .map((name) => ({ name, wrong: distance(word, name) }))
    .toSorted((a, b) => a.wrong - b.wrong);
  return best !== undefined && best.wrong <= Math.max(1, Math.floor(best.name.length / 3))
    ? best.name
    : undefined;
}

/** Letters to put in, take out, replace, or swap with their neighbour (optimal string alignment). */
function distance(a: string, b: string): number {
  const rows: number[][] = [];
  const at = (row: number, column: number): number => rows[row]?.[column] ?? 0;
  for (let i = 0; i <= a.length; i += 1) {
    rows.push([]);
    for (let j = 0; j <= b.length; j += 1) rows[i]?.push(i === 0 ? j : j === 0 ? i : cheapest(i, j));
  }
  return at(a.length, b.length);

  function cheapest(i: number, j: number): number {
    const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
    return Math.min(
      at(i - 1, j) + 1,
      at(i, j - 1) + 1,
      at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
      swapped ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY,
    );
  }
}
