import { daysBetween } from '../calendar/business-date.ts';
import { formatDate } from '../calendar/format-date.ts';
import { groupBy } from '../group-by.ts';
import { formatMoney } from '../money.ts';
import type { CashLine, LedgerItem, Match, MatchBook, Proposal } from './cash-line.ts';
import { type Evidence, evidenceOf, indexBook, type MatchIndex, type Payer } from './payer.ts';
import { type Meaning, meaningFor } from './spread.ts';

/**
 * What each line pays, one after the other: what one pays is not open for the next. Sure is only what leaves no
 * choice; whatever is not sure changes nothing for the lines behind it.
 */
export function matchLines(lines: readonly CashLine[], book: MatchBook): readonly Match[] {
  const index = indexBook(book);
  const paid = new Map<number, bigint>();
  const itemsOf = groupBy(book.items, ({ customerId, currency }) => `${customerId} ${currency}`);
  const now = (item: LedgerItem): LedgerItem => ({ ...item, open: item.open - (paid.get(item.id) ?? 0n) });
  return lines.map((line) => {
    const look: Look = {
      line,
      index,
      now,
      itemsOf: (customerId) => (itemsOf.get(`${customerId} ${line.amount.currency}`) ?? []).map(now),
    };
    const match = matchLine(look);
    if (match.kind === 'sure')
      for (const { invoiceId, amount } of match.shares)
        paid.set(invoiceId, (paid.get(invoiceId) ?? 0n) + amount);
    return match;
  });
}

interface Look {
  readonly line: CashLine;
  readonly index: MatchIndex;
  /** An invoice as the lines before have left it. */
  readonly now: (item: LedgerItem) => LedgerItem;
  readonly itemsOf: (customerId: number) => readonly LedgerItem[];
}

/** More are no help to whoever has to choose. */
const mostProposals = 3;

function matchLine(look: Look): Match {
  const evidence = evidenceOf(look.line, look.index);
  const [payer, other] = evidence.certain;
  if (payer !== undefined && other === undefined) return matchFor(look, payer, evidence);
  const byDigits = exactByDigits(look, evidence);
  if (byDigits !== undefined) return matchFor(look, byDigits, evidence);
  const candidates = payer === undefined ? evidence.likely : evidence.certain;
  const proposals = candidates.flatMap((one) => proposalsFor(look, one, evidence));
  if (proposals.length > 0)
    return {
      kind: 'doubtful',
      why: payer === undefined ? 'the payer is not certain' : 'it points at several customers',
      proposals: proposals.slice(0, mostProposals),
    };
  return byAmountAlone(look);
}

/** Digits alone prove little; with the invoice's exact amount they do, unless the name says otherwise. */
function exactByDigits({ line, now }: Look, { named, certain, likely }: Evidence): Payer | undefined {
  if (certain.length > 0) return undefined;
  const exact = named.filter(({ invoice }) => now(invoice).open === line.amount.amount);
  const [only, second] = exact;
  if (only === undefined || second !== undefined) return undefined;
  return likely.find(({ customerId }) => customerId === only.invoice.customerId);
}

function matchFor(look: Look, payer: Payer, evidence: Evidence): Match {
  const known = recordedBefore(look, payer.customerId);
  const meaning = meaningOf(look, payer, evidence);
  if (known.length > 0)
    return {
      kind: 'doubtful',
      why: 'the same amount was recorded before',
      proposals: [...known, ...spreadsOf(meaning)].slice(0, mostProposals),
    };
  switch (meaning.kind) {
    case 'clear':
    case 'unsaid':
      return { ...meaning, kind: 'sure', reasons: [...payer.reasons, ...meaning.reasons] };
    case 'open':
      return { kind: 'doubtful', why: meaning.why, proposals: meaning.proposals };
  }
}

function proposalsFor(look: Look, payer: Payer, evidence: Evidence): readonly Proposal[] {
  const spreads = spreadsOf(meaningOf(look, payer, evidence)).slice(0, 1);
  return [...recordedBefore(look, payer.customerId), ...spreads].map((one) => ({
    ...one,
    reasons: [...payer.reasons, ...one.reasons],
  }));
}

function meaningOf(look: Look, { customerId }: Payer, { named }: Evidence): Meaning {
  const theirs = named.filter(({ invoice }) => invoice.customerId === customerId);
  return meaningFor(
    customerId,
    look.line,
    look.itemsOf(customerId),
    theirs.map(({ invoice }) => look.now(invoice)),
  );
}

function spreadsOf(meaning: Meaning): readonly Proposal[] {
  if (meaning.kind === 'open') return meaning.proposals;
  const { customerId, shares, unapplied, reasons } = meaning;
  return [{ customerId, shares, unapplied, reasons }];
}

/** By how many days a person's date and the bank's may differ. */
const sameDays = 5;

function recordedBefore({ line, index }: Look, customerId: number): readonly Proposal[] {
  return index.book.recorded
    .filter(
      (one) =>
        one.customerId === customerId &&
        one.amount.currency === line.amount.currency &&
        one.amount.amount === line.amount.amount &&
        Math.abs(daysBetween(one.receivedOn, line.bookedOn)) <= sameDays,
    )
    .map((one) => ({
      customerId,
      shares: [],
      unapplied: 0n,
      knownPaymentId: one.paymentId,
      reasons: [`${formatMoney(one.amount)} of ${formatDate(one.receivedOn)} is recorded already`],
    }));
}

/** Nobody is recognised, but the amount is exactly what very few invoices have open. */
function byAmountAlone({ line, index, now }: Look): Match {
  const { amount, currency } = line.amount;
  const exact = index.book.items
    .filter((item) => item.currency === currency)
    .map(now)
    .filter((item) => item.open === amount);
  if (exact.length === 0 || exact.length > mostProposals) return { kind: 'unknown' };
  return {
    kind: 'doubtful',
    why: 'only the amount fits',
    proposals: exact.map(({ customerId, id, number }) => ({
      customerId,
      shares: [{ invoiceId: id, number, amount }],
      unapplied: 0n,
      reasons: [`it is exactly ${number}`],
    })),
  };
}
