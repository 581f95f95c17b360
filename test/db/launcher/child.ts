import { startEmbeddedPostgres } from '../../../db/launcher/start.ts';
import { silent, unsynced } from '../../support/postgres/throwaway.ts';

/** What a process of its own made of the start. It lives on, and holds the data folder, until it is killed. */
export type Answer =
  | { readonly ownerUrl: string; readonly port: number; readonly adopted: boolean }
  | { readonly refused: string };

const folder = process.argv.at(-1) ?? '';
process.send?.(await answer());

async function answer(): Promise<Answer> {
  try {
    const { ownerUrl, port, adopted } = await startEmbeddedPostgres({ folder, log: silent, ...unsynced });
    return { ownerUrl, port, adopted };
  } catch (error) {
    return { refused: String(error) };
  }
}
