import { DomainError } from '../../core/error.ts';
import { addDays } from '../../core/calendar/business-date.ts';
import { checkBalances } from './balances.ts';
import { linesOf } from './camt-entry.ts';
import { dayAt, moneyAt, type Place } from './camt-values.ts';
import type { Balance, BankFile, BankStatement } from './statement.ts';
import { all, type Element, first, parseXml, textAt } from './xml.ts';

/**
 * Reads an ISO 20022 bank-to-customer statement, camt.053.001 in its versions 02 to 08 and whatever keeps to their
 * names. Only booked entries become lines.
 * @throws DomainError `invalid`, naming the file, the place in it and the reason; nothing is read by halves.
 */
export function readCamt(text: string, fileName: string): BankFile {
  const root = first(parseXml(text, fileName), 'Document') ?? refuse(fileName, 'it has no element Document');
  const report = first(root, 'BkToCstmrStmt') ?? refuse(fileName, otherMessage(root));
  const statements = all(report, 'Stmt').map((statement, index) =>
    readStatement(statement, { fileName, statement: `statement ${index + 1}` }),
  );
  if (statements.length === 0)
    refuse(
      fileName,
      `it ends after its header: in Document/BkToCstmrStmt there is no statement (Stmt). Download it from the bank again`,
    );
  return { format: versionOf(text), statements };
}

function refuse(fileName: string, reason: string): never {
  throw new DomainError('invalid', `${fileName} is no bank statement that can be read: ${reason}.`);
}

/** Relatives of the statement that look like it and are none: they announce, or tell of one booking. */
function otherMessage(root: Element): string {
  const [name = 'nothing'] = Object.keys(root).filter((key) => !key.startsWith('@') && key !== '#text');
  const ask = 'ask the bank for the statement of the day, camt.053';
  switch (name) {
    case 'BkToCstmrAcctRpt':
      return `it is a report of the running day (camt.052), in which bookings still change; ${ask}`;
    case 'BkToCstmrDbtCdtNtfctn':
      return `it is an advice of single bookings (camt.054), without balances; ${ask}`;
    default:
      return `Document holds ${name}, not BkToCstmrStmt; ${ask}`;
  }
}

function versionOf(text: string): string {
  const version = /camt\.053\.001\.(\d{2})/.exec(text)?.[1];
  return version === undefined ? 'camt.053' : `camt.053 v${Number(version)}`;
}

function readStatement(of: Element, place: Place): BankStatement {
  const id = textAt(of, 'Id') ?? refuse(place.fileName, `${place.statement} has no Id`);
  const named = { ...place, statement: `statement ${id}` };
  const account = textAt(of, 'Acct/Id/IBAN', 'Acct/Id/Othr/Id') ?? '';
  const entries = all(of, 'Ntry');
  const booked = entries.filter(isBooked);
  const opening = balanceOf(of, ['OPBD', 'PRCD'], named);
  const closing = balanceOf(of, ['CLBD'], named);
  const lines = linesOf(booked, { ...named, account });
  const faults = checkBalances(named.statement, lines, opening, closing);
  return {
    id,
    account,
    ...(opening && { opening }),
    ...(closing && { closing }),
    lines,
    pending: entries.length - booked.length,
    faults,
    ...(opening && closing && faults.length === 0 && { covers: coveredDays(of, opening, closing) }),
  };
}

/** Versions 02 and 03 say it as text, later ones as a code below. */
function isBooked(entry: Element): boolean {
  return (textAt(entry, 'Sts/Cd', 'Sts') ?? 'BOOK') === 'BOOK';
}

function balanceOf(of: Element, kinds: readonly string[], place: Place): Balance | undefined {
  const balances = all(of, 'Bal');
  for (const kind of kinds) {
    const found = balances.find((one) => textAt(one, 'Tp/CdOrPrtry/Cd') === kind);
    if (found !== undefined) return readBalance(found, { ...place, entry: `balance ${kind}` });
  }
  return undefined;
}

function readBalance(of: Element, place: Place): Balance {
  const { amount, currency } = moneyAt(of, 'Amt', place);
  const signed = textAt(of, 'CdtDbtInd') === 'DBIT' ? -amount : amount;
  return { amount: { amount: signed, currency }, on: dayAt(of, 'Dt', place) };
}

/** A balance carried over from the day before (PRCD) opens the day after its date. */
function coveredDays(of: Element, opening: Balance, closing: Balance) {
  const carried = !all(of, 'Bal').some((one) => textAt(one, 'Tp/CdOrPrtry/Cd') === 'OPBD');
  return { from: carried ? addDays(opening.on, 1) : opening.on, to: closing.on };
}
