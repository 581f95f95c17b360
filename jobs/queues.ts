import { type Job, Queue, Worker, withBackend } from 'bullmq';
import { createPostgresBackend } from 'bullmq';
import { Redis } from 'ioredis';
import type { Log, WakeKind } from '../src/services/ports.ts';

/** Where the queue lives: Redis, or the ledger's own Postgres. */
export type QueueStore = { readonly redisUrl: string } | { readonly postgresUrl: string };

export type JobName = WakeKind | 'poll';

/** Jobs carry ids only: the queue may be wiped at any moment, and nothing is lost but a wake. */
export interface JobLoad {
  readonly workspaceId: number;
}

export interface Queues {
  readonly wake: (kind: WakeKind, workspaceId: number) => Promise<void>;
  /** Looks for due work of every workspace, now and then and after a wipe of the queue. */
  readonly pollEvery: (milliseconds: number) => Promise<void>;
  readonly work: (handle: (name: JobName, load: JobLoad) => Promise<void>) => void;
  readonly close: () => Promise<void>;
}

const queueName = 'dunwell';
const pollId = 'poll';

/** A dead worker's job is taken over within seconds; every handler is safe to run twice. */
const leases = { lockDuration: 15_000, stalledInterval: 5_000, concurrency: 4 } as const;
const forget = { removeOnComplete: true, removeOnFail: true } as const;

export function openQueues(store: QueueStore, log: Log): Queues {
  const { queue, startWorker, closeConnections } =
    'redisUrl' in store ? onRedis(store.redisUrl) : onPostgres(store.postgresUrl);
  const workers: { close: () => Promise<void> }[] = [];
  queue.on('error', (error: Error) => log.warn({ err: error }, 'the queue is out of reach'));
  return {
    wake: async (kind, workspaceId) => {
      // One waiting job per kind and workspace; a wake during a run is kept for one more run.
      const deduplication = { id: `${kind}-${workspaceId}`, keepLastIfActive: true };
      await queue.add(kind, { workspaceId }, { deduplication, ...forget });
    },
    pollEvery: async (every) => {
      await queue.upsertJobScheduler(
        pollId,
        { every },
        { name: 'poll', data: { workspaceId: 0 }, opts: forget },
      );
    },
    work: (handle) => {
      const worker = startWorker((job) => handle(job.name as JobName, job.data));
      worker.on('error', (error: Error) => log.warn({ err: error }, 'the worker lost the queue'));
      worker.on('failed', (job: { name: string } | undefined, error: Error) =>
        log.error({ err: error, job: job?.name }, 'a job failed; the next poll looks again'),
      );
      workers.push(worker);
    },
    close: async () => {
      await Promise.all(workers.map((worker) => worker.close()));
      await queue.close();
      await closeConnections();
    },
  };
}

type Handle = (job: Job<JobLoad>) => Promise<void>;

function onRedis(url: string) {
  // Producers fail at once in an outage; workers wait for Redis to come back.
  const producer = new Redis(url, { enableOfflineQueue: false, maxRetriesPerRequest: 1, lazyConnect: false });
  const consumer = new Redis(url, { maxRetriesPerRequest: null });
  for (const connection of [producer, consumer]) connection.on('error', () => undefined);
  return {
    queue: new Queue<JobLoad>(queueName, { connection: producer, skipWaitingForReady: true }),
    startWorker: (handle: Handle) =>
      new Worker<JobLoad>(queueName, handle, { connection: consumer, ...leases }),
    closeConnections: async () => {
      producer.disconnect();
      consumer.disconnect();
    },
  };
}

function onPostgres(connectionString: string) {
  const backed = withBackend(createPostgresBackend);
  const connection = { connectionString, schema: 'bullmq', max: 4 };
  return {
    queue: new backed.Queue<JobLoad>(queueName, { connection }),
    startWorker: (handle: Handle) => new backed.Worker<JobLoad>(queueName, handle, { connection, ...leases }),
    closeConnections: async () => undefined,
  };
}
