import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Builds the local workspace's page next to the compiled server, which serves it as plain files. */
export default defineConfig({
  root: 'src/workspace/page',
  base: './',
  plugins: [react()],
  build: {
    outDir: '../../../dist/src/workspace/page',
    emptyOutDir: true,
    // The server's policy forbids inline scripts, and vite would inline this small one.
    modulePreload: { polyfill: false },
    // How long a slow machine took is no news to whoever types npm start.
    rolldownOptions: { checks: { bundlerTimings: false } },
  },
});
