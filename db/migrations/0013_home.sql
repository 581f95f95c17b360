CREATE TABLE "home" (
	"workspace_id" bigint NOT NULL,
	"member_id" bigint NOT NULL,
	"wanted" integer DEFAULT 1 NOT NULL,
	"shown" integer DEFAULT 0 NOT NULL,
	"parked" boolean DEFAULT false NOT NULL,
	"not_before" timestamp with time zone NOT NULL,
	"claimed_until" timestamp with time zone,
	"fingerprint" text,
	"platform_hash" text,
	CONSTRAINT "home_workspace_id_member_id_pk" PRIMARY KEY("workspace_id","member_id")
);
--> statement-breakpoint
ALTER TABLE "workspace" ADD COLUMN "message_link" text;--> statement-breakpoint
ALTER TABLE "home" ADD CONSTRAINT "home_workspace_id_member_id_member_workspace_id_id_fk" FOREIGN KEY ("workspace_id","member_id") REFERENCES "public"."member"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "home_stale" ON "home" USING btree ("workspace_id") WHERE wanted > shown and not parked;--> statement-breakpoint
CREATE INDEX "audit_member" ON "audit" USING btree ("workspace_id","member_id","id");--> statement-breakpoint
CREATE INDEX "outbox_message" ON "outbox" USING btree ("workspace_id","channel_id","message_id") WHERE message_id is not null;