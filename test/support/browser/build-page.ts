import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/**
 * Builds the local workspace's page to where `npm start` does, because that is where the server looks when the source
 * itself runs; always anew, so that it is the page of this source. Or to a folder of the test's own: two builds into one
 * folder would take each other's files away.
 */
export async function buildPage(folder?: string): Promise<void> {
  const root = new URL('../../../', import.meta.url);
  await build({
    configFile: fileURLToPath(new URL('vite.config.ts', root)),
    root: fileURLToPath(new URL('src/workspace/page', root)),
    logLevel: 'error',
    ...(folder === undefined ? {} : { build: { outDir: folder, emptyOutDir: true } }),
  });
}
