import type { Decision } from '../../core/dunning/decision.ts';
import type { CaseFile } from '../case/file.ts';

/** A case and what was decided about it at this moment. */
export interface Judged<D extends Decision = Decision> {
  readonly file: CaseFile;
  readonly decision: D;
}

type Kind = Decision['kind'];

/** A case about which one of these kinds of things was decided. */
export type JudgedTo<K extends Kind> = Judged<Extract<Decision, { kind: K }>>;

/** Those for which one of these kinds of things was decided. */
export function judgedTo<K extends Kind>(
  judged: readonly Judged[],
  ...kinds: readonly K[]
): readonly JudgedTo<K>[] {
  return judged.filter((one): one is JudgedTo<K> => kinds.some((kind) => kind === one.decision.kind));
}

export const caseIdOf = ({ file }: Judged): number => file.facts.caseId;
