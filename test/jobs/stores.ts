import { Redis } from 'ioredis';
import { onOneConnection } from '../../db/session.ts';
import type { QueueStore } from '../../jobs/queues.ts';
import type { FreshDatabase } from '../support/postgres/freshDatabase.ts';
import type { RedisServer } from '../support/redis/redis.ts';

/** A place where queues live, looked at behind their back. */
export interface Store {
  readonly at: QueueStore;
  /** Everything that the queue remembers is gone. */
  readonly wipe: () => Promise<void>;
  /** What jobs carry, as it is stored. */
  readonly loads: () => Promise<readonly unknown[]>;
}

export function inPostgres({ appUrl, ownerUrl }: FreshDatabase): Store {
  return {
    at: { postgresUrl: appUrl },
    wipe: () =>
      onOneConnection(ownerUrl, async (sql) => {
        const tables = await sql<{ name: string }[]>`
          select c.relname as name from pg_class c
          where c.relnamespace = 'bullmq'::regnamespace and c.relkind = 'r' and c.relname not like '%migration%'`;
        // Row by row and table by table: a truncate would stand in the way of the workers, and they in its.
        for (const { name } of tables) await sql`delete from ${sql(`bullmq.${name}`)}`;
      }),
    loads: () =>
      onOneConnection(ownerUrl, async (sql) => {
        const rows = await sql<{ data: unknown }[]>`select data from bullmq.job order by seq`;
        return rows.map(({ data }) => data);
      }),
  };
}

export function inRedis({ url }: RedisServer): Store {
  const ask = async <T>(question: (redis: Redis) => Promise<T>): Promise<T> => {
    const redis = new Redis(url);
    try {
      return await question(redis);
    } finally {
      redis.disconnect();
    }
  };
  return {
    at: { redisUrl: url },
    wipe: () => ask(async (redis) => void (await redis.flushall())),
    loads: () =>
      ask(async (redis) => {
        const keys = await redis.keys('bull:dunwell:*');
        const jobs = keys.filter((key) => /:\d+$/.test(key));
        const loads = await Promise.all(jobs.sort().map((key) => redis.hget(key, 'data')));
        return loads.map((load): unknown => JSON.parse(load ?? 'null'));
      }),
  };
}
