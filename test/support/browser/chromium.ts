import { existsSync } from 'node:fs';
import { type BrowserContext, chromium } from 'playwright-core';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** A Chromium of this machine; without one the tests that need it are skipped, said aloud. Nothing is downloaded. */
export function findChromium(): string | undefined {
  const found = places.find((path) => existsSync(path));
  if (found === undefined)
    process.stderr.write('\n  No Chromium is installed (Debian: chromium): the browser tests are SKIPPED.\n');
  return found;
}

/** A window with a profile of its own, as wide as a laptop's. As root it needs no sandbox; the rest stays at home. */
export function openChromium(executablePath: string, profile: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, {
    executablePath,
    viewport: { width: 1280, height: 860 },
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
