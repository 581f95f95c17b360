import type { Button, Card, Part, Span } from '../../src/chat/types.ts';
import type { BusinessDate } from '../../src/core/calendar/business-date.ts';
import type { AuditPage, ListedEntry } from '../../src/services/audit/list.ts';
import type { ChainVerdict } from '../../src/services/audit/verify.ts';
import { deed } from './audit/deeds.ts';
import { at, count, onDay, nameOf, type People } from './words.ts';

export interface AuditView {
  readonly page: AuditPage;
  /** What was asked for, in the words that ask for it again. */
  readonly asked: string;
  readonly caseId?: number;
  readonly people: People;
  readonly today: BusinessDate;
  /** Of whoever reads. */
  readonly zone: string;
  /** Who reads all of it, for whoever does not. */
  readonly whoReadsAll: string;
}

/** What happened here and who did it, the latest first. */
export function auditCard(view: AuditView): Card {
  const { entries, ownOnly } = view.page;
  return {
    title: 'What happened',
    summary: 'What happened, the latest first',
    parts: [
      entries.length === 0 ? nothing(view) : lines(view),
      ...(ownOnly
        ? [
            {
              kind: 'small' as const,
              text: `Only of your own customers: all of it is for ${view.whoReadsAll}`,
            },
          ]
        : []),
      controls(view),
    ],
  };
}

function nothing({ asked }: AuditView): Part {
  const of = asked === '' ? '' : ` for “${asked}”`;
  return {
    kind: 'text',
    text: `Nothing was written down${of}. Ask for a customer, a person, or days: /audit lagerhaus 1 Nov to 5 Nov`,
  };
}

function lines(view: AuditView): Part {
  const { entries } = view.page;
  return { kind: 'text', text: entries.flatMap((entry, n) => [n === 0 ? '' : '\n', ...line(entry, view)]) };
}

function line(entry: ListedEntry, { people, today, zone }: AuditView): readonly Span[] {
  const who = entry.memberId === null ? 'Dunwell' : nameOf(people, entry.memberId);
  const of = entry.customer === null ? '' : ` · ${entry.customer}`;
  return [
    `${at(entry.at, zone, today, onDay)} · `,
    { bold: who },
    ` ${deed(entry, { currency: entry.currency, today })}${of}`,
  ];
}

function controls({ page, asked, caseId }: AuditView): Part {
  const args = { asked, ...(caseId === undefined ? {} : { case: caseId }) };
  const press = (label: string, action: string, more: Button['action']['args'] = {}): Button => ({
    label,
    action: { command: 'audit', action, args: { ...args, ...more } },
  });
  return {
    kind: 'buttons',
    buttons: [
      ...(page.earlier === undefined ? [] : [press('Earlier ▶', 'page', { before: page.earlier })]),
      ...(page.entries.length === 0 ? [] : [press('As a file', 'file')]),
      ...(page.ownOnly ? [] : [press('Check the chain', 'check')]),
    ],
  };
}

/** Whether the history is as it was written. */
export function verdictCard(
  verdict: ChainVerdict,
  { today, zone, people }: Pick<AuditView, 'today' | 'zone' | 'people'>,
): Card {
  const text = verdictWords(
    verdict,
    (entry) =>
      `${at(entry.at, zone, today, onDay)}, ${nameOf(people, entry.memberId ?? undefined)}: ${entry.what}`,
  );
  return { summary: text, parts: [{ kind: 'text', text }] };
}

type Broken = Exclude<ChainVerdict, { readonly kind: 'whole' }>;

function verdictWords(verdict: ChainVerdict, tell: (entry: Broken['entry']) => string): string {
  switch (verdict.kind) {
    case 'whole':
      return `${count(verdict.entries, 'entry', 'entries')}, chain whole: nothing was changed, taken out or put in since it was written.`;
    case 'changed':
      return `Entry ${verdict.number} was changed after it was written (${tell(verdict.entry)}). Those before it are whole; compare it with a backup.`;
    case 'torn':
      return `Entry ${verdict.number} does not follow the one before it (${tell(verdict.entry)}): that one was rewritten, or entries between them were taken out. Those before are whole; compare with a backup.`;
  }
}
