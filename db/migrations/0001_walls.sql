-- Three roles. The owner runs this file; the application reads and writes one workspace at a time behind row-level
-- security; the waker finds due work across workspaces and sees nothing else. Roles belong to the whole cluster, so
-- another database's migration may have made them already.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'dunwell_app') THEN
    CREATE ROLE dunwell_app NOLOGIN NOSUPERUSER NOBYPASSRLS;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
--> statement-breakpoint
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'dunwell_wake') THEN
    CREATE ROLE dunwell_wake NOLOGIN NOSUPERUSER NOBYPASSRLS;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO dunwell_app, dunwell_wake;
--> statement-breakpoint
-- Tenants are walls: outside a transaction that named its workspace, a table looks empty and takes nothing.
CREATE FUNCTION current_workspace() RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('dunwell.workspace', true), '')::bigint $$;
--> statement-breakpoint
DO $$
DECLARE
  walled text;
BEGIN
  FOR walled IN
    SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = 'public' AND c.relkind = 'r' AND c.relname <> 'workspace'
  LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', walled);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', walled);
    EXECUTE format(
      'CREATE POLICY one_workspace ON public.%I TO dunwell_app USING (workspace_id = current_workspace()) WITH CHECK (workspace_id = current_workspace())',
      walled);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON public.%I TO dunwell_app', walled);
  END LOOP;
END $$;
--> statement-breakpoint
ALTER TABLE workspace ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE workspace FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY one_workspace ON workspace TO dunwell_app USING (id = current_workspace()) WITH CHECK (id = current_workspace());
--> statement-breakpoint
GRANT SELECT, UPDATE ON workspace TO dunwell_app;
--> statement-breakpoint
-- A workspace is opened before anybody can name its id, so this one insert is a function of the owner's.
CREATE POLICY opened_by_owner ON workspace TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE FUNCTION open_workspace(
  of_platform text, of_team text, called text, in_country text, in_zone text, with_date_order text
) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  found bigint;
BEGIN
  INSERT INTO public.workspace (platform, team_id, name, country, zone, date_order)
  VALUES (of_platform, of_team, called, in_country, in_zone, with_date_order)
  ON CONFLICT (platform, team_id) DO NOTHING;
  SELECT id INTO found FROM public.workspace WHERE platform = of_platform AND team_id = of_team;
  RETURN found;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION open_workspace FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION open_workspace TO dunwell_app;
--> statement-breakpoint
-- The ledger and the audit are append-only: corrections are reversals, and nobody edits history.
REVOKE UPDATE, DELETE ON posting, audit FROM dunwell_app;
--> statement-breakpoint
-- The wake index: when something is due and where, never what or for whom.
CREATE POLICY waker_sees_all ON workspace FOR SELECT TO dunwell_wake USING (true);
--> statement-breakpoint
GRANT SELECT (id, platform, team_id, clock_offset_ms) ON workspace TO dunwell_wake;
--> statement-breakpoint
CREATE POLICY waker_sees_all ON "case" FOR SELECT TO dunwell_wake USING (true);
--> statement-breakpoint
GRANT SELECT (workspace_id, wake_at) ON "case" TO dunwell_wake;
--> statement-breakpoint
CREATE POLICY waker_sees_all ON routine FOR SELECT TO dunwell_wake USING (true);
--> statement-breakpoint
GRANT SELECT (workspace_id, next_at) ON routine TO dunwell_wake;
--> statement-breakpoint
CREATE POLICY waker_sees_all ON outbox FOR SELECT TO dunwell_wake USING (true);
--> statement-breakpoint
GRANT SELECT (workspace_id, status, not_before, claimed_until) ON outbox TO dunwell_wake;
--> statement-breakpoint
CREATE POLICY waker_sees_all ON card FOR SELECT TO dunwell_wake USING (true);
--> statement-breakpoint
GRANT SELECT (workspace_id, wanted, shown, parked, not_before) ON card TO dunwell_wake;
--> statement-breakpoint
CREATE POLICY waker_sees_all ON import FOR SELECT TO dunwell_wake USING (true);
--> statement-breakpoint
GRANT SELECT (workspace_id, id, status) ON import TO dunwell_wake;
