/**
 * A key for each line from what tells it apart. Lines that are alike in all of it are counted: the second of a
 * statement has another key than the first, and the same one in the next file that tells both.
 */
export function numberedKeys(identities: readonly (readonly string[])[]): readonly string[] {
  const seen = new Map<string, number>();
  return identities.map((identity) => {
    const text = identity.join('|');
    const nth = (seen.get(text) ?? 0) + 1;
    seen.set(text, nth);
    return `${text}|${nth}`;
  });
}
