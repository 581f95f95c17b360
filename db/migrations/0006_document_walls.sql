-- Papers are behind the same wall as what they belong to.
ALTER TABLE document ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE document FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY one_workspace ON document TO dunwell_app USING (workspace_id = current_workspace()) WITH CHECK (workspace_id = current_workspace());
--> statement-breakpoint
-- A paper that a letter enclosed is evidence: it is added, and never changed or taken away.
GRANT SELECT, INSERT ON document TO dunwell_app;
