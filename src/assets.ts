import { cpSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Copies what the build leaves behind but the program reads: migrations and ladders. Run from the built file. */
const root = new URL('../../', import.meta.url);

copy('db/migrations', ({ dist }) => rmSync(dist, { recursive: true, force: true }));
copy('src/ladders');

function copy(folder: string, before: (at: { readonly dist: string }) => void = () => undefined): void {
  const dist = fileURLToPath(new URL(`dist/${folder}`, root));
  before({ dist });
  cpSync(fileURLToPath(new URL(folder, root)), dist, {
    recursive: true,
    filter: (path) => !path.endsWith('.ts'),
  });
}
