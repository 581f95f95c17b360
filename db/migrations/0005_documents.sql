CREATE TABLE "document" (
	"workspace_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "document_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"customer_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"invoice_id" bigint,
	"letter_id" bigint,
	"file_name" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"size" integer NOT NULL,
	"hash" text NOT NULL,
	"added_by" bigint NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "document_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "document_invoice" UNIQUE("workspace_id","invoice_id","hash")
);
--> statement-breakpoint
ALTER TABLE "case" ADD COLUMN "letters_held_until" date;--> statement-breakpoint
ALTER TABLE "case" ADD COLUMN "letters_held_because" text;--> statement-breakpoint
ALTER TABLE "case" ADD COLUMN "letters_held_by" bigint;--> statement-breakpoint
ALTER TABLE "letter" ADD COLUMN "channel" text;--> statement-breakpoint
ALTER TABLE "letter" ADD COLUMN "tracking" text;--> statement-breakpoint
ALTER TABLE "letter" ADD COLUMN "posted_on" date;--> statement-breakpoint
ALTER TABLE "letter" ADD COLUMN "delivered_on" date;--> statement-breakpoint
ALTER TABLE "document" ADD CONSTRAINT "document_workspace_id_customer_id_customer_workspace_id_id_fk" FOREIGN KEY ("workspace_id","customer_id") REFERENCES "public"."customer"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document" ADD CONSTRAINT "document_workspace_id_invoice_id_invoice_workspace_id_id_fk" FOREIGN KEY ("workspace_id","invoice_id") REFERENCES "public"."invoice"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document" ADD CONSTRAINT "document_workspace_id_letter_id_letter_workspace_id_id_fk" FOREIGN KEY ("workspace_id","letter_id") REFERENCES "public"."letter"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document" ADD CONSTRAINT "document_workspace_id_added_by_member_workspace_id_id_fk" FOREIGN KEY ("workspace_id","added_by") REFERENCES "public"."member"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "document_customer" ON "document" USING btree ("workspace_id","customer_id");