import { cpSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Copies what the build leaves behind but the program reads: the migrations. Run from the built file. */
const root = new URL('../../', import.meta.url);
const from = fileURLToPath(new URL('db/migrations', root));
const to = fileURLToPath(new URL('dist/db/migrations', root));

rmSync(to, { recursive: true, force: true });
cpSync(from, to, { recursive: true });
