import { afterEach, describe, expect, it } from 'vitest';
import { connect } from '../../db/client.ts';
import { openQueues, type Queues } from '../../jobs/queues.ts';
import { createEngine, type Engine } from '../../jobs/run.ts';
import { lookOutWith } from '../../src/services/workspace/due.ts';
import { hasRedis, startRedis } from '../support/redis/redis.ts';
import { openStage } from './stage.ts';
import { inPostgres, inRedis, type Store } from './stores.ts';

const redisThere = hasRedis();

describe('a queue in Postgres', async () => {
  const stage = await openStage();
  promises(stage, inPostgres(stage.database));
});

describe.skipIf(!redisThere)('a queue in Redis', async () => {
  if (!redisThere) return;
  promises(await openStage(), inRedis(await startRedis()));
});

function promises(stage: Awaited<ReturnType<typeof openStage>>, store: Store): void {
  const { office, workspaceId, workspace, courier, write, database } = stage;
  const closing: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
  });

  const open = async (): Promise<Queues> => {
    const queues = await openQueues(store.at, office.log);
    closing.push(queues.close);
    return queues;
  };
  const startEngine = async (queues: Queues): Promise<Engine> => {
    const wakeDb = connect(database.wakeUrl, { max: 1 });
    closing.push(() => wakeDb.$client.end());
    const engine = createEngine(courier, queues, lookOutWith(office, wakeDb));
    closing.push(engine.stop);
    await engine.start();
    return engine;
  };
  const said = (words: string): number => stage.channel().filter((text) => text.endsWith(words)).length;
  const arrives = (words: string): Promise<boolean> =>
    workspace.until(() => said(words) === 1, { what: words });

  it('has what it is woken for done', async () => {
    const queues = await open();
    await startEngine(queues);
    await write('woken');
    await queues.wake('deliver', workspaceId);
    expect(await arrives('woken')).toBe(true);
  });

  it('costs no more than one poll when a wake is lost', async () => {
    const engine = await startEngine(await open());
    await write('found by a poll');
    await engine.poll();
    expect(await arrives('found by a poll')).toBe(true);
  });

  it('can be wiped: the next poll has everything done, and wakes are heard again', async () => {
    const queues = await open();
    await write('wiped 1');
    await queues.wake('deliver', workspaceId);
    await store.wipe();
    expect(await store.loads()).toEqual([]);
    await startEngine(queues);
    await arrives('wiped 1');
    await store.wipe();
    await write('wiped 2');
    await queues.wake('deliver', workspaceId);
    await arrives('wiped 2');
  });

  it('can be wiped in the middle of work, and nothing is lost or done twice', async () => {
    const queues = await open();
    const engine = await startEngine(queues);
    const words = Array.from({ length: 20 }, (_, n) => `in the middle ${n}`);
    for (const [n, text] of words.entries()) {
      await write(text);
      await queues.wake('deliver', workspaceId);
      if (n % 5 === 4) await store.wipe();
    }
    await engine.poll();
    await arrives('in the middle 19');
    const sent = stage.channel().flatMap((text) => /in the middle .*/.exec(text) ?? []);
    expect(sent).toEqual(words);
  });

  it('is wiped by us as well', async () => {
    const queues = await open();
    await queues.wake('tick', workspaceId);
    await queues.wipe();
    expect(await store.loads()).toEqual([]);
    await startEngine(queues);
    await write('after our own wipe');
    await queues.wake('deliver', workspaceId);
    await arrives('after our own wipe');
  });

  it('holds ids and nothing else', async () => {
    const queues = await open();
    for (const kind of ['tick', 'deliver', 'import'] as const) await queues.wake(kind, workspaceId);
    expect(await store.loads()).toEqual([{ workspaceId }, { workspaceId }, { workspaceId }]);
    await store.wipe();
  });
}
