CREATE TABLE "approval_asked" (
	"workspace_id" bigint NOT NULL,
	"approval_id" bigint NOT NULL,
	"member_id" bigint NOT NULL,
	"bundle" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "approval_asked_workspace_id_approval_id_bundle_pk" PRIMARY KEY("workspace_id","approval_id","bundle")
);
--> statement-breakpoint
CREATE TABLE "approval_vote" (
	"workspace_id" bigint NOT NULL,
	"approval_id" bigint NOT NULL,
	"member_id" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "approval_vote_workspace_id_approval_id_member_id_pk" PRIMARY KEY("workspace_id","approval_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "fee_waiver" (
	"workspace_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "fee_waiver_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"case_id" bigint NOT NULL,
	"reason" text NOT NULL,
	"status" text DEFAULT 'proposed' NOT NULL,
	"interest" boolean NOT NULL,
	"fixed_sums" boolean NOT NULL,
	"through" date NOT NULL,
	"proposed_by" bigint NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "fee_waiver_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "fee_waiver_invoice" (
	"workspace_id" bigint NOT NULL,
	"waiver_id" bigint NOT NULL,
	"invoice_id" bigint NOT NULL,
	CONSTRAINT "fee_waiver_invoice_workspace_id_waiver_id_invoice_id_pk" PRIMARY KEY("workspace_id","waiver_id","invoice_id")
);
--> statement-breakpoint
CREATE TABLE "write_off" (
	"workspace_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "write_off_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"case_id" bigint NOT NULL,
	"amount" bigint NOT NULL,
	"reason" text NOT NULL,
	"status" text DEFAULT 'proposed' NOT NULL,
	"proposed_by" bigint NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"booked_on" date,
	"reversed_on" date,
	"reversed_by" bigint,
	"reversed_because" text,
	CONSTRAINT "write_off_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "write_off_positive" CHECK ("write_off"."amount" > 0)
);
--> statement-breakpoint
CREATE TABLE "write_off_invoice" (
	"workspace_id" bigint NOT NULL,
	"write_off_id" bigint NOT NULL,
	"invoice_id" bigint NOT NULL,
	"amount" bigint NOT NULL,
	"open" bigint NOT NULL,
	CONSTRAINT "write_off_invoice_workspace_id_write_off_id_invoice_id_pk" PRIMARY KEY("workspace_id","write_off_id","invoice_id"),
	CONSTRAINT "write_off_within_open" CHECK (0 < "write_off_invoice"."amount" and "write_off_invoice"."amount" <= "write_off_invoice"."open")
);
--> statement-breakpoint
ALTER TABLE "approval" ADD COLUMN "needs" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "approval" ADD COLUMN "follows_id" bigint;--> statement-breakpoint
ALTER TABLE "approval" ADD COLUMN "decided_alone" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "approval" ADD COLUMN "again_on" date;--> statement-breakpoint
ALTER TABLE "approval" ADD COLUMN "again_by" bigint;--> statement-breakpoint
ALTER TABLE "approval" ADD COLUMN "again_because" text;--> statement-breakpoint
ALTER TABLE "workspace" ADD COLUMN "two_persons_from" bigint DEFAULT 1000000 NOT NULL;--> statement-breakpoint
ALTER TABLE "approval_asked" ADD CONSTRAINT "approval_asked_workspace_id_approval_id_approval_workspace_id_id_fk" FOREIGN KEY ("workspace_id","approval_id") REFERENCES "public"."approval"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_asked" ADD CONSTRAINT "approval_asked_workspace_id_member_id_member_workspace_id_id_fk" FOREIGN KEY ("workspace_id","member_id") REFERENCES "public"."member"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_vote" ADD CONSTRAINT "approval_vote_workspace_id_approval_id_approval_workspace_id_id_fk" FOREIGN KEY ("workspace_id","approval_id") REFERENCES "public"."approval"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_vote" ADD CONSTRAINT "approval_vote_workspace_id_member_id_member_workspace_id_id_fk" FOREIGN KEY ("workspace_id","member_id") REFERENCES "public"."member"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fee_waiver" ADD CONSTRAINT "fee_waiver_workspace_id_case_id_case_workspace_id_id_fk" FOREIGN KEY ("workspace_id","case_id") REFERENCES "public"."case"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fee_waiver" ADD CONSTRAINT "fee_waiver_workspace_id_proposed_by_member_workspace_id_id_fk" FOREIGN KEY ("workspace_id","proposed_by") REFERENCES "public"."member"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fee_waiver_invoice" ADD CONSTRAINT "fee_waiver_invoice_workspace_id_waiver_id_fee_waiver_workspace_id_id_fk" FOREIGN KEY ("workspace_id","waiver_id") REFERENCES "public"."fee_waiver"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fee_waiver_invoice" ADD CONSTRAINT "fee_waiver_invoice_workspace_id_invoice_id_invoice_workspace_id_id_fk" FOREIGN KEY ("workspace_id","invoice_id") REFERENCES "public"."invoice"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "write_off" ADD CONSTRAINT "write_off_workspace_id_case_id_case_workspace_id_id_fk" FOREIGN KEY ("workspace_id","case_id") REFERENCES "public"."case"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "write_off" ADD CONSTRAINT "write_off_workspace_id_proposed_by_member_workspace_id_id_fk" FOREIGN KEY ("workspace_id","proposed_by") REFERENCES "public"."member"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "write_off" ADD CONSTRAINT "write_off_workspace_id_reversed_by_member_workspace_id_id_fk" FOREIGN KEY ("workspace_id","reversed_by") REFERENCES "public"."member"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "write_off_invoice" ADD CONSTRAINT "write_off_invoice_workspace_id_write_off_id_write_off_workspace_id_id_fk" FOREIGN KEY ("workspace_id","write_off_id") REFERENCES "public"."write_off"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "write_off_invoice" ADD CONSTRAINT "write_off_invoice_workspace_id_invoice_id_invoice_workspace_id_id_fk" FOREIGN KEY ("workspace_id","invoice_id") REFERENCES "public"."invoice"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "approval_asked_bundle" ON "approval_asked" USING btree ("workspace_id","bundle");--> statement-breakpoint
CREATE INDEX "fee_waiver_case" ON "fee_waiver" USING btree ("workspace_id","case_id");--> statement-breakpoint
CREATE INDEX "fee_waiver_invoice_invoice" ON "fee_waiver_invoice" USING btree ("workspace_id","invoice_id");--> statement-breakpoint
CREATE INDEX "write_off_case" ON "write_off" USING btree ("workspace_id","case_id");--> statement-breakpoint
ALTER TABLE "approval" ADD CONSTRAINT "approval_workspace_id_follows_id_approval_workspace_id_id_fk" FOREIGN KEY ("workspace_id","follows_id") REFERENCES "public"."approval"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval" ADD CONSTRAINT "approval_workspace_id_again_by_member_workspace_id_id_fk" FOREIGN KEY ("workspace_id","again_by") REFERENCES "public"."member"("workspace_id","id") ON DELETE no action ON UPDATE no action;