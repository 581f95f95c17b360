const TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  txt: 'text/plain',
  json: 'application/json',
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  svg: 'image/svg+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xml: 'application/xml',
};

/** By the name's ending, as Slack guesses it. */
export function mimetypeOf(name: string): string {
  return TYPES[name.toLowerCase().split('.').at(-1) ?? ''] ?? 'application/octet-stream';
}
