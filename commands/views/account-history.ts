import type { Card, Part } from '../../src/chat/types.ts';
import type { BusinessDate } from '../../src/core/calendar/business-date.ts';
import { money } from '../../src/core/money.ts';
import type { AuditRow } from '../../src/services/case/history.ts';
import type { CaseOverview } from '../../src/services/case/overview.ts';
import { amount, at, nameOf, type People, stepLabel } from './words.ts';

export interface HistoryPage {
  readonly of: CaseOverview;
  readonly rows: readonly AuditRow[];
  /** Where the earlier page begins. */
  readonly earlier: number | undefined;
  readonly people: People;
  readonly today: BusinessDate;
}

/** What happened to a case, the latest first: who did what, and what the engine did by itself. */
export function historyCard(page: HistoryPage): Card {
  const { of, rows } = page;
  const lines = rows.map((row) => line(row, page)).join('\n');
  return {
    title: `History: ${of.name}`.slice(0, 140),
    summary: `History of ${of.name}`,
    parts: [
      { kind: 'text', text: rows.length === 0 ? 'Nothing was written down yet.' : lines },
      ...turning(page),
    ],
  };
}

function line({ at: moment, memberId, what, details }: AuditRow, page: HistoryPage): string {
  const who = memberId === null ? 'Dunwell' : nameOf(page.people, memberId);
  const more = Object.entries(details)
    .filter(([key, value]) => value !== null && value !== '' && !isOurNumber(key, value))
    .map(([key, value]) => `${key} ${wordFor(key, value, page)}`)
    .join(', ');
  return `${at(moment, page.of.zone, page.today)} · ${who}: ${what}${more === '' ? '' : ` (${more.slice(0, 200)})`}`;
}

/** Numbers by which the database knows its rows mean nothing to a person. */
function isOurNumber(key: string, value: AuditValue): boolean {
  return typeof value === 'number' && ['task', 'promise', 'letter', 'import', 'approval'].includes(key);
}

function wordFor(key: string, value: AuditValue, page: HistoryPage): string {
  if (key === 'amount') return sumOf(value, page);
  return key === 'step' ? stepLabel(String(value)) : String(value);
}

type AuditValue = AuditRow['details'][string];

/** History keeps amounts in minor units, which nobody reads. */
function sumOf(value: AuditValue, { of }: HistoryPage): string {
  return /^\d+$/.test(String(value)) ? amount(money(BigInt(String(value)), of.currency)) : String(value);
}

function turning({ of, earlier }: HistoryPage): readonly Part[] {
  if (earlier === undefined) return [];
  const args = { case: of.caseId, before: earlier };
  return [
    {
      kind: 'buttons',
      buttons: [{ label: 'Earlier', action: { command: 'account', action: 'history', args } }],
    },
  ];
}
