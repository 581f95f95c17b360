ALTER TABLE import_layout ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE import_layout FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY one_workspace ON import_layout TO dunwell_app USING (workspace_id = current_workspace()) WITH CHECK (workspace_id = current_workspace());
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON import_layout TO dunwell_app;
