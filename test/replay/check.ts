import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

const twoYears = ['--from', '2012-01-03', '--to', '2013-12-31', '--customers', '6'];
const fourMonths = ['--from', '2012-01-03', '--to', '2012-05-04', '--ledger', 'rich'];
const halfAYear = ['--from', '2012-01-03', '--to', '2012-06-29', '--customers', '6'];

/**
 * The replays that every change must pass: two years of a plain ledger and four months of one rich in disputes, plans,
 * pauses, part payments, currencies and countries, whose days cost four times as much, each with people who forget
 * nothing, half and everything; and half a year without enforcement. The longest come first. Each is a process of its
 * own, as many at a time as there are processors.
 */
const runs: readonly (readonly string[])[] = [
  [...twoYears, '--forget', '0', '--seed', '7'],
  [...twoYears, '--forget', '0.5', '--seed', '7'],
  [...twoYears, '--forget', '1', '--seed', '11'],
  [...fourMonths, '--forget', '0', '--seed', '3'],
  [...fourMonths, '--forget', '0.5', '--seed', '7'],
  [...fourMonths, '--forget', '1', '--seed', '5'],
  [...halfAYear, '--forget', '0.5', '--seed', '7', '--enforcement', 'off'],
];

const main = fileURLToPath(new URL('main.js', import.meta.url));

/** Several times what they take. A run that hangs must not hold up whoever waits for the check. */
const patienceMs = 30 * 60_000;

const waiting = [...runs];
await Promise.all(Array.from({ length: availableParallelism() }, work));

async function work(): Promise<void> {
  for (let run = waiting.shift(); run !== undefined; run = waiting.shift()) {
    const { code, said } = await replayed(run);
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
