import { bigint, customType, date, timestamp } from 'drizzle-orm/pg-core';

/** Every row belongs to one workspace; the column leads every key (tenants are walls). */
export const workspaceId = () => bigint('workspace_id', { mode: 'number' }).notNull();

/** Row ids stay far below 2^53, so they are numbers; money is bigint. */
export const id = () => bigint('id', { mode: 'number' }).generatedAlwaysAsIdentity().notNull();
export const ref = (name: string) => bigint(name, { mode: 'number' });
export const minor = (name: string) => bigint(name, { mode: 'bigint' });
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });
export const day = (name: string) => date(name, { mode: 'string' });
export const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' });
