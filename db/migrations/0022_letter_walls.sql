DO $$
DECLARE
  walled text;
BEGIN
  FOREACH walled IN ARRAY ARRAY['announcement', 'letter_hold'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', walled);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', walled);
    EXECUTE format(
      'CREATE POLICY one_workspace ON public.%I TO dunwell_app USING (workspace_id = current_workspace()) WITH CHECK (workspace_id = current_workspace())',
      walled);
  END LOOP;
END $$;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON public.announcement TO dunwell_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON public.letter_hold TO dunwell_app;
