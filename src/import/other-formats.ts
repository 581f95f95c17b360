import { DomainError } from '../core/error.ts';

/**
 * What a file may weigh. Looking at 20 MB (100,000 rows of an ERP export) takes some two seconds and reading them three,
 * on one core, and nothing else is answered meanwhile; chat platforms wait three seconds for an answer.
 */
export const maxFileBytes = 20 * 1024 * 1024;

/** Throws `invalid` for an empty file and for one that is too large to be read at once. */
export function refuseSize(bytes: Uint8Array, fileName: string): void {
  if (bytes.length === 0)
    throw new DomainError('invalid', `${fileName} is empty. Export it again and send the new file.`);
  if (bytes.length > maxFileBytes) throw new DomainError('invalid', tooLarge(bytes.length, fileName));
}

/**
 * Refuses what cannot be a CSV file before anything tries to read it as text: empty, too large, or another format,
 * known by its first bytes whatever the name says.
 */
export function refuseOtherFormats(bytes: Uint8Array, fileName: string): void {
  refuseSize(bytes, fileName);
  const format = otherFormat(bytes);
  if (format !== undefined) {
    throw new DomainError(
      'invalid',
      `${fileName} is ${format.name}; only Excel workbooks (.xlsx) and text files (.csv) can be read. ${format.wayOut ?? 'Save the rows as .xlsx or .csv and send that.'}`,
    );
  }
}

interface Format {
  readonly name: string;
  readonly wayOut?: string;
}

const saveAnew = 'In the spreadsheet choose "Save as", "Excel Workbook (.xlsx)", and send that file.';

const formats: readonly (Format & { readonly start: string })[] = [
  { start: '\xd0\xcf\x11\xe0', name: 'an Excel workbook of before 2007', wayOut: saveAnew },
  { start: '%PDF', name: 'a PDF' },
  { start: '\x1f\x8b', name: 'a gzip archive', wayOut: 'Unpack it and send the CSV file inside.' },
  { start: '\x89PNG', name: 'a picture' },
  { start: '\xff\xd8\xff', name: 'a picture' },
  { start: '{\\rtf', name: 'a text document' },
  { start: '<?xml', name: 'an XML file (a bank statement?)' },
  { start: '<', name: 'a web page or an XML file', wayOut: 'Open it in a spreadsheet and save it as .xlsx.' },
];

function otherFormat(bytes: Uint8Array): Format | undefined {
  if (isEncrypted(bytes)) return { name: 'a workbook with a password', wayOut: withoutPassword };
  const start = latin1(bytes.subarray(0, 16))
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart();
  return formats.find((format) => start.startsWith(format.start)) ?? binary(bytes);
}

const withoutPassword =
  'Open it in Excel, take the password off under "File", "Info", "Protect Workbook", save it and send it again.';

/** An encrypted workbook lies in the same envelope as an old one, under a name of its own (in UTF-16). */
function isEncrypted(bytes: Uint8Array): boolean {
  const isEnvelope = latin1(bytes.subarray(0, 4)) === '\xd0\xcf\x11\xe0';
  return isEnvelope && new TextDecoder('utf-16le').decode(bytes).includes('EncryptedPackage');
}

/** UTF-16 with its byte order mark is full of NULs and still text; without the mark nobody can tell. */
function binary(bytes: Uint8Array): Format | undefined {
  if (hasUtf16Mark(bytes)) return undefined;
  const sample = bytes.subarray(0, 4096);
  const odd = sample.filter((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13).length;
  return odd * 20 > sample.length
    ? { name: 'not a text file (or UTF-16 without its byte order mark)' }
    : undefined;
}

function hasUtf16Mark(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

function tooLarge(size: number, fileName: string): string {
  const mb = (n: number): string => `${(n / 1024 / 1024).toFixed(0)} MB`;
  return `${fileName} has ${mb(size)}, more than the ${mb(maxFileBytes)} that can be read at once. Split it, or export open items only.`;
}
