import { readFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';
import { judge, readMinimum, type Counts } from './verdict.ts';

/**
 * The reporter of an automated run, after the ordinary one: it fails the run on skips and on a suite that shrank,
 * and its count is the very last line, behind whatever the teardown prints.
 */
export function strictReporter(minimumFile = new URL('minimum', import.meta.url)): Reporter {
  const minimum = readMinimum(readFileSync(minimumFile, 'utf8'));
  return {
    onTestRunEnd: (modules) => {
      const verdict = judge(count(modules), minimum);
      const lines = [...verdict.faults.map((fault) => `FAULT ${fault}`), ...verdict.hints, verdict.line];
      if (verdict.faults.length > 0) process.exitCode = 1;
      process.once('exit', () => process.stdout.write(`\n${lines.join('\n')}\n`));
    },
  };
}

function count(modules: readonly TestModule[]): Counts {
  const tests = modules.flatMap((module) => [...module.children.allTests()]);
  const inState = (state: string) => tests.filter((test) => test.result().state === state);
  const broken = modules.flatMap((module) => [module, ...module.children.allSuites()]);
  return {
    passed: inState('passed').length,
    failed: inState('failed').length + broken.filter((each) => each.errors().length > 0).length,
    skipped: inState('skipped').map((test) => `${test.module.relativeModuleId} > ${test.fullName}`),
  };
}
