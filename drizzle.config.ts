import { defineConfig } from 'drizzle-kit';

/** `npx drizzle-kit generate --name why` writes the next migration; roles, policies and grants use `--custom`. */
export default defineConfig({
  dialect: 'postgresql',
  schema: './db/schema/index.ts',
  out: './db/migrations',
});
