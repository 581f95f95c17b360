import { isMap, isPair, isScalar, LineCounter, type Document, parseDocument } from 'yaml';
import { type Fault, placeWords } from './fault.ts';
import type { Ladder } from './ladder.ts';
import { ladderReading, refusedLadder } from './read-ladder.ts';

/**
 * Reads a ladder from a YAML file.
 * @throws DomainError `invalid`, naming every fault with its line and field: `line 14, step 4, offset: …`.
 */
export function readLadderYaml(text: string): Ladder {
  const lines = new LineCounter();
  const file = parseDocument(text, { lineCounter: lines });
  if (file.errors.length > 0)
    throw refusedLadder(
      file.errors.map(({ linePos, message }) => `line ${linePos?.[0].line ?? 1}: ${firstLine(message)}`),
    );
  const reading = ladderReading(file.toJS());
  if ('ladder' in reading) return reading.ladder;
  throw refusedLadder(inOrder(reading.faults.map((fault) => located(file, lines, fault))));
}

interface Located {
  readonly line: number;
  readonly says: string;
}

function located(file: Document, lines: LineCounter, { path, message }: Fault): Located {
  const line = lines.linePos(startOf(file, path)).line;
  return { line, says: `line ${line}, ${placeWords(path)}: ${message}` };
}

function inOrder(located: readonly Located[]): readonly string[] {
  return located.toSorted((a, b) => a.line - b.line).map(({ says }) => says);
}

/** Where a field's name stands; of a field that is missing, where that which lacks it begins. */
function startOf(file: Document, path: Fault['path']): number {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const start = startOfField(file, path.slice(0, depth));
    if (start !== undefined) return start;
  }
  return 0;
}

function startOfField(file: Document, path: Fault['path']): number | undefined {
  const [last] = path.slice(-1);
  const parent = path.length === 1 ? file.contents : file.getIn(path.slice(0, -1), true);
  if (isMap(parent)) {
    const pair = parent.items.find(({ key }) => isScalar(key) && key.value === last);
    if (isPair(pair) && isScalar(pair.key)) return pair.key.range?.[0];
  }
  const node = file.getIn(path, true);
  return rangeOf(node)?.[0];
}

function rangeOf(node: unknown): readonly number[] | undefined {
  if (typeof node !== 'object' || node === null || !('range' in node)) return undefined;
  return Array.isArray(node.range) ? node.range : undefined;
}

/** The rest of what the parser says draws the line. */
const firstLine = (message: string): string =>
  message.split('\n', 1)[0]?.replace(/ at line \d+.*$/, '') ?? '';
