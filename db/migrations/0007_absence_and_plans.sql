CREATE TABLE "absence" (
	"workspace_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "absence_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"member_id" bigint NOT NULL,
	"from_day" date NOT NULL,
	"to_day" date NOT NULL,
	"deputy_id" bigint,
	"set_by" bigint NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "absence_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "absence_in_order" CHECK ("absence"."from_day" <= "absence"."to_day")
);
--> statement-breakpoint
CREATE TABLE "instalment" (
	"workspace_id" bigint NOT NULL,
	"plan_id" bigint NOT NULL,
	"number" integer NOT NULL,
	"amount" bigint NOT NULL,
	"due_on" date NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"reminded" boolean DEFAULT false NOT NULL,
	"noticed_on" date,
	CONSTRAINT "instalment_workspace_id_plan_id_number_pk" PRIMARY KEY("workspace_id","plan_id","number"),
	CONSTRAINT "instalment_positive" CHECK ("instalment"."amount" > 0)
);
--> statement-breakpoint
CREATE TABLE "plan" (
	"workspace_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "plan_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"case_id" bigint NOT NULL,
	"total" bigint NOT NULL,
	"status" text DEFAULT 'proposed' NOT NULL,
	"proposed_by" bigint NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"reminders_spent" integer DEFAULT 0 NOT NULL,
	"decided_by" bigint,
	"decided_at" timestamp with time zone,
	"reason" text,
	"agreed_on" date,
	"ended_on" date,
	"called_about" boolean DEFAULT false NOT NULL,
	CONSTRAINT "plan_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "plan_positive" CHECK ("plan"."total" > 0)
);
--> statement-breakpoint
CREATE TABLE "plan_invoice" (
	"workspace_id" bigint NOT NULL,
	"plan_id" bigint NOT NULL,
	"invoice_id" bigint NOT NULL,
	"amount" bigint NOT NULL,
	CONSTRAINT "plan_invoice_workspace_id_plan_id_invoice_id_pk" PRIMARY KEY("workspace_id","plan_id","invoice_id")
);
--> statement-breakpoint
ALTER TABLE "task" ADD COLUMN "in_place_of" bigint;--> statement-breakpoint
ALTER TABLE "absence" ADD CONSTRAINT "absence_workspace_id_member_id_member_workspace_id_id_fk" FOREIGN KEY ("workspace_id","member_id") REFERENCES "public"."member"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "absence" ADD CONSTRAINT "absence_workspace_id_deputy_id_member_workspace_id_id_fk" FOREIGN KEY ("workspace_id","deputy_id") REFERENCES "public"."member"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "absence" ADD CONSTRAINT "absence_workspace_id_set_by_member_workspace_id_id_fk" FOREIGN KEY ("workspace_id","set_by") REFERENCES "public"."member"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instalment" ADD CONSTRAINT "instalment_workspace_id_plan_id_plan_workspace_id_id_fk" FOREIGN KEY ("workspace_id","plan_id") REFERENCES "public"."plan"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan" ADD CONSTRAINT "plan_workspace_id_case_id_case_workspace_id_id_fk" FOREIGN KEY ("workspace_id","case_id") REFERENCES "public"."case"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan" ADD CONSTRAINT "plan_workspace_id_proposed_by_member_workspace_id_id_fk" FOREIGN KEY ("workspace_id","proposed_by") REFERENCES "public"."member"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan" ADD CONSTRAINT "plan_workspace_id_decided_by_member_workspace_id_id_fk" FOREIGN KEY ("workspace_id","decided_by") REFERENCES "public"."member"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_invoice" ADD CONSTRAINT "plan_invoice_workspace_id_plan_id_plan_workspace_id_id_fk" FOREIGN KEY ("workspace_id","plan_id") REFERENCES "public"."plan"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_invoice" ADD CONSTRAINT "plan_invoice_workspace_id_invoice_id_invoice_workspace_id_id_fk" FOREIGN KEY ("workspace_id","invoice_id") REFERENCES "public"."invoice"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "absence_running" ON "absence" USING btree ("workspace_id","member_id") WHERE ended_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "plan_live" ON "plan" USING btree ("workspace_id","case_id") WHERE status in ('proposed', 'agreed');--> statement-breakpoint
CREATE INDEX "plan_case" ON "plan" USING btree ("workspace_id","case_id");--> statement-breakpoint
CREATE INDEX "plan_invoice_invoice" ON "plan_invoice" USING btree ("workspace_id","invoice_id");--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_workspace_id_in_place_of_member_workspace_id_id_fk" FOREIGN KEY ("workspace_id","in_place_of") REFERENCES "public"."member"("workspace_id","id") ON DELETE no action ON UPDATE no action;