import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { inspect } from 'node:util';
import { Command } from 'commander';
import { importInto, type ImportAnswers } from './compose/import-file.ts';
import { createLog } from './compose/log.ts';
import { compose, type Dunwell } from './compose.ts';
import { readConfig } from './config.ts';
import { DomainError } from './core/error.ts';

/** Longer than every request that may be under way. */
const stopMilliseconds = 20_000;

const program = new Command('dunwell').description('Chat-ops for collections teams');

program
  .command('start', { isDefault: true })
  .description('start Dunwell')
  .action(() => run(start));

program
  .command('import')
  .description('import an open-items file without chat, while Dunwell is stopped or running elsewhere')
  .argument('<file>', 'CSV file of open items')
  .requiredOption('--as-of <day>', 'the day of the export, such as 2020-04-20')
  .option('--currency <code>', 'currency of the amounts, if the file does not say')
  .option('--country <code>', 'country of the customers, if the file does not say')
  .action((file: string, answers: ImportAnswers) => run(() => importFile(file, answers)));

await program.parseAsync();

/** An expected failure is one clear sentence; anything else is a fault and shows where it came from. */
async function run(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const expected = error instanceof DomainError;
    process.stderr.write(`${expected ? `Dunwell: ${error.message}` : inspect(error)}\n`);
    process.exitCode = 1;
  }
}

async function start(): Promise<void> {
  const config = readConfig();
  const starting = compose(config, createLog(config.logLevel));
  const asked = stopOnSignal(starting);
  const dunwell = await starting;
  if (asked.toStop) return;
  say(
    dunwell.local === undefined
      ? 'Dunwell is running and connected. Stop it with Ctrl-C.'
      : `Dunwell is running. Open ${dunwell.local.workspace.pageUrl}\nThe link carries the start-up token: whoever has it can act as anybody here. Stop with Ctrl-C.`,
  );
}

/** From the first moment on: what is started half would else be left running, its Postgres before all. */
function stopOnSignal(starting: Promise<Dunwell>): { readonly toStop: boolean } {
  const asked = { toStop: false };
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      asked.toStop = true;
      say('Stopping…');
      stopWithin(starting)
        .finally(() => process.exit())
        .catch(() => undefined);
    });
  return asked;
}

/** A handler that hangs must not keep a service manager waiting; what it was doing is found at the next start. */
async function stopWithin(starting: Promise<Dunwell>): Promise<void> {
  const stopped = starting.then((dunwell) => dunwell.stop());
  await Promise.race([stopped, setTimeout(stopMilliseconds)]);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function importFile(file: string, answers: ImportAnswers): Promise<void> {
  const config = readConfig();
  const bytes = readGiven(file);
  say(await importInto(config, createLog('warn'), { name: file, bytes }, answers));
}

function readGiven(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DomainError('invalid', `"${file}" cannot be read (${reason}): give the path of a file.`);
  }
}
