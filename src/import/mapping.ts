import type { Confidence, Field } from './column-names.ts';
import type { NameMatch } from './columns.ts';
import type { Column } from './rows.ts';

export interface MappedColumn {
  /** Position in the row, from 0. */
  readonly column: number;
  readonly header: string;
  /** `chosen`: a person said so. */
  readonly confidence: Confidence | 'chosen';
}

export type Mapping = Readonly<Partial<Record<Field, MappedColumn>>>;

/** A column whose name and values fit a field. */
export interface Candidate {
  readonly column: Column;
  readonly match: NameMatch;
}
