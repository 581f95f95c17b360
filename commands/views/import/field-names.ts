import type { ImportFindings } from '../../../src/services/import/row.ts';

export type MappedField = keyof Required<ImportFindings['recognised']['mapping']>;

/** What people call the fields that columns are mapped to. */
export const fieldNames: Readonly<Record<MappedField, string>> = {
  invoiceNumber: 'Invoice number',
  creditNoteNumber: 'Credit note number',
  customerNumber: 'Customer number',
  customerName: 'Customer name',
  issuedOn: 'Issued on',
  dueOn: 'Due on',
  settledOn: 'Paid on',
  amount: 'Amount',
  openAmount: 'Open amount',
  debit: 'Debit',
  credit: 'Credit',
  side: 'Debit or credit',
  currency: 'Currency',
  paymentReference: 'Reference of the payment',
  documentType: 'Kind of document',
  status: 'Status',
  country: 'Country',
  region: 'Region',
  ownerName: 'Owner',
  ownerEmail: 'Mail of the owner',
  contactName: 'Contact',
  contactRole: 'Role of the contact',
  contactEmail: 'Mail address',
  contactPhone: 'Telephone',
  language: 'Language',
  payerType: 'Payer type',
  terms: 'Payment terms',
  taxId: 'Tax id',
  legalAddress: 'Legal address',
  creditLimit: 'Credit limit',
  needsPurchaseOrder: 'Needs their order number',
  tags: 'Tags',
  dunnedUpTo: 'Dunned up to step',
  businessUnit: 'Business unit',
  purchaseOrder: 'Purchase order',
  wasDisputed: 'Was disputed',
};

export const mappedFields = Object.keys(fieldNames) as readonly MappedField[];
