import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startCluster } from './cluster.ts';
import { readOptions } from './options.ts';
import type { Findings } from './oracle/judge.ts';
import { reportOf } from './oracle/report.ts';
import { callsByMonth } from './picture.ts';
import { replay } from './replay.ts';
import { failuresOf } from './verdict.ts';

/** Replays a ledger once for each seed and habit of forgetting. Fails when anything that must be nothing is not: see verdict.ts. */
const { seeds, forget: habits, out, ...rest } = readOptions(process.argv.slice(2));
const cluster = await startCluster();
try {
  for (const seed of seeds) for (const forget of habits) await once(seed, forget);
} finally {
  await cluster.stop();
}

async function once(seed: number, forget: number): Promise<void> {
  const started = performance.now();
  const keepIn = folderFor(`seed-${seed}-forget-${forget}`);
  const database = await cluster.database();
  const findings = await replay(database, { ...rest, seed, forget, ...(keepIn && { keepIn }) });
  await database.drop();
  const seconds = Math.round((performance.now() - started) / 1_000);
  const report = `seed ${seed}, forget ${forget}, enforcement ${rest.enforced ? 'on' : 'off'}: ${rest.from} to ${rest.to}, ${seconds} s, messages ${findings.log.fingerprint}\n${reportOf(findings)}\n`;
  process.stdout.write(`\n${report}`);
  if (keepIn !== undefined) await write(keepIn, report, findings);
  for (const failure of failuresOf(findings, {
    forget,
    enforced: rest.enforced,
    eventful: rest.ledger.eventful,
  })) {
    process.stdout.write(`FAILED seed ${seed}, forget ${forget}: ${failure}\n`);
    process.exitCode = 1;
  }
}

function folderFor(name: string): string | undefined {
  if (out === undefined) return undefined;
  const folder = join(out, name);
  mkdirSync(folder, { recursive: true });
  return folder;
}

async function write(folder: string, report: string, findings: Findings): Promise<void> {
  writeFileSync(join(folder, 'report.txt'), report);
  writeFileSync(join(folder, 'calls.png'), await callsByMonth(findings).draw());
}
