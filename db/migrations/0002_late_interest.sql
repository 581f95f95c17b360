CREATE TABLE "reference_rate" (
	"workspace_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "reference_rate_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"series" text NOT NULL,
	"valid_from" date NOT NULL,
	"millionths" integer NOT NULL,
	"source" text NOT NULL,
	"added_by" bigint NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "reference_rate_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "reference_rate_half_year" UNIQUE("workspace_id","series","valid_from")
);
--> statement-breakpoint
ALTER TABLE "customer" ADD COLUMN "late_terms" jsonb;--> statement-breakpoint
ALTER TABLE "workspace" ADD COLUMN "late_terms" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "workspace" ADD COLUMN "rates_told_for" date;--> statement-breakpoint
ALTER TABLE "reference_rate" ADD CONSTRAINT "reference_rate_workspace_id_added_by_member_workspace_id_id_fk" FOREIGN KEY ("workspace_id","added_by") REFERENCES "public"."member"("workspace_id","id") ON DELETE no action ON UPDATE no action;