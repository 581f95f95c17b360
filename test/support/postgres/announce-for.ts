import { onOneConnection } from '../../../db/session.ts';

/**
 * For how many minutes letters stand announced in workspaces to be opened. Tests begin with none, so that a story about
 * something else need not wait for its letters; those about announcing begin as the product does, with two hours.
 */
export async function announceFor(ownerUrl: string, minutes: number): Promise<void> {
  await onOneConnection(ownerUrl, (sql) =>
    sql.unsafe(`alter table workspace alter column notice_minutes set default ${minutes}`),
  );
}
