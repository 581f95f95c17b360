import { openHome, openSecret } from './home.ts';
import { findLive } from './live.ts';
import { databaseName, ownerRole } from './owner.ts';
import { passwordsFrom, superuser, urlFor } from './urls.ts';

/**
 * The address of the embedded Postgres that a running Dunwell keeps in this folder, for a guest that neither starts
 * nor stops it; nothing when none is running.
 */
export async function joinEmbeddedPostgres(
  folder: string,
  shelter = '/var/lib/dunwell',
): Promise<string | undefined> {
  const home = openHome(folder, shelter);
  const passwordOf = passwordsFrom(openSecret(home));
  const port = await findLive(home, (at) => urlFor(superuser, passwordOf(superuser), at, 'postgres'));
  return port === undefined ? undefined : urlFor(ownerRole, passwordOf(ownerRole), port, databaseName);
}
