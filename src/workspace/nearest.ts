/** The known word that a mistyped one was most likely meant to be; undefined when none is near. */
export function nearest(typed: string, known: readonly string[]): string | undefined {
  const ranked = known
    .map((word) => ({ word, slips: slipsBetween(typed.toLowerCase(), word.toLowerCase()) }))
    .toSorted((one, other) => one.slips - other.slips);
  const [best] = ranked;
  return best && best.slips <= mostSlips(typed) ? best.word : undefined;
}

/** One slip in a short word, up to three in a long one. */
const mostSlips = (typed: string): number => Math.min(3, Math.max(1, Math.floor(typed.length / 3)));

/** Levenshtein's distance: letters to add, drop or replace. */
function slipsBetween(from: string, to: string): number {
  let above = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [row, letter] of [...from].entries()) {
    const line = [row + 1];
    for (const [column, other] of [...to].entries()) {
      const replaced = (above[column] ?? 0) + (letter === other ? 0 : 1);
      line.push(Math.min(replaced, (above[column + 1] ?? 0) + 1, (line[column] ?? 0) + 1));
    }
    above = line;
  }
  return above[to.length] ?? 0;
}
