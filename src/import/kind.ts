import type { Field } from './column-names.ts';

/** What a file is about. */
export type FileKind = 'open items' | 'customers' | 'credit notes' | 'payments';

export const fileKinds: readonly FileKind[] = ['open items', 'customers', 'credit notes', 'payments'];

const identity = ['customerNumber', 'customerName'] as const satisfies readonly Field[];
const owner = ['ownerName', 'ownerEmail'] as const satisfies readonly Field[];
const contact = [
  'contactName',
  'contactRole',
  'contactEmail',
  'contactPhone',
] as const satisfies readonly Field[];

/** What files about customers tell of them, beside their people. */
const facts = [
  'payerType',
  'terms',
  'language',
  'country',
  'region',
  'taxId',
  'legalAddress',
  'creditLimit',
  'needsPurchaseOrder',
  'tags',
] as const satisfies readonly Field[];

/** The columns that matter in each kind of file; others of the same name mean something else there. */
export const fieldsOf: Readonly<Record<FileKind, readonly Field[]>> = {
  'open items': [
    'invoiceNumber',
    ...identity,
    'issuedOn',
    'dueOn',
    'amount',
    'openAmount',
    'debit',
    'credit',
    'side',
    'currency',
    'documentType',
    'status',
    'settledOn',
    'country',
    'ownerName',
    'contactName',
    'contactEmail',
    'contactPhone',
    'terms',
    'dunnedUpTo',
    'businessUnit',
    'purchaseOrder',
    'wasDisputed',
  ],
  customers: [...identity, ...owner, ...contact, ...facts, 'currency'],
  'credit notes': ['creditNoteNumber', ...identity, 'invoiceNumber', 'issuedOn', 'amount', 'currency'],
  payments: [...identity, 'invoiceNumber', 'settledOn', 'amount', 'currency', 'paymentReference'],
};

/** What kind of file has these columns. A name such as "payments.csv" decides between a payment's day and an invoice's. */
export function kindOf(has: (field: Field) => boolean, fileName: string): FileKind {
  const hasCustomer = identity.some(has);
  const hasSum = (['amount', 'openAmount', 'debit', 'credit'] as const).some(has);
  if (!hasSum && hasCustomer && [...owner, ...contact, ...facts].some(has)) return 'customers';
  if (has('dueOn') || has('openAmount')) return 'open items';
  if (has('creditNoteNumber')) return 'credit notes';
  const aboutPayments = has('settledOn') || has('paymentReference') || paymentWords.test(fileName);
  return hasSum && aboutPayments && (hasCustomer || has('invoiceNumber')) ? 'payments' : 'open items';
}

const paymentWords = /payment|receipt|zahlung|incasso|pagament|maksāj/i;
