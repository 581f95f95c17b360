ALTER TABLE ladder_rule ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE ladder_rule FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY one_workspace ON ladder_rule TO dunwell_app
  USING (workspace_id = current_workspace()) WITH CHECK (workspace_id = current_workspace());
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON ladder_rule TO dunwell_app;
--> statement-breakpoint
-- A version never changes once it is written: running cases keep what they started with.
REVOKE UPDATE, DELETE ON ladder FROM dunwell_app;
