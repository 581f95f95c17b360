import { readFileSync } from 'node:fs';

/** A statement as a bank wrote it, from the test data of genkgo/camt. */
export const camtFile = (name: string): string =>
  readFileSync(new URL(`camt/${name}`, import.meta.url), 'utf8');

/** One booked entry of a statement. */
export interface EntryRow {
  readonly amount: string;
  readonly direction?: 'CRDT' | 'DBIT';
  readonly name?: string;
  readonly iban?: string;
  readonly text?: string;
  readonly reference?: string;
  readonly endToEndId?: string;
  readonly on?: string;
  readonly reversal?: boolean;
  readonly status?: string;
}

export interface StatementRow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly entries: readonly EntryRow[];
  readonly opening?: string;
  /** Left out: what the entries make of the opening balance. */
  readonly closing?: string;
}

/** A statement in euros as a German bank writes it, version 08. */
export function camtStatement(...statements: readonly StatementRow[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
<GrpHdr><MsgId>M</MsgId><CreDtTm>2026-11-03T06:00:00</CreDtTm></GrpHdr>
${statements.map(statement).join('\n')}
</BkToCstmrStmt></Document>`;
}

function statement({ id, from, to, entries, opening = '1000.00', closing }: StatementRow): string {
  return `<Stmt><Id>${id}</Id><Acct><Id><IBAN>DE02120300000000202051</IBAN></Id><Ccy>EUR</Ccy></Acct>
${balance('OPBD', opening, from)}${balance('CLBD', closing ?? closingOf(opening, entries), to)}
${entries.map((entry) => ntry(entry, to)).join('\n')}</Stmt>`;
}

function closingOf(opening: string, entries: readonly EntryRow[]): string {
  const cents = entries
    .filter(({ status = 'BOOK' }) => status === 'BOOK')
    .reduce((sum, one) => sum + (one.direction === 'DBIT' ? -1 : 1) * toCents(one.amount), toCents(opening));
  return (cents / 100).toFixed(2);
}

const toCents = (amount: string): number => Math.round(Number(amount) * 100);

function balance(kind: string, amount: string, on: string): string {
  const sign = amount.startsWith('-') ? 'DBIT' : 'CRDT';
  return `<Bal><Tp><CdOrPrtry><Cd>${kind}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${amount.replace('-', '')}</Amt><CdtDbtInd>${sign}</CdtDbtInd><Dt><Dt>${on}</Dt></Dt></Bal>`;
}

function ntry(entry: EntryRow, to: string): string {
  const { amount, direction = 'CRDT', on = to, reversal = false, status = 'BOOK' } = entry;
  const role = (direction === 'CRDT') !== reversal ? 'Dbtr' : 'Cdtr';
  return `<Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>${direction}</CdtDbtInd>${reversal ? '<RvslInd>true</RvslInd>' : ''}<Sts><Cd>${status}</Cd></Sts>
<BookgDt><Dt>${on}</Dt></BookgDt><ValDt><Dt>${on}</Dt></ValDt>${tag('AcctSvcrRef', entry.reference)}
<NtryDtls><TxDtls><Refs>${tag('EndToEndId', entry.endToEndId ?? 'NOTPROVIDED')}</Refs>
<RltdPties>${entry.name === undefined ? '' : `<${role}><Pty>${tag('Nm', entry.name)}</Pty></${role}>`}${entry.iban === undefined ? '' : `<${role}Acct><Id>${tag('IBAN', entry.iban)}</Id></${role}Acct>`}</RltdPties>
<RmtInf>${tag('Ustrd', entry.text)}</RmtInf></TxDtls></NtryDtls></Ntry>`;
}

const tag = (name: string, text: string | undefined): string =>
  text === undefined ? '' : `<${name}>${text.replaceAll('&', '&amp;')}</${name}>`;
