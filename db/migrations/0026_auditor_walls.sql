DO $$
DECLARE
  walled text;
BEGIN
  FOREACH walled IN ARRAY ARRAY['auditor_run', 'finding'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', walled);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', walled);
    EXECUTE format(
      'CREATE POLICY one_workspace ON public.%I TO dunwell_app USING (workspace_id = current_workspace()) WITH CHECK (workspace_id = current_workspace())',
      walled);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON public.%I TO dunwell_app', walled);
  END LOOP;
END $$;
