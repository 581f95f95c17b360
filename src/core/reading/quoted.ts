/** What somebody wrote, in quotation marks, short enough to stand in an answer. */
export function quoted(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  const characters = Array.from(line);
  return `"${characters.length > longest ? `${characters.slice(0, longest).join('')}…` : line}"`;
}

const longest = 40;
