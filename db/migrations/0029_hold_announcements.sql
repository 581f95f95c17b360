CREATE TABLE "hold_announcement" (
	"workspace_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "hold_announcement_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"customer_id" bigint,
	"sequence" integer NOT NULL,
	"hold_id" bigint,
	"event" text NOT NULL,
	"event_id" text NOT NULL,
	"body" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"status" text DEFAULT 'waiting' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"not_before" timestamp with time zone NOT NULL,
	"claimed_until" timestamp with time zone,
	"answer" text,
	"settled_at" timestamp with time zone,
	"asked_by" bigint,
	CONSTRAINT "hold_announcement_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "hold_announcement_sequence" UNIQUE("workspace_id","customer_id","sequence")
);
--> statement-breakpoint
ALTER TABLE "hold" ALTER COLUMN "proposed_by" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "hold" ADD COLUMN "step" text;--> statement-breakpoint
ALTER TABLE "hold" ADD COLUMN "invoices" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "hold_announcement" ADD CONSTRAINT "hold_announcement_workspace_id_customer_id_customer_workspace_id_id_fk" FOREIGN KEY ("workspace_id","customer_id") REFERENCES "public"."customer"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hold_announcement" ADD CONSTRAINT "hold_announcement_workspace_id_hold_id_hold_workspace_id_id_fk" FOREIGN KEY ("workspace_id","hold_id") REFERENCES "public"."hold"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hold_announcement" ADD CONSTRAINT "hold_announcement_workspace_id_asked_by_member_workspace_id_id_fk" FOREIGN KEY ("workspace_id","asked_by") REFERENCES "public"."member"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "hold_announcement_live" ON "hold_announcement" USING btree ("workspace_id","customer_id","sequence") WHERE status in ('waiting', 'claimed');--> statement-breakpoint
CREATE INDEX "hold_announcement_hold" ON "hold_announcement" USING btree ("workspace_id","hold_id");