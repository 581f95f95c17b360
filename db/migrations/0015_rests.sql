CREATE TABLE "dispute" (
	"workspace_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "dispute_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"case_id" bigint NOT NULL,
	"amount" bigint NOT NULL,
	"reason" text NOT NULL,
	"words" text,
	"said_by" text,
	"fixer_id" bigint NOT NULL,
	"deadline_on" date NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"raised_by" bigint NOT NULL,
	"raised_at" timestamp with time zone NOT NULL,
	"raised_on" date NOT NULL,
	"upheld" bigint DEFAULT 0 NOT NULL,
	"resolved_by" bigint,
	"resolved_on" date,
	"answer" text,
	"credited_by" bigint,
	CONSTRAINT "dispute_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "dispute_positive" CHECK ("dispute"."amount" > 0),
	CONSTRAINT "upheld_within_amount" CHECK (0 <= "dispute"."upheld" and "dispute"."upheld" <= "dispute"."amount")
);
--> statement-breakpoint
CREATE TABLE "dispute_invoice" (
	"workspace_id" bigint NOT NULL,
	"dispute_id" bigint NOT NULL,
	"invoice_id" bigint NOT NULL,
	"amount" bigint NOT NULL,
	"upheld" bigint DEFAULT 0 NOT NULL,
	"whole" boolean NOT NULL,
	CONSTRAINT "dispute_invoice_workspace_id_dispute_id_invoice_id_pk" PRIMARY KEY("workspace_id","dispute_id","invoice_id")
);
--> statement-breakpoint
CREATE TABLE "hold" (
	"workspace_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "hold_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"customer_id" bigint NOT NULL,
	"case_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"reason" text NOT NULL,
	"status" text DEFAULT 'proposed' NOT NULL,
	"proposed_by" bigint NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"owed" bigint NOT NULL,
	"on_since" timestamp with time zone,
	"promise_id" bigint,
	"suspended_on" date,
	"lifted_at" timestamp with time zone,
	"lifted_by" bigint,
	"lifted_because" text,
	CONSTRAINT "hold_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "pause" (
	"workspace_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "pause_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"case_id" bigint NOT NULL,
	"whole" boolean NOT NULL,
	"reason" text NOT NULL,
	"from_day" date NOT NULL,
	"until_day" date NOT NULL,
	"status" text NOT NULL,
	"asked_by" bigint NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"budgeted" boolean NOT NULL,
	"ended_on" date,
	"ended_by" bigint,
	"told" boolean DEFAULT false NOT NULL,
	CONSTRAINT "pause_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "pause_ahead" CHECK ("pause"."from_day" < "pause"."until_day")
);
--> statement-breakpoint
CREATE TABLE "pause_invoice" (
	"workspace_id" bigint NOT NULL,
	"pause_id" bigint NOT NULL,
	"invoice_id" bigint NOT NULL,
	CONSTRAINT "pause_invoice_workspace_id_pause_id_invoice_id_pk" PRIMARY KEY("workspace_id","pause_id","invoice_id")
);
--> statement-breakpoint
ALTER TABLE "approval" ADD COLUMN "kind" text DEFAULT 'step' NOT NULL;--> statement-breakpoint
ALTER TABLE "approval" ADD COLUMN "subject_id" bigint;--> statement-breakpoint
ALTER TABLE "task" ADD COLUMN "dispute_id" bigint;--> statement-breakpoint
ALTER TABLE "dispute" ADD CONSTRAINT "dispute_workspace_id_case_id_case_workspace_id_id_fk" FOREIGN KEY ("workspace_id","case_id") REFERENCES "public"."case"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispute" ADD CONSTRAINT "dispute_workspace_id_fixer_id_member_workspace_id_id_fk" FOREIGN KEY ("workspace_id","fixer_id") REFERENCES "public"."member"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispute" ADD CONSTRAINT "dispute_workspace_id_raised_by_member_workspace_id_id_fk" FOREIGN KEY ("workspace_id","raised_by") REFERENCES "public"."member"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispute" ADD CONSTRAINT "dispute_workspace_id_resolved_by_member_workspace_id_id_fk" FOREIGN KEY ("workspace_id","resolved_by") REFERENCES "public"."member"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispute" ADD CONSTRAINT "dispute_workspace_id_credited_by_member_workspace_id_id_fk" FOREIGN KEY ("workspace_id","credited_by") REFERENCES "public"."member"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispute_invoice" ADD CONSTRAINT "dispute_invoice_workspace_id_dispute_id_dispute_workspace_id_id_fk" FOREIGN KEY ("workspace_id","dispute_id") REFERENCES "public"."dispute"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispute_invoice" ADD CONSTRAINT "dispute_invoice_workspace_id_invoice_id_invoice_workspace_id_id_fk" FOREIGN KEY ("workspace_id","invoice_id") REFERENCES "public"."invoice"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hold" ADD CONSTRAINT "hold_workspace_id_customer_id_customer_workspace_id_id_fk" FOREIGN KEY ("workspace_id","customer_id") REFERENCES "public"."customer"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hold" ADD CONSTRAINT "hold_workspace_id_case_id_case_workspace_id_id_fk" FOREIGN KEY ("workspace_id","case_id") REFERENCES "public"."case"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hold" ADD CONSTRAINT "hold_workspace_id_proposed_by_member_workspace_id_id_fk" FOREIGN KEY ("workspace_id","proposed_by") REFERENCES "public"."member"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hold" ADD CONSTRAINT "hold_workspace_id_promise_id_promise_workspace_id_id_fk" FOREIGN KEY ("workspace_id","promise_id") REFERENCES "public"."promise"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hold" ADD CONSTRAINT "hold_workspace_id_lifted_by_member_workspace_id_id_fk" FOREIGN KEY ("workspace_id","lifted_by") REFERENCES "public"."member"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pause" ADD CONSTRAINT "pause_workspace_id_case_id_case_workspace_id_id_fk" FOREIGN KEY ("workspace_id","case_id") REFERENCES "public"."case"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pause" ADD CONSTRAINT "pause_workspace_id_asked_by_member_workspace_id_id_fk" FOREIGN KEY ("workspace_id","asked_by") REFERENCES "public"."member"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pause" ADD CONSTRAINT "pause_workspace_id_ended_by_member_workspace_id_id_fk" FOREIGN KEY ("workspace_id","ended_by") REFERENCES "public"."member"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pause_invoice" ADD CONSTRAINT "pause_invoice_workspace_id_pause_id_pause_workspace_id_id_fk" FOREIGN KEY ("workspace_id","pause_id") REFERENCES "public"."pause"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pause_invoice" ADD CONSTRAINT "pause_invoice_workspace_id_invoice_id_invoice_workspace_id_id_fk" FOREIGN KEY ("workspace_id","invoice_id") REFERENCES "public"."invoice"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "dispute_case" ON "dispute" USING btree ("workspace_id","case_id");--> statement-breakpoint
CREATE INDEX "dispute_invoice_invoice" ON "dispute_invoice" USING btree ("workspace_id","invoice_id");--> statement-breakpoint
CREATE UNIQUE INDEX "hold_live" ON "hold" USING btree ("workspace_id","customer_id","kind") WHERE status in ('proposed', 'on', 'suspended');--> statement-breakpoint
CREATE INDEX "hold_customer" ON "hold" USING btree ("workspace_id","customer_id");--> statement-breakpoint
CREATE INDEX "pause_case" ON "pause" USING btree ("workspace_id","case_id");--> statement-breakpoint
CREATE INDEX "pause_invoice_invoice" ON "pause_invoice" USING btree ("workspace_id","invoice_id");--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_workspace_id_dispute_id_dispute_workspace_id_id_fk" FOREIGN KEY ("workspace_id","dispute_id") REFERENCES "public"."dispute"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case" DROP COLUMN "paused_until";