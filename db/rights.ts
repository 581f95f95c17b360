import type { Sql } from 'postgres';

/** The roles that serve the application; the first migration makes them without login. */
const servingRoles = ['dunwell_app', 'dunwell_wake'] as const;
export type ServingRole = (typeof servingRoles)[number];

/**
 * The statements with which the database's administrator lets the connected owner migrate and open the serving
 * roles; empty when nothing is missing. Names are quoted by the database.
 */
export async function missingRights(sql: Sql): Promise<string[]> {
  const [owner] = await sql<Owner[]>`
    select quote_ident(current_user) as name, quote_ident(current_database()) as database,
      (select rolcreaterole or rolsuper from pg_roles where rolname = current_user) as "makesRoles",
      has_database_privilege(current_database(), 'CREATE') as "makesSchemas",
      has_schema_privilege('public', 'CREATE') as "makesTables",
      array(
        select rolname::text from pg_roles
        where rolname = any(${[...servingRoles]}) and not pg_has_role(oid, 'USAGE WITH ADMIN OPTION')
      ) as "others"`;
  if (!owner) return [];
  const { name, database } = owner;
  return [
    owner.makesSchemas ? '' : `GRANT CREATE ON DATABASE ${database} TO ${name};`,
    owner.makesTables ? '' : `GRANT CREATE, USAGE ON SCHEMA public TO ${name};`,
    owner.makesRoles ? '' : `ALTER ROLE ${name} CREATEROLE;`,
    ...owner.others.map((role) => `GRANT ${role} TO ${name} WITH ADMIN OPTION;`),
  ].filter((statement) => statement !== '');
}

interface Owner {
  readonly name: string;
  readonly database: string;
  readonly makesRoles: boolean;
  readonly makesSchemas: boolean;
  readonly makesTables: boolean;
  /** Serving roles that somebody else made and administers. */
  readonly others: readonly string[];
}
