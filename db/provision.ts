import { createHmac } from 'node:crypto';
import type { Sql } from 'postgres';
import { DomainError } from '../src/core/error.ts';
import { migrate } from './migrate.ts';
import { missingRights, type ServingRole } from './rights.ts';
import { scramVerifier } from './scram.ts';
import { onOneConnection, sqlStateOf } from './session.ts';

/** Addresses of the two confined roles. */
export interface ServingUrls {
  readonly appUrl: string;
  readonly wakeUrl: string;
}

/**
 * Migrates the database and opens the roles that serve it for login. Their passwords follow from the owner's, so
 * every process finds the same ones and none has to be stored; addresses that are given are used as they are.
 *
 * @throws DomainError `forbidden` with the SQL for the database's administrator when the owner may not do it,
 * `invalid` when the owner's address has no password to start from
 */
export async function provision(
  ownerUrl: string,
  given: { readonly appUrl?: string | undefined; readonly wakeUrl?: string | undefined } = {},
): Promise<ServingUrls> {
  const appUrl = given.appUrl ?? addressFor('dunwell_app', ownerUrl);
  const wakeUrl = given.wakeUrl ?? addressFor('dunwell_wake', ownerUrl);
  try {
    await migrate(ownerUrl);
    if (given.appUrl === undefined) await openLogin(ownerUrl, 'dunwell_app', appUrl);
    if (given.wakeUrl === undefined) await openLogin(ownerUrl, 'dunwell_wake', wakeUrl);
  } catch (error) {
    throw sqlStateOf(error) === insufficientPrivilege ? await refusal(error, ownerUrl) : error;
  }
  return { appUrl, wakeUrl };
}

/** The owner's address with the role's login in it; the host, the database and the TLS settings stay. */
function addressFor(role: ServingRole, ownerUrl: string): string {
  const url = parsed(ownerUrl);
  if (url.password === '') throw withoutPassword(role);
  url.username = role;
  url.password = createHmac('sha256', decodeURIComponent(url.password)).update(role).digest('hex');
  return url.href;
}

/** Under a lock, because Postgres fails one of two processes that change a role at the same moment. */
async function openLogin(ownerUrl: string, role: ServingRole, url: string): Promise<void> {
  await onOneConnection(ownerUrl, async (sql) => {
    await sql`select pg_advisory_lock(hashtext('dunwell logins'))`;
    if (!(await canLogIn(url))) await allowLogin(sql, role, parsed(url).password);
  });
}

async function allowLogin(sql: Sql, role: ServingRole, password: string): Promise<void> {
  await sql.unsafe(`alter role ${role} login password '${scramVerifier(password)}'`);
  const [here] = await sql<{ database: string }[]>`select current_database() as database`;
  if (here) await sql`grant connect on database ${sql(here.database)} to ${sql(role)}`;
}

async function canLogIn(url: string): Promise<boolean> {
  try {
    await onOneConnection(url, (sql) => sql`select 1`);
    return true;
  } catch (error) {
    if (loginRefusals.has(sqlStateOf(error) ?? '')) return false;
    throw error;
  }
}

function withoutPassword(role: ServingRole): DomainError {
  return new DomainError(
    'invalid',
    `The address of the database's owner has no password, and that of ${role} is made from it: put the password into the address, or give Dunwell the address of ${role} too.`,
  );
}

/** The failure of `new URL` carries its input, and that holds a password. */
function parsed(url: string): URL {
  if (URL.canParse(url)) return new URL(url);
  throw new DomainError(
    'invalid',
    'The database address is not of the form postgresql://owner:password@host:5432/database: check for characters in the password that need %-encoding.',
  );
}

async function refusal(cause: unknown, ownerUrl: string): Promise<unknown> {
  const statements = await onOneConnection(ownerUrl, missingRights);
  if (statements.length === 0) return cause;
  return new DomainError(
    'forbidden',
    `The database's owner lacks rights that Dunwell needs to set up its tables and roles. Its administrator can grant them, connected to this database:\n${statements.join('\n')}`,
  );
}

const insufficientPrivilege = '42501';

/** A wrong password, a role without login, one that may not connect to this database. */
const loginRefusals = new Set(['28P01', '28000', insufficientPrivilege]);
