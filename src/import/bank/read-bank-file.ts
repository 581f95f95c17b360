import { decodeText } from '../decode-text.ts';
import { isBankTable, readBankCsv } from './bank-csv.ts';
import { readCamt } from './camt.ts';
import type { BankAnswers } from './bank-csv.ts';
import type { BankFile } from './statement.ts';

export type { BankAnswers } from './bank-csv.ts';

/** Whether a file comes from a bank: any XML, and tables whose columns are those of an account. */
export function isBankFile(bytes: Uint8Array, fileName: string): boolean {
  return isXml(bytes) || isBankTable(bytes, fileName);
}

/**
 * Reads what a bank gave, camt.053 or a table.
 * @throws DomainError `invalid`, naming the file, the place and the reason.
 */
export function readBankFile(bytes: Uint8Array, fileName: string, answers: BankAnswers): BankFile {
  return isXml(bytes) ? readCamt(decodeText(bytes).text, fileName) : readBankCsv(bytes, fileName, answers);
}

function isXml(bytes: Uint8Array): boolean {
  const start = decodeText(bytes.subarray(0, 400)).text.trimStart();
  return /^<(?:\?xml|(?:\w+:)?Document\b|!DOCTYPE(?! html))/i.test(start);
}
