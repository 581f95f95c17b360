import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assertConfined, connect } from '../../db/client.ts';
import { provision, type ServingUrls } from '../../db/provision.ts';
import { onOneConnection } from '../../db/session.ts';
import { startThrowaway, type Throwaway } from '../support/postgres/throwaway.ts';
import { refusalOf } from '../support/refusal.ts';

/** A cluster of its own, because roles are common to all databases of a cluster and these tests make some. */
let cluster: Throwaway;
let urls: ServingUrls;
beforeAll(async () => {
  cluster = await startThrowaway();
  urls = await provision(cluster.server.ownerUrl);
});
afterAll(() => cluster.remove());

/** The address of a new role, to which the superuser does something more. */
async function role(name: string, statements: string): Promise<string> {
  const here = Object.assign(new URL(cluster.server.superuserUrl), { pathname: '/dunwell' });
  await onOneConnection(here.href, async (sql) => {
    await sql.unsafe(`create role ${name} login password 'tested'; ${statements}`);
  });
  return Object.assign(here, { username: name, password: 'tested' }).href;
}

async function confine(url: string): Promise<void> {
  const db = connect(url, { max: 1 });
  try {
    await assertConfined(db);
  } finally {
    await db.$client.end();
  }
}

describe('the application starts', () => {
  it('as either of the roles that the migrations confine', async () => {
    await expect(confine(urls.appUrl)).resolves.toBeUndefined();
    await expect(confine(urls.wakeUrl)).resolves.toBeUndefined();
  });
});

describe('the application refuses to start', () => {
  it('as a superuser, or as a role that can become one', async () => {
    const refusal =
      /^Dunwell does not work as the database role "\w+", because it is a superuser, or may become one:/;
    expect(await refusalOf(confine(cluster.server.superuserUrl.replace(/postgres$/, 'dunwell')))).toMatch(
      refusal,
    );
    expect(await refusalOf(confine(await role('climber', 'grant postgres to climber')))).toMatch(refusal);
  });

  it('as a role that passes through the walls', async () => {
    const ghost = await role('ghost', 'alter role ghost bypassrls');
    expect(await refusalOf(confine(ghost))).toContain('role "ghost", because it has BYPASSRLS');
  });

  it('as the owner of the tables, or as a role that can become the owner', async () => {
    expect(await refusalOf(confine(cluster.server.ownerUrl))).toContain(
      '"dunwell_owner", because it owns tables',
    );
    const heir = await role('heir', 'grant dunwell_owner to heir');
    expect(await refusalOf(confine(heir))).toContain('"heir", because it owns tables');
  });

  it.each([
    ['update', 'posting'],
    ['delete', 'posting'],
    ['truncate', 'audit'],
    ['update (hash)', 'audit'],
  ])('as a role that may %s %s', async (right, table) => {
    const name = `editor_${right.replace(/\W/g, '')}`;
    const editor = await role(name, `grant dunwell_app to ${name}; grant ${right} on ${table} to ${name}`);
    expect(await refusalOf(confine(editor))).toContain(
      `because it may change or delete rows of ${table}, which are append-only`,
    );
  });
});
