CREATE TABLE "import_layout" (
	"workspace_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"header" text NOT NULL,
	"answers" jsonb NOT NULL,
	"member_id" bigint,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "import_layout_workspace_id_kind_header_pk" PRIMARY KEY("workspace_id","kind","header")
);
--> statement-breakpoint
ALTER TABLE "customer" ADD COLUMN "payer_type" text;--> statement-breakpoint
ALTER TABLE "customer" ADD COLUMN "terms_days" integer;--> statement-breakpoint
ALTER TABLE "customer" ADD COLUMN "language" text;--> statement-breakpoint
ALTER TABLE "customer" ADD COLUMN "tax_id" text;--> statement-breakpoint
ALTER TABLE "customer" ADD COLUMN "legal_address" text;--> statement-breakpoint
ALTER TABLE "customer" ADD COLUMN "credit_limit" bigint;--> statement-breakpoint
ALTER TABLE "customer" ADD COLUMN "credit_currency" text;--> statement-breakpoint
ALTER TABLE "customer" ADD COLUMN "needs_purchase_order" boolean;--> statement-breakpoint
ALTER TABLE "import" ADD COLUMN "kind" text DEFAULT 'open items' NOT NULL;