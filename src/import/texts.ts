import { quote, type Reading, unprintable } from './reading.ts';

/** Longest customer name, and longest of any other free text of a row, in characters. */
export const maxTextLength = 200;

/** Longest invoice, customer or order number, in characters. */
export const maxNumberLength = 64;

/** A name or a number of the row; `name` is what a person calls it. */
export function readText(text: string, maxLength: number, name: string): Reading<string> {
  if (text === '') return { reason: `${name} is empty` };
  if (unprintable.test(text)) return { reason: `${name} ${quote(text)} contains a control character` };
  if (text.length > maxLength)
    return { reason: `${name} ${quote(text)} is longer than ${maxLength} characters` };
  return { value: text };
}

/** An invoice, customer or order number, without the tail that a floating-point column gave it. */
export function readNumber(text: string, floatTail: boolean, name: string): Reading<string> {
  if (/^\d(?:[.,]\d+)?E\+\d+$/i.test(text)) {
    return { reason: `${name} ${quote(text)} lost its digits in a spreadsheet; format the column as text` };
  }
  return readText(floatTail ? text.replace(/\.0$/, '') : text, maxNumberLength, name);
}
