import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

/**
 * The replays that every change must pass: two years each, of a ledger rich in disputes, plans, pauses, part
 * payments, currencies and countries, and of a plain one with people who forget nothing, half and everything, and with
 * those who forget half but without enforcement. Each is a process of its own, as many at a time as there are processors.
 */
const runs: readonly (readonly string[])[] = [
  ['--ledger', 'rich', '--forget', '0.5', '--seed', '3'],
  ['--customers', '6', '--forget', '0.5', '--seed', '7'],
  ['--customers', '6', '--forget', '0', '--seed', '7'],
  ['--customers', '6', '--forget', '1', '--seed', '11'],
  ['--customers', '6', '--forget', '0.5', '--seed', '7', '--enforcement', 'off'],
];

const everyRun = ['--from', '2012-01-03', '--to', '2013-12-31'];
const main = fileURLToPath(new URL('main.js', import.meta.url));

/** Several times what they take. A run that hangs must not hold up whoever waits for the check. */
const patienceMs = 30 * 60_000;

const waiting = [...runs];
await Promise.all(Array.from({ length: availableParallelism() }, work));

async function work(): Promise<void> {
  for (let run = waiting.shift(); run !== undefined; run = waiting.shift()) {
    const { code, said } = await replayed([...everyRun, ...run]);
    process.stdout.write(said);
    if (code === 0) continue;
    process.stdout.write(`FAILED replay ${run.join(' ')}: ${code ?? 'ended by force'}\n`);
    process.exitCode = 1;
  }
}

/** What it said is kept until it ends: reports of two runs must not mix. */
function replayed(args: readonly string[]): Promise<{ readonly code: number | null; readonly said: string }> {
  const child = spawn(process.execPath, [main, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: patienceMs,
  });
  const parts: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => parts.push(part));
  return new Promise((done, failed) => {
    child.once('error', failed);
    child.once('close', (code) => done({ code, said: Buffer.concat(parts).toString() }));
  });
}
