CREATE TABLE "auditor_run" (
	"workspace_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "auditor_run_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone NOT NULL,
	"asked_by" bigint,
	"cases_looked_at" integer NOT NULL,
	"cases_in_all" integer NOT NULL,
	"last_case_id" bigint NOT NULL,
	"entries_looked_at" integer NOT NULL,
	"last_entry_id" bigint NOT NULL,
	"open" integer NOT NULL,
	"fresh" integer NOT NULL,
	CONSTRAINT "auditor_run_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "finding" (
	"workspace_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "finding_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"check" text NOT NULL,
	"subject" text NOT NULL,
	"case_id" bigint,
	"facts" jsonb NOT NULL,
	"since" timestamp with time zone,
	"mended" boolean NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"told_in_run" bigint NOT NULL,
	"found_at" timestamp with time zone NOT NULL,
	"seen_by" bigint,
	"seen_at" timestamp with time zone,
	"gone_at" timestamp with time zone,
	CONSTRAINT "finding_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "auditor_run" ADD CONSTRAINT "auditor_run_workspace_id_asked_by_member_workspace_id_id_fk" FOREIGN KEY ("workspace_id","asked_by") REFERENCES "public"."member"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finding" ADD CONSTRAINT "finding_workspace_id_case_id_case_workspace_id_id_fk" FOREIGN KEY ("workspace_id","case_id") REFERENCES "public"."case"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finding" ADD CONSTRAINT "finding_workspace_id_told_in_run_auditor_run_workspace_id_id_fk" FOREIGN KEY ("workspace_id","told_in_run") REFERENCES "public"."auditor_run"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finding" ADD CONSTRAINT "finding_workspace_id_seen_by_member_workspace_id_id_fk" FOREIGN KEY ("workspace_id","seen_by") REFERENCES "public"."member"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "finding_open" ON "finding" USING btree ("workspace_id","check","subject") WHERE status = 'open';--> statement-breakpoint
CREATE INDEX "finding_run" ON "finding" USING btree ("workspace_id","told_in_run");