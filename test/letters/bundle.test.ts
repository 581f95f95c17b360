import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { sheetCsv } from '../../src/letters/bundle/csv.ts';
import type { Bundle } from '../../src/letters/bundle/sheet.ts';
import { bundleZip } from '../../src/letters/bundle/zip.ts';
import { safeFileName } from '../../src/letters/file-name.ts';

const bundle: Bundle = {
  title: 'Müller & <Söhne>: claim file',
  facts: ['€12,400.00 overdue'],
  sheets: [
    { name: 'calls', title: 'Calls', columns: ['by', 'said'], rows: [['Rita', '"soon", <b>they</b> say']] },
    { name: 'disputes', title: 'Disputes', columns: ['reason'], rows: [] },
  ],
  files: [{ path: 'letters/01.pdf', what: 'payment demand', bytes: new Uint8Array([1, 2, 3]), hash: 'abc' }],
};

describe('the bundle', () => {
  it('holds an index to read, an index with hashes, a table of each subject and every paper', () => {
    const files = unzipSync(bundleZip(bundle));
    expect(Object.keys(files).toSorted()).toEqual([
      'calls.csv',
      'disputes.csv',
      'index.csv',
      'index.html',
      'letters/01.pdf',
    ]);
    expect(strFromU8(files['index.csv'] ?? new Uint8Array())).toContain(
      'letters/01.pdf,payment demand,3,abc',
    );
    expect(files['letters/01.pdf']).toEqual(new Uint8Array([1, 2, 3]));
  });

  it('links to its papers, and what people said is text and no markup', () => {
    const page = strFromU8(unzipSync(bundleZip(bundle))['index.html'] ?? new Uint8Array());
    expect(page).toContain('<a href="letters/01.pdf">');
    expect(page).toContain('&lt;b&gt;they&lt;/b&gt; say');
    expect(page).not.toContain('<Söhne>');
  });

  it('is the same to the byte for the same facts', () => {
    expect(Buffer.compare(bundleZip(bundle), bundleZip(bundle))).toBe(0);
  });
});

describe('a table as CSV', () => {
  it('keeps what spreadsheets would take for formulas from being one, and negative sums as they are', () => {
    const text = new TextDecoder().decode(
      sheetCsv({ columns: ['a'], rows: [['=1+1'], ['@cmd'], ['-5.00'], ['-x'], ['say "hi", ok']] }),
    );
    expect(text.split('\r\n').slice(1, -1)).toEqual(["'=1+1", "'@cmd", '-5.00', "'-x", '"say ""hi"", ok"']);
  });
});

describe('a file name', () => {
  it('is plain ASCII, of one part and never hidden, whatever something is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (words) => {
        expect(safeFileName(words, 'pdf')).toMatch(/^[A-Za-z0-9][A-Za-z0-9.-]{0,79}\.pdf$/);
      }),
    );
  });

  it('keeps what can be read', () => {
    expect(safeFileName('invoice R/10 42', 'pdf')).toBe('invoice-R-10-42.pdf');
    expect(safeFileName('../../etc/passwd', 'pdf')).toBe('etc-passwd.pdf');
    expect(safeFileName('Straße Ķēniņš', 'zip')).toBe('Strasse-Kenins.zip');
  });
});
