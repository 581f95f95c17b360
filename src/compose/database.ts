import { assertConfined, connect, type Database } from '../../db/client.ts';
import { joinEmbeddedPostgres } from '../../db/launcher/join.ts';
import { startEmbeddedPostgres } from '../../db/launcher/start.ts';
import { provision } from '../../db/provision.ts';
import { prepareQueue } from '../../jobs/prepare.ts';
import type { Config } from '../config.ts';
import type { Log } from '../services/ports.ts';
import { databaseRefusal } from './refusals.ts';

export interface Databases {
  /** As the application's role. */
  readonly db: Database;
  /** As the role that sees the wake index and nothing else. */
  readonly wakeDb: Database;
  readonly appUrl: string;
  readonly close: () => Promise<void>;
}

/**
 * Starts or finds Postgres, migrates it, and connects as the roles that cannot break the walls. A guest uses the
 * embedded Postgres of a Dunwell that is running, and starts it only if none is.
 */
export async function openDatabases(
  config: Config,
  log: Log,
  as: 'host' | 'guest' = 'host',
): Promise<Databases> {
  const given = config.database === 'embedded' ? undefined : config.database;
  const joined =
    as === 'guest' && given === undefined ? await joinEmbeddedPostgres(config.dataFolder) : undefined;
  const known = given?.ownerUrl ?? joined;
  const embedded = known === undefined ? await startEmbedded(config.dataFolder, log) : undefined;
  const ownerUrl = embedded?.ownerUrl ?? known ?? '';
  try {
    const { appUrl, wakeUrl } = await provision(ownerUrl, given).catch((error: unknown) => {
      throw given === undefined ? error : databaseRefusal(error, ownerUrl);
    });
    if (config.redisUrl === undefined) await prepareQueue(ownerUrl);
    const prepare = given?.ours ?? embedded !== undefined;
    const db = connect(appUrl, { max: 10, prepare });
    const wakeDb = connect(wakeUrl, { max: 2, prepare });
    await assertConfined(db);
    return {
      db,
      wakeDb,
      appUrl,
      close: async () => {
        await Promise.all([db.$client.end({ timeout: 2 }), wakeDb.$client.end({ timeout: 2 })]);
        await embedded?.stop();
      },
    };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

function startEmbedded(folder: string, log: Log) {
  return startEmbeddedPostgres({
    folder,
    log: { info: (line) => log.info({}, line), warn: (line) => log.warn({}, line) },
  });
}
