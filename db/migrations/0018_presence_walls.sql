-- When the engine last looked belongs to one workspace like every row; the waker sees that it is long ago, so that it has it look.
DO $$
DECLARE
  walled text;
BEGIN
  FOREACH walled IN ARRAY ARRAY['pulse', 'outage'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', walled);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', walled);
    EXECUTE format(
      'CREATE POLICY one_workspace ON public.%I TO dunwell_app USING (workspace_id = current_workspace()) WITH CHECK (workspace_id = current_workspace())',
      walled);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON public.%I TO dunwell_app', walled);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE POLICY waker_sees_all ON pulse FOR SELECT TO dunwell_wake USING (true);
--> statement-breakpoint
GRANT SELECT (workspace_id, ticked_at) ON pulse TO dunwell_wake;
--> statement-breakpoint
-- A message that is held until somebody's morning is due by the business clock.
GRANT SELECT (hold_until) ON outbox TO dunwell_wake;
