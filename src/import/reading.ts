/** What a cell means, or why it means nothing: a reason that names the value, ready to follow "Row 14: ". */
export type Reading<T> = { readonly value: T } | { readonly reason: string };

/**
 * Control characters break the database and exports, and direction marks let one name show as another. Line breaks and
 * tabs count here too: cells that are read have none left.
 */
export const unprintable = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/u;

/** The text with a visible mark in place of what cannot be shown; line breaks stay. */
export function printable(text: string): string {
  return text.replace(/[^\P{Cc}\r\n]|[\u202A-\u202E\u2066-\u2069]/gu, '\uFFFD');
}

/** A value as it stands in a reason: quoted, on one line, and short enough to read. */
export function quote(text: string): string {
  const shown = printable(text).replace(/\s+/g, ' ');
  return shown.length > 60 ? `"${shown.slice(0, 57)}…"` : `"${shown}"`;
}
