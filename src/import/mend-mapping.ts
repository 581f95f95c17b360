import { plainName } from './columns.ts';
import type { Field } from './column-names.ts';
import type { Candidate, MappedColumn, Mapping } from './mapping.ts';
import { quote } from './reading.ts';
import { type Table, valuesOf } from './table.ts';

export interface Mended {
  readonly mapping: Mapping;
  readonly notes: readonly string[];
}

type Mend = (mapping: Mapping, candidates: readonly Candidate[], table: Table) => Mended;

/** What one name means depends on the names beside it: the rules that single columns cannot show. */
export function mend(table: Table, mapping: Mapping, candidates: readonly Candidate[]): Mended {
  return rules.reduce<Mended>(
    (before, rule) => {
      const { mapping: after, notes } = rule(before.mapping, candidates, table);
      return { mapping: after, notes: [...before.notes, ...notes] };
    },
    { mapping, notes: [] },
  );
}

/** Xero calls its customers contacts. */
const contactIsCustomer: Mend = (mapping) => {
  const { contactName, customerName, customerNumber, ...rest } = mapping;
  if (contactName === undefined || customerName !== undefined) return same(mapping);
  if (customerNumber !== undefined && contactName.header !== 'ContactName') return same(mapping);
  const named = { ...rest, ...(customerNumber && { customerNumber }), customerName: contactName };
  return same(named);
};

/** SAP has the customer's number under "Customer" and its name under "Name 1". */
const customerIsNumber: Mend = (mapping, candidates, table) => {
  if (mapping.customerNumber !== undefined) return same(mapping);
  const named = candidates.filter(({ match }) => match.field === 'customerName');
  const code = named.find(
    ({ column }) => bareCustomer.has(plainName(column.header)) && areNumbers(valuesOf(table, column.index)),
  );
  const name = named.find((candidate) => candidate !== code);
  if (code === undefined) return same(mapping);
  const { customerName: _, ...rest } = mapping;
  return same({ ...rest, customerNumber: likely(code), ...(name && { customerName: likely(name) }) });
};

const bareCustomer: ReadonlySet<string> = new Set(['customer', 'debitor', 'kunde', 'client', 'debtor']);

const areNumbers = (values: readonly string[]): boolean => values.every((value) => /^[\d-]+$/.test(value));

/** Odoo has the document's number under "name", beside the partner's. */
const nameIsDocument: Mend = (mapping, candidates) => {
  const name = candidates.find(({ column }) => plainName(column.header) === 'name');
  if (mapping.invoiceNumber !== undefined || name === undefined) return same(mapping);
  if (mapping.customerName === undefined || mapping.customerName.column === name.column.index)
    return same(mapping);
  return same({ ...mapping, invoiceNumber: likely(name) });
};

/** Beside debit and credit a balance runs from row to row; it is nothing of the row's own. */
const balanceRuns: Mend = (mapping) => {
  const { openAmount, ...rest } = mapping;
  if (openAmount?.confidence !== 'likely' || (mapping.debit ?? mapping.credit) === undefined)
    return same(mapping);
  const note = `Column ${quote(openAmount.header)} is passed over: debit and credit say what is open.`;
  return { mapping: rest, notes: [note] };
};

/** An amount in local currency is not in the document's, whatever column stands beside it. */
const currencyFits: Mend = (mapping, candidates) => {
  const { currency, ...rest } = mapping;
  const amount = mapping.openAmount ?? mapping.amount;
  if (currency === undefined || amount === undefined || !isLocal(amount.header)) return same(mapping);
  if (isLocal(currency.header) || !/^(?:doc|beleg)/.test(plainName(currency.header))) return same(mapping);
  const local = candidates.find(({ match, column }) => match.field === 'currency' && isLocal(column.header));
  if (local !== undefined) return same({ ...rest, currency: likely(local) });
  const note = `Column ${quote(currency.header)} is not the currency of ${quote(amount.header)}, so it is left out.`;
  return { mapping: rest, notes: [note] };
};

function isLocal(header: string): boolean {
  return /local|loccur|lcurr|hauswaehrung/.test(plainName(header));
}

/** Payments name their own reference; beside one, "Reference" is no invoice number. */
const referenceOfPayment: Mend = (mapping) => {
  const { invoiceNumber, ...rest } = mapping;
  const isPayment = mapping.settledOn !== undefined && mapping.dueOn === undefined;
  if (!isPayment || invoiceNumber === undefined || !looseNames.has(plainName(invoiceNumber.header)))
    return same(mapping);
  return same({
    ...rest,
    ...(mapping.paymentReference === undefined && { paymentReference: invoiceNumber }),
  });
};

const looseNames: ReadonlySet<string> = new Set([
  'reference',
  'referenz',
  'number',
  'nummer',
  'num',
  'no',
  'nr',
]);

const rules: readonly Mend[] = [
  contactIsCustomer,
  customerIsNumber,
  nameIsDocument,
  balanceRuns,
  currencyFits,
  referenceOfPayment,
];

function same(mapping: Partial<Record<Field, MappedColumn>>): Mended {
  return { mapping, notes: [] };
}

function likely({ column }: Candidate): MappedColumn {
  return { column: column.index, header: column.header, confidence: 'likely' };
}
