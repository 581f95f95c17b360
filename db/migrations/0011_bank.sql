CREATE TABLE "bank_file" (
	"workspace_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "bank_file_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"file_name" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"hash" text NOT NULL,
	"status" text NOT NULL,
	"answers" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"findings" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"covers_from" date,
	"covers_to" date,
	"given_by" bigint NOT NULL,
	"decided_by" bigint,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "bank_file_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "bank_line" (
	"workspace_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "bank_line_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"file_id" bigint NOT NULL,
	"key" text NOT NULL,
	"direction" text NOT NULL,
	"reversal" boolean NOT NULL,
	"amount" bigint NOT NULL,
	"currency" text NOT NULL,
	"booked_on" date NOT NULL,
	"name" text,
	"iban" text,
	"end_to_end_id" text,
	"remittance" text NOT NULL,
	"status" text NOT NULL,
	"reason" text NOT NULL,
	"proposals" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"customer_id" bigint,
	"payment_id" bigint,
	"decided_by" bigint,
	"decided_at" timestamp with time zone,
	CONSTRAINT "bank_line_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "bank_line_key" UNIQUE("workspace_id","key"),
	CONSTRAINT "bank_line_positive" CHECK ("bank_line"."amount" > 0)
);
--> statement-breakpoint
CREATE TABLE "customer_iban" (
	"workspace_id" bigint NOT NULL,
	"iban" text NOT NULL,
	"customer_id" bigint NOT NULL,
	"learned_at" timestamp with time zone NOT NULL,
	CONSTRAINT "customer_iban_workspace_id_iban_customer_id_pk" PRIMARY KEY("workspace_id","iban","customer_id")
);
--> statement-breakpoint
ALTER TABLE "payment" ADD COLUMN "is_deposit" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "bank_file" ADD CONSTRAINT "bank_file_workspace_id_given_by_member_workspace_id_id_fk" FOREIGN KEY ("workspace_id","given_by") REFERENCES "public"."member"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_file" ADD CONSTRAINT "bank_file_workspace_id_decided_by_member_workspace_id_id_fk" FOREIGN KEY ("workspace_id","decided_by") REFERENCES "public"."member"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_line" ADD CONSTRAINT "bank_line_workspace_id_file_id_bank_file_workspace_id_id_fk" FOREIGN KEY ("workspace_id","file_id") REFERENCES "public"."bank_file"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_line" ADD CONSTRAINT "bank_line_workspace_id_customer_id_customer_workspace_id_id_fk" FOREIGN KEY ("workspace_id","customer_id") REFERENCES "public"."customer"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_line" ADD CONSTRAINT "bank_line_workspace_id_payment_id_payment_workspace_id_id_fk" FOREIGN KEY ("workspace_id","payment_id") REFERENCES "public"."payment"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_line" ADD CONSTRAINT "bank_line_workspace_id_decided_by_member_workspace_id_id_fk" FOREIGN KEY ("workspace_id","decided_by") REFERENCES "public"."member"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_iban" ADD CONSTRAINT "customer_iban_workspace_id_customer_id_customer_workspace_id_id_fk" FOREIGN KEY ("workspace_id","customer_id") REFERENCES "public"."customer"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bank_line_waiting" ON "bank_line" USING btree ("workspace_id","booked_on") WHERE status = 'waiting';--> statement-breakpoint
CREATE INDEX "bank_line_payment" ON "bank_line" USING btree ("workspace_id","payment_id");