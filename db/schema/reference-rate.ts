import { foreignKey, integer, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import { seriesNames } from '../../src/core/interest/series.ts';
import { day, id, instant, ref, workspaceId } from './columns.ts';
import { member } from './member.ts';

/** A reference rate that an admin added, because it was published after this version of Dunwell. */
export const referenceRate = pgTable(
  'reference_rate',
  {
    workspaceId: workspaceId(),
    id: id(),
    series: text('series', { enum: seriesNames }).notNull(),
    /** The half-year for which it holds: its 1 January or 1 July. */
    validFrom: day('valid_from').notNull(),
    /** Millionths: 2.15 % is 21,500. */
    millionths: integer('millionths').notNull(),
    /** Where it was published. */
    source: text('source').notNull(),
    addedBy: ref('added_by').notNull(),
    addedAt: instant('added_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique('reference_rate_half_year').on(t.workspaceId, t.series, t.validFrom),
    foreignKey({ columns: [t.workspaceId, t.addedBy], foreignColumns: [member.workspaceId, member.id] }),
  ],
);

export type ReferenceRateRow = typeof referenceRate.$inferSelect;
