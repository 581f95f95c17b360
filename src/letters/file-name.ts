/**
 * A file name that every system takes, whatever a customer or an invoice is called: letters, digits, dots and hyphens
 * of ASCII, at most 80 of them, never a path and never hidden.
 */
export function safeFileName(words: string, extension: string): string {
  const plain = words
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^A-Za-z0-9.]+/g, '-')
    .replaceAll(/\.{2,}/g, '.')
    .replaceAll(/^[-.]+|[-.]+$/g, '')
    .slice(0, 80);
  return `${plain === '' ? 'file' : plain}.${extension}`;
}
