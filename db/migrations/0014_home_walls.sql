-- A Home belongs to one workspace like every row; the waker sees that one is stale, never whose or what it shows.
ALTER TABLE home ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE home FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY one_workspace ON home TO dunwell_app USING (workspace_id = current_workspace()) WITH CHECK (workspace_id = current_workspace());
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON home TO dunwell_app;
--> statement-breakpoint
CREATE POLICY waker_sees_all ON home FOR SELECT TO dunwell_wake USING (true);
--> statement-breakpoint
GRANT SELECT (workspace_id, wanted, shown, parked, not_before, claimed_until) ON home TO dunwell_wake;
