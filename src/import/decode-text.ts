export type Encoding = 'UTF-8' | 'UTF-8 with BOM' | 'UTF-16 LE' | 'UTF-16 BE' | 'Windows-1252';

export interface DecodedText {
  /** Without its byte order mark. */
  readonly text: string;
  readonly encoding: Encoding;
}

/**
 * The text of a file. A byte order mark decides; without one it is UTF-8 if every byte fits, else Windows-1252, in
 * which every byte means something, so this never fails.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const encoding = markOf(bytes) ?? (isUtf8(bytes) ? 'UTF-8' : 'Windows-1252');
  const text = new TextDecoder(labels[encoding]).decode(bytes);
  return { text: encoding === 'Windows-1252' ? fromLatin1(text) : text, encoding };
}

const labels: Readonly<Record<Encoding, string>> = {
  'UTF-8': 'utf-8',
  'UTF-8 with BOM': 'utf-8',
  'UTF-16 LE': 'utf-16le',
  'UTF-16 BE': 'utf-16be',
  'Windows-1252': 'windows-1252',
};

/** What Windows-1252 has where Latin-1 has control characters; bytes without a meaning stay control characters. */
const from0x80 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** Node 20 decodes "windows-1252" as Latin-1, which would make € a control character. */
function fromLatin1(text: string): string {
  return text.replace(/[\x80-\x9f]/g, (c) => from0x80.charAt(c.charCodeAt(0) - 0x80));
}

function markOf(bytes: Uint8Array): Encoding | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'UTF-8 with BOM';
  if (a === 0xff && b === 0xfe) return 'UTF-16 LE';
  if (a === 0xfe && b === 0xff) return 'UTF-16 BE';
  return undefined;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
