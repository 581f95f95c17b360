import type { TestProject } from 'vitest/node';
import { provision, type ServingUrls } from '../../../db/provision.ts';
import { prepareQueue } from '../../../jobs/prepare.ts';
import { announceFor } from './announce-for.ts';
import { removeLeftovers, startThrowaway, type Throwaway } from './throwaway.ts';

/** What the test files are told about the cluster of this run; its database `dunwell` is the template. */
export type TestCluster =
  ({ readonly superuserUrl: string; readonly ownerUrl: string } & ServingUrls) | { readonly broken: string };

declare module 'vitest' {
  interface ProvidedContext {
    postgres: TestCluster;
  }
}

/** One cluster per run, migrated once. A migration that fails, fails the tests that need a database and no others. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await removeLeftovers();
  const throwaway = await startThrowaway();
  project.provide('postgres', await template(throwaway));
  return throwaway.remove;
}

async function template({ server: { superuserUrl, ownerUrl } }: Throwaway): Promise<TestCluster> {
  try {
    const serving = await provision(ownerUrl);
    await prepareQueue(ownerUrl);
    await announceFor(ownerUrl, 0);
    return { superuserUrl, ownerUrl, ...serving };
  } catch (error) {
    return { broken: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
