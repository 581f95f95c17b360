import type { Column } from '../table.ts';

/** What a column of a bank's table can hold. */
export type BankField = keyof typeof names;

/** Names of columns in the usual downloads of banks, without case, accents, spaces and punctuation; preferred first. */
const names = {
  bookedOn: `buchungstag buchungsdatum bookingdate bookedon transactiondate postingdate dateoperation datacontabile
    dataoperazione datum date data`,
  valuedOn: 'valutadatum wertstellung valuedate valuta datevaleur datavaluta',
  amount: 'betrag betrageur amount amounteur umsatz montant importo summa transactionamount',
  debit: 'soll debit belastung paidout moneyout withdrawal withdrawals debitamount auszahlung addebiti dare',
  credit: 'haben credit gutschrift paidin moneyin deposit deposits creditamount einzahlung accrediti avere',
  sign: 'sollhaben sh debitcredit drcr creditdebit dc',
  currency: 'waehrung currency currencycode devise divisa valuta',
  name: `beguenstigterzahlungspflichtiger auftraggeberempfaenger auftraggeberbeguenstigter namezahlungsbeteiligter
    zahlungsbeteiligter counterparty counterpartyname partnername payer payername payee debtor nameofcounterparty
    remitter auftraggeber name empfaenger`,
  iban: `ibanzahlungsbeteiligter kontonummeriban counterpartyiban partneriban payeriban ibankontonummer
    counterpartyaccount accountofcounterparty iban`,
  remittance: `verwendungszweck remittance remittanceinformation paymentreference paymentdetails details description
    narrative reference memo causale descrizione libelle purpose buchungstext text`,
  endToEndId: 'endtoendid endtoendreferenz kundenreferenzendtoend kundenreferenz customerreference',
  reference:
    'bankreference bankreferenz transactionid transaktionsid transactionreference entryreference umsatzid',
  balance: 'saldo saldonachbuchung balance accountbalance runningbalance balanceafter kontostand solde',
  account: 'auftragskonto ibanauftragskonto eigeneiban accountiban owniban kontoauftrag',
} as const;

export type BankColumns = Readonly<Partial<Record<BankField, number>>>;

/** The columns of a bank's table by what they hold; each column once. */
export function bankColumns(columns: readonly Column[]): BankColumns {
  const bare = columns.map(({ header }) => bareName(header));
  const taken = new Set<number>();
  const found: Partial<Record<BankField, number>> = {};
  for (const [field, known] of Object.entries(names) as [BankField, string][]) {
    const column = known
      .split(/\s+/)
      .map((name) => bare.findIndex((one, index) => one === name && !taken.has(index)))
      .find((index) => index >= 0);
    if (column === undefined) continue;
    taken.add(column);
    found[field] = column;
  }
  return found;
}

/** A day, an amount, and something that only accounts have: no list of open items is meant. */
export function areOfAnAccount(columns: readonly Column[]): boolean {
  const { bookedOn, amount, debit, credit, balance, iban, valuedOn, remittance, name } = bankColumns(columns);
  const isMoney = amount !== undefined || (debit !== undefined && credit !== undefined);
  const isAccount =
    [balance, iban, valuedOn].some((one) => one !== undefined) ||
    (remittance !== undefined && name !== undefined);
  const isLedger = columns.some(({ header }) =>
    /due ?date|f.+llig|invoice ?(?:no|num)|rechnungsn|customer ?(?:no|num|id)|kundenn|debitor/i.test(header),
  );
  return bookedOn !== undefined && isMoney && isAccount && !isLedger;
}

function bareName(header: string): string {
  return header
    .toLowerCase()
    .replace(/ä/g, 'ae')
    .replace(/ö/g, 'oe')
    .replace(/ü/g, 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/[^a-z]/g, '');
}
