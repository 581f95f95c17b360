import { onOneConnection } from '../../../db/session.ts';

/**
 * Takes enforcement out of a database that only a test has: a call stays with whoever forgot it, because its deadline
 * does not come, and the ladder of its case stands still until somebody records an outcome, as other products do.
 */
export async function removeEnforcement(ownerUrl: string): Promise<void> {
  await onOneConnection(ownerUrl, async (sql) => {
    await sql.unsafe(withoutDeadlines);
    await sql.unsafe(withoutAdvance);
  });
}

const withoutDeadlines = `
  create function without_deadline() returns trigger language plpgsql as $$
  begin
    new.deadline_at := new.due_at + interval '1 year';
    return new;
  end $$;
  create trigger without_deadline before insert or update on task
    for each row when (new.kind = 'call') execute function without_deadline()`;

/** A case is looked at for the first nudge of an open call, and then no more. */
const withoutAdvance = `
  create function without_advance() returns trigger language plpgsql as $$
  declare
    open_call task;
  begin
    select * into open_call from task t
      where t.workspace_id = new.workspace_id and t.case_id = new.id and t.kind = 'call' and t.status = 'open';
    if found then
      new.wake_at := case when open_call.nudges_spent = 0 then open_call.due_at end;
    end if;
    return new;
  end $$;
  create trigger without_advance before update of wake_at on "case"
    for each row execute function without_advance()`;
