CREATE TABLE "announcement" (
	"workspace_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "announcement_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"case_id" bigint NOT NULL,
	"step" text NOT NULL,
	"kind" text NOT NULL,
	"approval_id" bigint,
	"invoices" jsonb NOT NULL,
	"amount" text NOT NULL,
	"recipients" jsonb NOT NULL,
	"announced_at" timestamp with time zone NOT NULL,
	"goes_at" timestamp with time zone NOT NULL,
	"status" text DEFAULT 'waiting' NOT NULL,
	"letter_id" bigint,
	"because" text,
	"held_by" bigint,
	"held_until" date,
	"ended_at" timestamp with time zone,
	CONSTRAINT "announcement_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "letter_hold" (
	"workspace_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "letter_hold_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"case_id" bigint NOT NULL,
	"invoices" jsonb NOT NULL,
	"until_day" date NOT NULL,
	"reason" text NOT NULL,
	"by_member" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"budgeted" boolean NOT NULL,
	CONSTRAINT "letter_hold_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "letter" ALTER COLUMN "occurrence_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "letter" ADD COLUMN "audience" jsonb DEFAULT '{"to":["accounts payable"],"copy":[]}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "letter" ADD COLUMN "recipients" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "workspace" ADD COLUMN "notice_minutes" integer DEFAULT 120 NOT NULL;--> statement-breakpoint
ALTER TABLE "workspace" ADD COLUMN "thanks" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "announcement" ADD CONSTRAINT "announcement_workspace_id_case_id_case_workspace_id_id_fk" FOREIGN KEY ("workspace_id","case_id") REFERENCES "public"."case"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "announcement" ADD CONSTRAINT "announcement_workspace_id_letter_id_letter_workspace_id_id_fk" FOREIGN KEY ("workspace_id","letter_id") REFERENCES "public"."letter"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "announcement" ADD CONSTRAINT "announcement_workspace_id_approval_id_approval_workspace_id_id_fk" FOREIGN KEY ("workspace_id","approval_id") REFERENCES "public"."approval"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "announcement" ADD CONSTRAINT "announcement_workspace_id_held_by_member_workspace_id_id_fk" FOREIGN KEY ("workspace_id","held_by") REFERENCES "public"."member"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_hold" ADD CONSTRAINT "letter_hold_workspace_id_case_id_case_workspace_id_id_fk" FOREIGN KEY ("workspace_id","case_id") REFERENCES "public"."case"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_hold" ADD CONSTRAINT "letter_hold_workspace_id_by_member_member_workspace_id_id_fk" FOREIGN KEY ("workspace_id","by_member") REFERENCES "public"."member"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "announcement_waiting" ON "announcement" USING btree ("workspace_id","case_id") WHERE status = 'waiting';--> statement-breakpoint
CREATE INDEX "announcement_letter" ON "announcement" USING btree ("workspace_id","letter_id");--> statement-breakpoint
CREATE INDEX "letter_hold_case" ON "letter_hold" USING btree ("workspace_id","case_id");