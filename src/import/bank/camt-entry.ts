import type { BusinessDate } from '../../core/calendar/business-date.ts';
import type { Money } from '../../core/money.ts';
import { dayIn, moneyAt, type Place, refuseAt } from './camt-values.ts';
import { numberedKeys } from './keys.ts';
import { otherSide, remittanceOf } from './camt-details.ts';
import type { StatementLine } from './statement.ts';
import { all, attribute, type Element, first, textAt } from './xml.ts';

interface Account extends Place {
  /** Ours. */
  readonly account: string;
}

/** A line and what tells it apart from others. */
interface Keyed {
  readonly line: Omit<StatementLine, 'key'>;
  readonly identity: readonly string[];
}

/** The booked entries of a statement as lines, each with the key under which its bank would tell it again. */
export function linesOf(entries: readonly Element[], at: Account): readonly StatementLine[] {
  const keyed = entries.flatMap((entry, index) => readEntry(entry, { ...at, entry: `entry ${index + 1}` }));
  const keys = numberedKeys(keyed.map(({ identity }) => identity));
  return keyed.map(({ line }, index) => ({ key: keys[index] ?? '', ...line }));
}

interface Entry {
  readonly amount: Money;
  readonly direction: 'in' | 'out';
  readonly reversal: boolean;
  readonly bookedOn: BusinessDate;
  readonly valuedOn: BusinessDate | undefined;
  /** The bank's own, unless it writes that there is none. */
  readonly reference: string | undefined;
}

function readEntry(of: Element, at: Account): readonly Keyed[] {
  const entry = entryOf(of, at);
  const details = all(of, 'NtryDtls').flatMap((part) => all(part, 'TxDtls'));
  return itemised(entry, details, at).flatMap(({ amount, detail, direction }) =>
    amount.amount === 0n ? [] : [keyedLine({ ...entry, amount, direction }, of, detail, at)],
  );
}

function entryOf(of: Element, at: Account): Entry {
  const valuedOn = dayIn(of, 'ValDt', at);
  return {
    amount: moneyAt(of, 'Amt', at),
    direction:
      directionOf(of) ?? refuseAt(at, 'it does not say whether it is a credit or a debit (CdtDbtInd)'),
    reversal: textAt(of, 'RvslInd') === 'true',
    bookedOn: dayIn(of, 'BookgDt', at) ?? valuedOn ?? refuseAt(at, 'it has neither booking nor value date'),
    valuedOn,
    reference: given(textAt(of, 'AcctSvcrRef')),
  };
}

function directionOf(of: Element): Entry['direction'] | undefined {
  switch (textAt(of, 'CdtDbtInd')) {
    case 'CRDT':
      return 'in';
    case 'DBIT':
      return 'out';
    default:
      return undefined;
  }
}

interface Item extends Pick<Entry, 'amount' | 'direction'> {
  readonly detail: Element | undefined;
}

/**
 * A batch is itemised when its items have amounts that make the entry's; else the entry stays one line, because some
 * banks write other currencies or nothing at all into the items.
 */
function itemised(entry: Entry, details: readonly Element[], at: Account): readonly Item[] {
  const whole: Item = { amount: entry.amount, direction: entry.direction, detail: details[0] };
  if (details.length < 2) return [whole];
  const items = details.flatMap((detail): Item[] => {
    const path = ['Amt', 'AmtDtls/TxAmt/Amt'].find((one) => attribute(first(detail, one), 'Ccy'));
    const direction = directionOf(detail) ?? entry.direction;
    return path === undefined ? [] : [{ amount: moneyAt(detail, path, at), direction, detail }];
  });
  const sum = items.reduce(
    (total, { amount, direction }) =>
      direction === entry.direction ? total + amount.amount : total - amount.amount,
    0n,
  );
  const fits =
    items.length === details.length &&
    sum === entry.amount.amount &&
    items.every(({ amount }) => amount.currency === entry.amount.currency);
  return fits ? items : [{ ...whole, detail: undefined }];
}

function keyedLine(entry: Entry, of: Element, detail: Element | undefined, at: Account): Keyed {
  const { amount, bookedOn, valuedOn, direction } = entry;
  const reversal = entry.reversal || first(detail, 'RtrInf') !== undefined;
  const endToEndId = given(textAt(detail, 'Refs/EndToEndId'));
  const side = otherSide(detail, direction, reversal, at.account);
  const remittance = remittanceOf(of, detail);
  const line = {
    direction,
    reversal,
    amount,
    bookedOn,
    ...(valuedOn && { valuedOn }),
    ...(side.name !== undefined && { name: side.name }),
    ...(side.iban !== undefined && { iban: side.iban }),
    ...(endToEndId !== undefined && { endToEndId }),
    remittance,
  };
  const sum = [bookedOn, direction, amount.currency, String(amount.amount)];
  const own = [given(textAt(detail, 'Refs/AcctSvcrRef')) ?? '', given(textAt(detail, 'Refs/TxId')) ?? ''];
  // What the bank numbered is told apart by that; formats of the same bank write the rest in different ways.
  const rest =
    entry.reference === undefined ? [side.name ?? '', side.iban ?? '', remittance] : [entry.reference];
  return { line, identity: [at.account, ...sum, ...own, endToEndId ?? '', ...rest] };
}

/** Banks fill in words where the format wants a reference and there is none. */
function given(reference: string | undefined): string | undefined {
  return reference === undefined || /^(?:not ?provided|nonref|none|n\/a|-+|0+)$/i.test(reference)
    ? undefined
    : reference;
}
