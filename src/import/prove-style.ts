/**
 * What the values say about two ways of reading them. `equal`: both ways give the same everywhere, so it does not
 * matter. `open`: they differ and neither reads more of the values, so somebody must say.
 */
export type Verdict<Style> =
  | { readonly kind: 'proven'; readonly style: Style; readonly example: string }
  | { readonly kind: 'equal' }
  | { readonly kind: 'open'; readonly example: string };

/**
 * Which of two styles a column of values is written in. The style that reads more of them wins, so that a single
 * typing mistake among thousands decides nothing. `read` answers undefined for a value that the style cannot read.
 */
export function proveStyle<Style>(
  values: Iterable<string>,
  [a, b]: readonly [Style, Style],
  read: (value: string, style: Style) => string | undefined,
): Verdict<Style> {
  const onlyA: string[] = [];
  const onlyB: string[] = [];
  let differing: string | undefined;
  for (const value of values) {
    const [asA, asB] = [read(value, a), read(value, b)];
    if (asA === asB) continue;
    if (asB === undefined) onlyA.push(value);
    else if (asA === undefined) onlyB.push(value);
    else differing ??= value;
  }
  if (onlyA.length > onlyB.length) return { kind: 'proven', style: a, example: onlyA[0] ?? '' };
  if (onlyB.length > onlyA.length) return { kind: 'proven', style: b, example: onlyB[0] ?? '' };
  const example = differing ?? onlyA[0];
  return example === undefined ? { kind: 'equal' } : { kind: 'open', example };
}
