import postgres from 'postgres';
import { afterAll, expect } from 'vitest';
import { runAuditor } from '../../../src/services/auditor/run.ts';
import type { Message } from '../../../src/workspace/api.ts';
import { startLetters } from '../../support/story/letters.ts';
import type { OpenItemRow } from '../../support/story/open-items.ts';
import { startStory, type Story } from '../../support/story/story.ts';
import { say } from '../../support/story/text.ts';

/** A workspace in which things are broken that no command breaks. */
export interface Broken {
  readonly story: Story;
  /** Whoever owns the tables, and can do what no command does. */
  readonly owner: postgres.Sql;
  /** The case of a customer, by the start of its name. */
  readonly caseOf: (name: string) => postgres.PendingQuery<postgres.Row[]>;
  /** The auditor's newest message to Ada. */
  readonly newest: () => Message;
  readonly messages: () => number;
  /** Breaks something and has the auditor look, while no pass of the engine can mend it first; what it tells. */
  readonly find: (broken: () => Promise<unknown>) => Promise<string>;
}

/** Tuesday 24 November, with some customers of Rita's; all were due on Friday. Call it at the top of a test file. */
export async function openBroken(names: readonly string[]): Promise<Broken> {
  const story = await startStory({ start: '2026-11-24 08:00', breaks: 'all that the auditor looks at' });
  const owner = postgres(story.ownerUrl, { max: 2, onnotice: () => undefined });
  afterAll(() => owner.end());
  // Row security holds for the tables' owner too, until they say otherwise.
  const tables = await owner<{ name: string }[]>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`;
  for (const { name } of tables) await owner`alter table ${owner(name)} no force row level security`;
  await startLetters(story, names.map(rowOf), '2026-11-23');
  for (const name of names) await story.lena.slash(`/assign ${name} @rita`);
  const messages = (): number => story.ada.inbox().filter((text) => text.includes('as it should be')).length;
  const newest = (): Message => story.ada.sees('as it should be');
  return {
    story,
    owner,
    caseOf: (name) =>
      owner`(select c.id from "case" c join customer u on u.id = c.customer_id where u.name like ${`${name}%`})`,
    newest,
    messages,
    find: async (broken) => {
      const before = messages();
      await whileNobodyTicks(story, owner, async () => {
        await broken();
        await runAuditor(story.dunwell.office, story.dunwell.workspaceId);
      });
      await story.settle();
      expect(messages()).toBe(before + 1);
      return say(newest());
    },
  };
}

function rowOf(name: string, n: number): OpenItemRow {
  const customer = String(1001 + n);
  return {
    customer,
    name,
    invoice: `R-${n + 1}`,
    issued: '2026-10-01',
    due: '2026-11-20',
    amount: '4100.00',
    mail: `ap@${customer}.example`,
  };
}

async function whileNobodyTicks(
  { dunwell: { workspaceId } }: Story,
  owner: postgres.Sql,
  work: () => Promise<void>,
): Promise<void> {
  const engine = await owner.reserve();
  const tick = engine`hashtextextended('tick', ${workspaceId}::bigint)`;
  await engine`select pg_advisory_lock(${tick})`;
  try {
    await work();
  } finally {
    await engine`select pg_advisory_unlock(${tick})`;
    engine.release();
  }
}
