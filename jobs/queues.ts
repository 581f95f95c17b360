import { createPostgresBackend, type Job, Queue, Worker, withBackend } from 'bullmq';
import { Redis } from 'ioredis';
import { DomainError } from '../src/core/error.ts';
import type { Log, WakeKind } from '../src/services/ports.ts';

/** Where the queue lives: Redis, or the ledger's own Postgres. */
export type QueueStore = { readonly redisUrl: string } | { readonly postgresUrl: string };

/** Jobs carry ids only: the queue may be wiped at any moment, and nothing is lost but a wake. */
export interface JobLoad {
  readonly workspaceId: number;
}

export interface Queues {
  /** Has a worker look at once. Rejects while the queue is out of reach: that wake is lost. */
  readonly wake: (kind: WakeKind, workspaceId: number) => Promise<void>;
  readonly work: (handle: (kind: WakeKind, load: JobLoad) => Promise<void>) => void;
  /** Empties the queue, of jobs too that somebody may be at. */
  readonly wipe: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Nobody is woken: for who drains the engine after every deed, and wants nobody else at work meanwhile. */
export const nobody: Queues = {
  wake: () => Promise.resolve(),
  work: () => undefined,
  wipe: () => Promise.resolve(),
  close: () => Promise.resolve(),
};

const queueName = 'dunwell';

/** A dead worker's job is taken over within ten seconds; every handler is safe to run twice, even at once. */
const leases = { lockDuration: 5_000, stalledInterval: 3_000, concurrency: 4 } as const;
const forget = { removeOnComplete: true, removeOnFail: true } as const;

/** @throws DomainError `unavailable` when Redis does not answer */
export async function openQueues(store: QueueStore, log: Log): Promise<Queues> {
  const { queue, startWorker, closeConnections } =
    'redisUrl' in store ? await onRedis(store.redisUrl) : onPostgres(store.postgresUrl);
  const workers: { readonly close: () => Promise<void> }[] = [];
  queue.on('error', (error: Error) => log.warn({ err: error }, 'the queue is out of reach'));
  return {
    wake: async (kind, workspaceId) => {
      // One waiting job per kind and workspace; a wake during a run is kept for one more run.
      const deduplication = { id: `${kind}-${workspaceId}`, keepLastIfActive: true };
      await queue.add(kind, { workspaceId }, { deduplication, ...forget });
    },
    work: (handle) => {
      const worker = startWorker((job) => handle(job.name as WakeKind, job.data));
      worker.on('error', (error: Error) => log.warn({ err: error }, 'the worker lost the queue'));
      worker.on('failed', (job: { readonly name: string } | undefined, error: Error) =>
        log.error({ err: error, job: job?.name }, 'a job failed; the next poll looks again'),
      );
      workers.push(worker);
    },
    wipe: () => queue.obliterate({ force: true }),
    close: async () => {
      await Promise.all(workers.map((worker) => worker.close()));
      await queue.close();
      closeConnections();
    },
  };
}

type Handle = (job: Job<JobLoad>) => Promise<void>;

async function onRedis(url: string) {
  // Producers fail at once in an outage; workers wait for Redis to come back.
  const producer = await connectRedis(url, { enableOfflineQueue: false, maxRetriesPerRequest: 1 });
  const consumer = await connectRedis(url, { maxRetriesPerRequest: null });
  return {
    queue: new Queue<JobLoad>(queueName, { connection: producer, skipWaitingForReady: true }),
    startWorker: (handle: Handle) =>
      new Worker<JobLoad>(queueName, handle, { connection: consumer, ...leases }),
    closeConnections: () => {
      producer.disconnect();
      consumer.disconnect();
    },
  };
}

/** The first connection must stand; one that breaks later comes back by itself. */
async function connectRedis(
  url: string,
  options: { readonly enableOfflineQueue?: boolean; readonly maxRetriesPerRequest: number | null },
): Promise<Redis> {
  const redis = new Redis(url, { ...options, lazyConnect: true });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    return redis;
  } catch (error) {
    redis.disconnect();
    const reason = error instanceof Error ? error.message : String(error);
    throw new DomainError(
      'unavailable',
      `Redis does not answer (${reason}): start it, or unset REDIS_URL to keep the queue in Postgres.`,
    );
  }
}

function onPostgres(connectionString: string) {
  const backed = withBackend(createPostgresBackend);
  const connection = { connectionString, schema: 'bullmq', max: 4 };
  return {
    queue: new backed.Queue<JobLoad>(queueName, { connection }),
    startWorker: (handle: Handle) => new backed.Worker<JobLoad>(queueName, handle, { connection, ...leases }),
    closeConnections: () => undefined,
  };
}
