DO $$
DECLARE
  walled text;
BEGIN
  FOREACH walled IN ARRAY ARRAY['bank_file', 'bank_line', 'customer_iban']
  LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', walled);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', walled);
    EXECUTE format(
      'CREATE POLICY one_workspace ON public.%I TO dunwell_app USING (workspace_id = current_workspace()) WITH CHECK (workspace_id = current_workspace())',
      walled);
  END LOOP;
END $$;
--> statement-breakpoint
-- What a bank said stays: files and lines change what became of them, and are never taken away.
GRANT SELECT, INSERT, UPDATE ON bank_file, bank_line TO dunwell_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON customer_iban TO dunwell_app;
