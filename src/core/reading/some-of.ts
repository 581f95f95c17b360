/** "S-1, S-2, S-3, S-4, S-5 and 10 more": enough to know them again in an answer of a line or two. */
export function someOf(names: readonly string[]): string {
  const hidden = names.length - mostNamed;
  const shown = names.slice(0, mostNamed).map((name) => name.slice(0, 40));
  return `${shown.join(', ')}${hidden > 0 ? ` and ${hidden} more` : ''}`;
}

const mostNamed = 5;
