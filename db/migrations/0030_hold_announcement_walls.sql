-- An announcement belongs to one workspace like every row; the waker sees that one is due, never what it says.
ALTER TABLE hold_announcement ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE hold_announcement FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY one_workspace ON hold_announcement TO dunwell_app USING (workspace_id = current_workspace()) WITH CHECK (workspace_id = current_workspace());
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON hold_announcement TO dunwell_app;
--> statement-breakpoint
CREATE POLICY waker_sees_all ON hold_announcement FOR SELECT TO dunwell_wake USING (true);
--> statement-breakpoint
GRANT SELECT (workspace_id, status, not_before, claimed_until) ON hold_announcement TO dunwell_wake;
