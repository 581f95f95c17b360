import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

describe('an automated run', () => {
  it('passes when each test passed, and its last line is the count', async () => {
    const run = await runSuite({ minimum: 2, tests: `it('a', () => {}); it('b', () => {});` });
    expect(run).toEqual({ code: 0, lines: ['2 passed, 0 failed'] });
  });

  it('says which line to commit when the suite grew', async () => {
    const run = await runSuite({ minimum: 1, tests: `it('a', () => {}); it('b', () => {});` });
    expect(run.code).toBe(0);
    expect(run.lines[0]).toMatch(
      /grew from 1 to 2 tests; to commit: echo 2 > test\/support\/reporter\/minimum/,
    );
  });

  it('fails when fewer tests ran than the committed minimum', async () => {
    const run = await runSuite({ minimum: 3, tests: `it('a', () => {}); it('b', () => {});` });
    expect(run.code).not.toBe(0);
    expect(run.lines).toEqual([
      expect.stringMatching(/2 tests ran, and at least 3 must/),
      '2 passed, 0 failed',
    ]);
  });

  it('fails on whatever was skipped, and names it', async () => {
    const forms = [
      `it.skip('b', () => {});`,
      `it.todo('c');`,
      `describe.skip('d', () => { it('e', () => {}); });`,
      `it.skipIf(true)('f', () => {});`,
      `it.runIf(false)('g', () => {});`,
      `it('h', ({ skip }) => skip());`,
    ];
    const run = await runSuite({ minimum: 1, tests: `it('a', () => {}); ${forms.join('\n')}` });
    expect(run.code).not.toBe(0);
    const names = ['b', 'c', 'd > e', 'f', 'g', 'h'];
    expect(run.lines).toEqual([
      ...names.map((name) => `FAULT skipped: a.test.ts > ${name}`),
      '1 passed, 0 failed, 6 skipped',
    ]);
  });

  it('fails on one skipped test alone', async () => {
    const run = await runSuite({ minimum: 0, tests: `it('a', () => {}); it.skip('b', () => {});` });
    expect(run.code).not.toBe(0);
  });

  it('fails on it.only', async () => {
    const run = await runSuite({ minimum: 1, tests: `it.only('a', () => {}); it('b', () => {});` });
    expect(run.code).not.toBe(0);
  });

  it('counts a failed test', async () => {
    const run = await runSuite({
      minimum: 1,
      tests: `it('a', () => {}); it('b', () => { throw new Error('no'); });`,
    });
    expect(run.code).not.toBe(0);
    expect(run.lines.at(-1)).toBe('1 passed, 1 failed');
  });

  it('counts a file that breaks while it loads', async () => {
    const run = await runSuite({ minimum: 0, tests: `it('a', () => {}); throw new Error('broken');` });
    expect(run.code).not.toBe(0);
    expect(run.lines.at(-1)).toBe('0 passed, 1 failed');
  });

  it('counts a suite that breaks before its tests', async () => {
    const tests = `describe('s', () => { beforeAll(() => { throw new Error('no'); }); it('a', () => {}); });`;
    const run = await runSuite({ minimum: 0, tests });
    expect(run.code).not.toBe(0);
    expect(run.lines.at(-1)).toMatch(/^0 passed, 1 failed/);
  });

  it('keeps the count last when the teardown talks', async () => {
    const run = await runSuite({
      minimum: 1,
      tests: `it('a', () => {});`,
      teardown: `console.log('stopping')`,
    });
    expect(run).toEqual({ code: 0, lines: ['1 passed, 0 failed'] });
  });

  it('does not start with a minimum that is no number', async () => {
    const run = await runSuite({ minimum: 'many', tests: `it('a', () => {});` });
    expect(run.code).not.toBe(0);
  });
});

interface Suite {
  readonly minimum: number | string;
  readonly tests: string;
  readonly teardown?: string;
}

/** Runs vitest on a project of one file; gives its exit code and its last lines, after the last empty one. */
async function runSuite({ minimum, tests, teardown = '' }: Suite) {
  const folder = mkdtempSync(join(tmpdir(), 'dunwell-reporter-'));
  folders.push(folder);
  writeFileSync(join(folder, 'minimum'), `${minimum}\n`);
  writeFileSync(join(folder, 'setup.ts'), `export function teardown() { ${teardown} }`);
  writeFileSync(
    join(folder, 'a.test.ts'),
    `const { beforeAll, describe, it } = globalThis as never;\n${tests}`,
  );
  writeFileSync(join(folder, 'vitest.config.ts'), configOf(folder));
  const { code, output } = await vitest(folder);
  return {
    code,
    lines:
      output
        .trimEnd()
        .split(/\n{2,}/)
        .at(-1)
        ?.split('\n') ?? [],
  };
}

function configOf(folder: string): string {
  const reporter = join(root, 'test/support/reporter/strict.ts');
  const minimum = JSON.stringify(join(folder, 'minimum'));
  return `import { pathToFileURL } from 'node:url';
    import { strictReporter } from ${JSON.stringify(reporter)};
    export default { test: { globals: true, globalSetup: './setup.ts', cache: false,
      reporters: ['default', strictReporter(pathToFileURL(${minimum}))] } };`;
}

async function vitest(folder: string): Promise<{ readonly code: number | null; readonly output: string }> {
  const program = join(root, 'node_modules/vitest/vitest.mjs');
  const env = { ...process.env, CI: 'true', NO_COLOR: '1' };
  const child = spawn(process.execPath, [program, 'run', '--root', folder], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, output })));
}
