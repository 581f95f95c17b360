DO $$
DECLARE
  walled text;
BEGIN
  FOREACH walled IN ARRAY ARRAY['approval_vote', 'approval_asked', 'write_off', 'write_off_invoice', 'fee_waiver', 'fee_waiver_invoice'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', walled);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', walled);
    EXECUTE format(
      'CREATE POLICY one_workspace ON public.%I TO dunwell_app USING (workspace_id = current_workspace()) WITH CHECK (workspace_id = current_workspace())',
      walled);
    EXECUTE format('GRANT SELECT, INSERT ON public.%I TO dunwell_app', walled);
  END LOOP;
END $$;
--> statement-breakpoint
-- Who agreed and which invoices were named stays as it was; only what became of the proposal changes.
GRANT UPDATE ON write_off, fee_waiver TO dunwell_app;
