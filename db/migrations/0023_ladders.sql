CREATE TABLE "ladder_rule" (
	"workspace_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "ladder_rule_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"place" integer NOT NULL,
	"field" text NOT NULL,
	"value" text NOT NULL,
	"ladder" text NOT NULL,
	CONSTRAINT "ladder_rule_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "ladder_rule_segment" UNIQUE("workspace_id","field","value")
);
--> statement-breakpoint
ALTER TABLE "case" DROP CONSTRAINT "case_customer";--> statement-breakpoint
ALTER TABLE "case" ADD COLUMN "own_ladder" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "ladder" ADD COLUMN "saved_by" bigint;--> statement-breakpoint
ALTER TABLE "ladder" ADD COLUMN "saved_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "customer" ADD COLUMN "tags" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "customer" ADD COLUMN "ladder" text;--> statement-breakpoint
ALTER TABLE "invoice" ADD COLUMN "own_ladder" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "workspace" ADD COLUMN "ladder" text DEFAULT 'standard' NOT NULL;--> statement-breakpoint
ALTER TABLE "ladder" ADD CONSTRAINT "ladder_workspace_id_saved_by_member_workspace_id_id_fk" FOREIGN KEY ("workspace_id","saved_by") REFERENCES "public"."member"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case" ADD CONSTRAINT "case_customer" UNIQUE("workspace_id","customer_id","currency","own_ladder");