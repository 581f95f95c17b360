import { XMLParser } from 'fast-xml-parser';
import { DomainError } from '../../core/error.ts';
import { quote } from '../reading.ts';

/** An element: its children by name without prefix, its attributes by name with an @, its own text under `#text`. */
export interface Element {
  readonly [name: string]: readonly Element[] | string | undefined;
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  alwaysCreateTextNode: true,
  isArray: (_name, _path, _leaf, isAttribute) => !isAttribute,
});

/**
 * The elements of an XML file, whatever prefixes its namespaces have.
 * @throws DomainError `invalid` for text that is no well-formed XML, with its line, and for one that declares entities.
 */
export function parseXml(text: string, fileName: string): Element {
  // Declared entities can blow a small file up to gigabytes, and no bank needs them.
  if (/<!DOCTYPE/i.test(text))
    throw new DomainError(
      'invalid',
      `${fileName} declares a document type, which no bank statement has: ask the bank for camt.053.`,
    );
  return wellFormed(text, fileName);
}

function wellFormed(text: string, fileName: string): Element {
  try {
    // oxlint-disable-next-line typescript/no-deprecated -- the check in the same package; its successor is another one
    return parser.parse(text, true) as Element;
  } catch (error) {
    const [, why = String(error), line = '?'] = /^(.*):(\d+):\d+$/s.exec((error as Error).message) ?? [];
    throw new DomainError(
      'invalid',
      `${fileName} is no well-formed XML: line ${line}: ${quote(why)}. Download it from the bank again.`,
    );
  }
}

/** The children of this name, in order. */
export function all(of: Element | undefined, name: string): readonly Element[] {
  const found = of?.[name];
  return found === undefined || typeof found === 'string' ? [] : found;
}

/** The first element on a path such as `Acct/Id/IBAN`. */
export function first(of: Element | undefined, path: string): Element | undefined {
  return path.split('/').reduce<Element | undefined>((at, name) => all(at, name)[0], of);
}

/** The text at the end of the first of these paths that has any, with single spaces. */
export function textAt(of: Element | undefined, ...paths: readonly string[]): string | undefined {
  for (const path of paths) {
    const text = plain(first(of, path));
    if (text !== '') return text;
  }
  return undefined;
}

/** The text of an element. */
export function plain(of: Element | undefined): string {
  const text = of?.['#text'];
  return typeof text === 'string' ? text.replace(/[\s\p{Cc}]+/gu, ' ').trim() : '';
}

export function attribute(of: Element | undefined, name: string): string | undefined {
  const value = of?.[`@${name}`];
  return typeof value === 'string' ? value : undefined;
}
