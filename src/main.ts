import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { importInto, type ImportAnswers } from './compose/import-file.ts';
import { createLog } from './compose/log.ts';
import { compose, type Dunwell } from './compose.ts';
import { readConfig } from './config.ts';

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
    const expected = error instanceof Error && error.name === 'DomainError';
    console.error(expected ? `Dunwell: ${error.message}` : error);
    process.exitCode = 1;
  }
}

async function start(): Promise<void> {
  const config = readConfig();
  const dunwell = await compose(config, createLog(config.logLevel));
  stopOnSignal(dunwell);
  console.log(
    dunwell.local === undefined
      ? 'Dunwell is running and connected. Stop it with Ctrl-C.'
      : `Dunwell is running. Open ${dunwell.local.workspace.pageUrl}\nThe link carries the start-up token: whoever has it can act as anybody here. Stop with Ctrl-C.`,
  );
}

function stopOnSignal(dunwell: Dunwell): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      void dunwell.stop().then(() => process.exit(0));
    });
}

async function importFile(file: string, answers: ImportAnswers): Promise<void> {
  const config = readConfig();
  const bytes = readFileSync(file);
  console.log(await importInto(config, createLog('warn'), { name: file, bytes }, answers));
}
