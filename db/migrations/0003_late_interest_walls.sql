ALTER TABLE reference_rate ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE reference_rate FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY one_workspace ON reference_rate TO dunwell_app USING (workspace_id = current_workspace()) WITH CHECK (workspace_id = current_workspace());
--> statement-breakpoint
-- A rate that was added wrongly is corrected in its row; the audit keeps what it was. Nobody takes one away.
GRANT SELECT, INSERT, UPDATE ON reference_rate TO dunwell_app;
