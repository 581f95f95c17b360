import { boolean, foreignKey, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import { id, ref, workspaceId } from './columns.ts';
import { workspace } from './workspace.ts';

export const roles = ['rep', 'lead', 'manager', 'finance', 'legal', 'admin'] as const;
export type Role = (typeof roles)[number];

/** A person of the workspace, with the hours and the country they work in. */
export const member = pgTable(
  'member',
  {
    workspaceId: workspaceId().references(() => workspace.id),
    id: id(),
    userId: text('user_id').notNull(),
    name: text('name').notNull(),
    roles: text('roles').array().$type<Role[]>().notNull(),
    leadId: ref('lead_id'),
    managerId: ref('manager_id'),
    deputyId: ref('deputy_id'),
    country: text('country').notNull(),
    region: text('region'),
    zone: text('zone').notNull(),
    worksFrom: text('works_from').notNull().default('09:00'),
    worksTo: text('works_to').notNull().default('17:00'),
    active: boolean('active').notNull().default(true),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique('member_user').on(t.workspaceId, t.userId),
    foreignKey({ columns: [t.workspaceId, t.leadId], foreignColumns: [t.workspaceId, t.id] }),
    foreignKey({ columns: [t.workspaceId, t.managerId], foreignColumns: [t.workspaceId, t.id] }),
    foreignKey({ columns: [t.workspaceId, t.deputyId], foreignColumns: [t.workspaceId, t.id] }),
  ],
);

export type MemberRow = typeof member.$inferSelect;
