import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { workspace as workspaceTable } from '../../../db/schema/index.ts';
import { decideNextStep } from '../../../src/core/dunning/decide.ts';
import type { CaseFacts } from '../../../src/core/dunning/facts.ts';
import { presets } from '../../../src/ladders/presets.ts';
import { loadCaseFiles } from '../../../src/services/case/file.ts';
import { nextMoments } from '../../../src/services/engine/wake-times.ts';
import { ladderShelf, onShelf } from '../../../src/services/ladder/shelf.ts';
import { type Scope, within } from '../../../src/services/scope.ts';
import { makeOffice, openTeam } from '../../support/office.ts';
import { freshDatabase } from '../../support/postgres/freshDatabase.ts';
import { customers, desks } from './arbitrary/customers.ts';
import { type Customer, type Desk, home, now } from './described.ts';
import { insertDescribed } from './insert.ts';
import { calendarOf, factsOf, ladderOf, type Numbered } from './model/case.ts';
import { nextMomentOf } from './wake.ts';

const database = await freshDatabase();
const office = makeOffice(database.appUrl);
office.now = now;
const { workspaceId, people } = await openTeam(office, home);

/** Batches of customers, about a hundred in each; more of them for a long run. */
const runs = Number(process.env['DUNWELL_PROPERTY_RUNS'] ?? 20);
const seed = Number(process.env['DUNWELL_PROPERTY_SEED'] ?? Date.now() % 1_000_000);

/** What is loaded or reckoned of one case. */
interface Seen {
  readonly facts: CaseFacts;
  readonly decision: unknown;
  readonly wakeAt: Date | undefined;
}

/** Ends a transaction of which nothing is to stay. */
class Undo extends Error {}

async function undone<T>(work: (scope: Scope) => Promise<T>): Promise<T> {
  const kept: T[] = [];
  await within(office, workspaceId, async (scope) => {
    kept.push(await work(scope));
    throw new Undo();
  }).catch((error: unknown) => {
    if (!(error instanceof Undo)) throw error;
  });
  return kept[0]!;
}

/** What SQL makes of described customers, and what the model does. */
async function bothOf(desk: Desk, described: readonly Customer[]) {
  return undone(async (scope) => {
    const shelf = await ladderShelf(scope);
    const ladderIds = new Map([...presets.keys()].map((name) => [name, onShelf(shelf, name).id]));
    const at = { workspaceId, ladderIds, memberId: people.Rita.memberId };
    const numbered = await insertDescribed(scope.tx, at, described);
    const settings = {
      shadow: desk.shadow,
      floor: desk.floor,
      ledgerCovers: desk.covers,
      noticeMinutes: desk.noticeMinutes,
      region: home.region,
    };
    await scope.tx.update(workspaceTable).set(settings).where(eq(workspaceTable.id, workspaceId));
    const workspace = { ...scope.workspace, ...settings };
    return {
      loaded: await loadedOf({ ...scope, workspace }, numbered),
      modelled: numbered.flatMap((one) => modelledOf(desk, one)),
    };
  });
}

async function loadedOf(scope: Scope, numbered: readonly Numbered[]): Promise<readonly Seen[]> {
  const caseIds = numbered.flatMap((one) => one.caseIds);
  const files = await loadCaseFiles(scope, caseIds);
  const decided = files.map(({ facts, ladder }) => ({ facts, decision: decideNextStep(ladder, facts, now) }));
  const untils = decided.flatMap(({ facts, decision }) =>
    decision.kind === 'rest' && decision.until !== undefined ? [[facts.caseId, decision.until] as const] : [],
  );
  const moments = await nextMoments(scope, caseIds, new Map(untils));
  return decided.map(({ facts, decision }) => ({
    facts: inOrder(facts),
    decision,
    wakeAt: moments.get(facts.caseId),
  }));
}

function modelledOf(desk: Desk, one: Numbered): readonly Seen[] {
  return one.customer.cases.map((of, index) => {
    const facts = inOrder(factsOf(desk, one, index));
    const decision = decideNextStep(ladderOf(of), facts, now);
    const until = decision.kind === 'rest' ? decision.until : undefined;
    return { facts, decision, wakeAt: nextMomentOf(of, calendarOf(one.customer), until) };
  });
}

/** What stands in no order is put into one. */
function inOrder(facts: CaseFacts): CaseFacts {
  return {
    ...facts,
    payer: { ...facts.payer, tags: sorted(facts.payer.tags), contactRoles: sorted(facts.payer.contactRoles) },
    cover: sorted(facts.cover),
    approvals: sorted(facts.approvals),
    invoices: facts.invoices.map((invoice) => ({
      ...invoice,
      received: sorted(invoice.received),
      rested: sorted(invoice.rested),
    })),
  };
}

function sorted<T>(list: readonly T[]): readonly T[] {
  const text = (one: T): string =>
    JSON.stringify(one, (_name, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
  return list.toSorted((a, b) => (text(a) < text(b) ? -1 : 1));
}

test('facts, decisions and wake times from SQL equal those of the model', { timeout: 600_000 }, async () => {
  let cases = 0;
  await fc.assert(
    fc.asyncProperty(desks, customers(200), async (desk, described) => {
      const { loaded, modelled } = await bothOf(desk, described);
      cases += modelled.length;
      for (const [n, expected] of modelled.entries()) expect(loaded[n]).toEqual(expected);
    }),
    { numRuns: runs, seed, endOnFailure: false },
  );
  process.stdout.write(`${cases} cases, seed ${seed}\n`);
  expect(cases).toBeGreaterThan(runs);
});
