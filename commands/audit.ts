import type { Action, Card, Command, Reply } from '../src/chat/types.ts';
import { historyFile } from '../src/services/audit/export.ts';
import { type AuditFilter, auditPage, readsAll } from '../src/services/audit/list.ts';
import { verifyHistory } from '../src/services/audit/verify.ts';
import { roster, whoMay } from '../src/services/member/roster.ts';
import { type Scope, within } from '../src/services/scope.ts';
import { runAuditor } from '../src/services/auditor/run.ts';
import { auditorReport } from '../src/services/auditor/report.ts';
import { findingSeen } from '../src/services/auditor/seen.ts';
import type { Context } from './context.ts';
import { readAudit } from './audit/read.ts';
import { auditCard, verdictCard } from './views/audit.ts';
import { deed } from './views/audit/deeds.ts';
import { auditorCard } from './views/findings.ts';
import { nameOf, type People } from './views/words.ts';

const pageSize = 15;

/** `/audit [customer | @person | days | check]`: what happened here and who did it. */
export const audit: Command<Context> = {
  name: 'audit',
  summary: 'What happened here and who did it',
  options: [
    { name: 'customer', summary: 'part of a name, or a number', example: '/audit lagerhaus' },
    { name: 'person', summary: 'what somebody did', example: '/audit @rita yesterday' },
    { name: 'days', summary: 'a day or a range', example: '/audit 1 Nov to 5 Nov' },
    {
      name: 'check',
      summary: 'whether anything is late, lost or out of balance, or was changed since it was written',
      example: '/audit check',
    },
  ],
  plan: () => ({ kind: 'reply', visibility: 'private' }),
  run: async (context, text) =>
    text.trim().toLowerCase() === 'check'
      ? check(context)
      : { kind: 'card', card: await page(context, { asked: text.trim() }) },
  presses: {
    page: {
      run: async (context, args) =>
        args['before'] === undefined
          ? { kind: 'card', card: await page(context, args) }
          : { kind: 'replace', card: await page(context, args) },
    },
    file: { run: file },
    check: { run: (context) => check(context) },
    seen: { run: seen },
  },
  submissions: {},
};

async function page(context: Context, args: Action['args']): Promise<Card> {
  return inScope(context, args, async ({ scope, people, asked, filter }) => {
    const { before, case: caseId } = args;
    const found = await auditPage(scope, context.member, filter, {
      size: pageSize,
      ...(typeof before === 'number' ? { before } : {}),
    });
    return auditCard({
      page: found,
      asked,
      ...(typeof caseId === 'number' ? { caseId } : {}),
      people,
      today: scope.today,
      zone: context.member.zone,
      whoReadsAll: whoMay(people, readsAll),
    });
  });
}

/** The file goes to whoever asked, in their direct messages. */
async function file(context: Context, args: Action['args']): Promise<Reply> {
  const made = await inScope(context, args, ({ scope, filter }) =>
    historyFile(scope, context.member, filter, (entry) =>
      deed(entry, { currency: entry.currency, today: scope.today }),
    ),
  );
  await context.files.give(context.member.userId, made);
  const text = `${made.name} is in your direct messages: ${made.comment}.`;
  return { kind: 'card', card: { summary: text, parts: [{ kind: 'text', text }] } };
}

/** Looks now, and shows what is wrong: in the history first, then in everything else. */
async function check(context: Context): Promise<Reply> {
  const verdict = await verifyHistory(context.office, context.actor);
  const { workspaceId, memberId } = context.actor;
  await runAuditor(context.office, workspaceId, memberId);
  return within(context.office, workspaceId, async (scope) => {
    const reader = { today: scope.today, zone: context.member.zone, people: await roster(scope) };
    const history = verdictCard(verdict, reader);
    const parts = auditorCard(await auditorReport(scope), reader);
    return { kind: 'card', card: { ...history, parts: [...history.parts, ...parts] } };
  });
}

/** Somebody looks after a finding: said on everybody's message, so the answer is only for whoever came second. */
async function seen(context: Context, args: Action['args']): Promise<Reply> {
  const by = await findingSeen(context.office, context.actor, Number(args['finding']));
  if (by === context.actor.memberId) return { kind: 'silent' };
  return within(context.office, context.actor.workspaceId, async (scope) => {
    const text = `${nameOf(await roster(scope), by)} looks after it already.`;
    return { kind: 'card', card: { summary: text, parts: [{ kind: 'text', text }] } };
  });
}

interface Asked {
  readonly scope: Scope;
  readonly people: People;
  readonly asked: string;
  readonly filter: AuditFilter;
}

async function inScope<T>(
  context: Context,
  args: Action['args'],
  work: (of: Asked) => Promise<T>,
): Promise<T> {
  const { asked = '', case: caseId } = args;
  return within(context.office, context.actor.workspaceId, async (scope) => {
    const people = await roster(scope);
    const read = readAudit(context, scope, people, String(asked));
    const filter = typeof caseId === 'number' ? { ...read, caseId } : read;
    return work({ scope, people, asked: String(asked), filter });
  });
}
