CREATE TABLE "approval" (
	"workspace_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "approval_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"case_id" bigint NOT NULL,
	"step" text NOT NULL,
	"amount" bigint NOT NULL,
	"invoices" jsonb NOT NULL,
	"also_open" jsonb NOT NULL,
	"receives" jsonb NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"asked_by" bigint,
	"reminders_spent" integer DEFAULT 0 NOT NULL,
	"decided_by" bigint,
	"decided_at" timestamp with time zone,
	"reason" text,
	"review_on" date,
	CONSTRAINT "approval_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"workspace_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "audit_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone NOT NULL,
	"member_id" bigint,
	"what" text NOT NULL,
	"case_id" bigint,
	"details" jsonb NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "case" (
	"workspace_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "case_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"customer_id" bigint NOT NULL,
	"currency" text NOT NULL,
	"ladder_id" bigint NOT NULL,
	"wake_at" timestamp with time zone,
	"position" integer DEFAULT -1 NOT NULL,
	"resting" text,
	"next_step" text,
	"next_at" timestamp with time zone,
	"raised_to" text,
	"paused_until" date,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "case_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "case_customer" UNIQUE("workspace_id","customer_id","currency")
);
--> statement-breakpoint
CREATE TABLE "ladder" (
	"workspace_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "ladder_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"version" integer NOT NULL,
	"definition" jsonb NOT NULL,
	CONSTRAINT "ladder_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "ladder_version" UNIQUE("workspace_id","name","version")
);
--> statement-breakpoint
CREATE TABLE "occurrence" (
	"workspace_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "occurrence_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"case_id" bigint NOT NULL,
	"step" text NOT NULL,
	"round" integer NOT NULL,
	"on_day" date NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"how" text NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "occurrence_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "occurrence_round" UNIQUE("workspace_id","case_id","step","round")
);
--> statement-breakpoint
CREATE TABLE "occurrence_invoice" (
	"workspace_id" bigint NOT NULL,
	"occurrence_id" bigint NOT NULL,
	"invoice_id" bigint NOT NULL,
	"step" text,
	CONSTRAINT "occurrence_invoice_workspace_id_occurrence_id_invoice_id_pk" PRIMARY KEY("workspace_id","occurrence_id","invoice_id")
);
--> statement-breakpoint
CREATE TABLE "contact" (
	"workspace_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "contact_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"customer_id" bigint NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"email" text,
	"email_refused_at" timestamp with time zone,
	"phone" text,
	"language" text DEFAULT 'en' NOT NULL,
	CONSTRAINT "contact_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "customer" (
	"workspace_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "customer_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"number" text NOT NULL,
	"name" text NOT NULL,
	"country" text,
	"region" text,
	"zone" text,
	"owner_id" bigint,
	"stopped" text,
	CONSTRAINT "customer_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "customer_number" UNIQUE("workspace_id","number")
);
--> statement-breakpoint
CREATE TABLE "customer_spelling" (
	"workspace_id" bigint NOT NULL,
	"customer_id" bigint NOT NULL,
	"name" text NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "customer_spelling_workspace_id_customer_id_name_pk" PRIMARY KEY("workspace_id","customer_id","name")
);
--> statement-breakpoint
CREATE TABLE "import" (
	"workspace_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "import_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"file_name" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"hash" text NOT NULL,
	"status" text NOT NULL,
	"answers" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"as_of" date,
	"given_by" bigint,
	"decided_by" bigint,
	"progress_percent" integer DEFAULT 0 NOT NULL,
	"result" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"channel_id" text,
	"created_at" timestamp with time zone NOT NULL,
	"done_at" timestamp with time zone,
	CONSTRAINT "import_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "invoice" (
	"workspace_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "invoice_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"customer_id" bigint NOT NULL,
	"number" text NOT NULL,
	"currency" text NOT NULL,
	"issued_on" date NOT NULL,
	"due_on" date NOT NULL,
	"effective_due_on" date NOT NULL,
	"excluded" boolean DEFAULT false NOT NULL,
	CONSTRAINT "invoice_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "invoice_number" UNIQUE("workspace_id","customer_id","number")
);
--> statement-breakpoint
CREATE TABLE "invoice_balance" (
	"workspace_id" bigint NOT NULL,
	"invoice_id" bigint NOT NULL,
	"total" bigint NOT NULL,
	"open" bigint NOT NULL,
	CONSTRAINT "invoice_balance_workspace_id_invoice_id_pk" PRIMARY KEY("workspace_id","invoice_id"),
	CONSTRAINT "open_within_total" CHECK (0 <= "invoice_balance"."open" and "invoice_balance"."open" <= "invoice_balance"."total")
);
--> statement-breakpoint
CREATE TABLE "payment" (
	"workspace_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "payment_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"customer_id" bigint NOT NULL,
	"currency" text NOT NULL,
	"amount" bigint NOT NULL,
	"received_on" date NOT NULL,
	"source" text NOT NULL,
	"reference" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "payment_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "payment_positive" CHECK ("payment"."amount" > 0)
);
--> statement-breakpoint
CREATE TABLE "posting" (
	"workspace_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "posting_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"debit" text NOT NULL,
	"credit" text NOT NULL,
	"amount" bigint NOT NULL,
	"currency" text NOT NULL,
	"customer_id" bigint NOT NULL,
	"invoice_id" bigint,
	"payment_id" bigint,
	"booked_on" date NOT NULL,
	"key" text NOT NULL,
	"input_hash" text NOT NULL,
	"reverses_id" bigint,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "posting_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "posting_key" UNIQUE("workspace_id","key"),
	CONSTRAINT "posting_reversed_once" UNIQUE("workspace_id","reverses_id"),
	CONSTRAINT "amount_positive" CHECK ("posting"."amount" > 0),
	CONSTRAINT "accounts_differ" CHECK ("posting"."debit" <> "posting"."credit")
);
--> statement-breakpoint
CREATE TABLE "letter" (
	"workspace_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "letter_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"case_id" bigint NOT NULL,
	"occurrence_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"to_address" text,
	"facts" jsonb NOT NULL,
	"status" text NOT NULL,
	"message_id" text,
	"settled_at" timestamp with time zone,
	"trouble" text,
	CONSTRAINT "letter_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "member" (
	"workspace_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "member_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"user_id" text NOT NULL,
	"name" text NOT NULL,
	"roles" text[] NOT NULL,
	"lead_id" bigint,
	"manager_id" bigint,
	"deputy_id" bigint,
	"country" text NOT NULL,
	"region" text,
	"zone" text NOT NULL,
	"works_from" text DEFAULT '09:00' NOT NULL,
	"works_to" text DEFAULT '17:00' NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	CONSTRAINT "member_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "member_user" UNIQUE("workspace_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "button" (
	"workspace_id" bigint NOT NULL,
	"token" text NOT NULL,
	"action" jsonb NOT NULL,
	CONSTRAINT "button_workspace_id_token_pk" PRIMARY KEY("workspace_id","token")
);
--> statement-breakpoint
CREATE TABLE "card" (
	"workspace_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "card_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"outbox_id" bigint NOT NULL,
	"wanted" integer DEFAULT 1 NOT NULL,
	"shown" integer DEFAULT 0 NOT NULL,
	"parked" boolean DEFAULT false NOT NULL,
	"not_before" timestamp with time zone NOT NULL,
	CONSTRAINT "card_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "card_subject" UNIQUE("workspace_id","kind","subject")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"workspace_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "outbox_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"stream" text NOT NULL,
	"sequence" bigint NOT NULL,
	"class" text NOT NULL,
	"notice" jsonb NOT NULL,
	"parent_id" bigint,
	"status" text DEFAULT 'waiting' NOT NULL,
	"nonce" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"not_before" timestamp with time zone NOT NULL,
	"claimed_until" timestamp with time zone,
	"channel_id" text,
	"message_id" text,
	"trouble" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "outbox_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "outbox_sequence" UNIQUE("workspace_id","stream","sequence")
);
--> statement-breakpoint
CREATE TABLE "seen_request" (
	"workspace_id" bigint NOT NULL,
	"key" text NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "seen_request_workspace_id_key_pk" PRIMARY KEY("workspace_id","key")
);
--> statement-breakpoint
CREATE TABLE "payment_advice" (
	"workspace_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "payment_advice_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"case_id" bigint NOT NULL,
	"amount" bigint NOT NULL,
	"advised_on" date NOT NULL,
	"rests_until" date NOT NULL,
	"member_id" bigint NOT NULL,
	"note" text,
	CONSTRAINT "payment_advice_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "promise" (
	"workspace_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "promise_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"case_id" bigint NOT NULL,
	"amount" bigint NOT NULL,
	"due_on" date NOT NULL,
	"made_on" date NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"made_by" bigint NOT NULL,
	"said_by" text,
	"status" text DEFAULT 'open' NOT NULL,
	"rests" boolean NOT NULL,
	"renews_id" bigint,
	"ended_on" date,
	"paid" bigint DEFAULT 0 NOT NULL,
	"called_about" boolean DEFAULT false NOT NULL,
	CONSTRAINT "promise_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "promise_positive" CHECK ("promise"."amount" > 0)
);
--> statement-breakpoint
CREATE TABLE "promise_invoice" (
	"workspace_id" bigint NOT NULL,
	"promise_id" bigint NOT NULL,
	"invoice_id" bigint NOT NULL,
	"amount" bigint NOT NULL,
	"whole" boolean NOT NULL,
	CONSTRAINT "promise_invoice_workspace_id_promise_id_invoice_id_pk" PRIMARY KEY("workspace_id","promise_id","invoice_id")
);
--> statement-breakpoint
CREATE TABLE "routine" (
	"workspace_id" bigint NOT NULL,
	"key" text NOT NULL,
	"kind" text NOT NULL,
	"member_id" bigint,
	"next_at" timestamp with time zone NOT NULL,
	CONSTRAINT "routine_workspace_id_key_pk" PRIMARY KEY("workspace_id","key")
);
--> statement-breakpoint
CREATE TABLE "miss" (
	"workspace_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "miss_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"task_id" bigint NOT NULL,
	"member_id" bigint NOT NULL,
	"level" text NOT NULL,
	"next_holder_id" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"on_day" date NOT NULL,
	CONSTRAINT "miss_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "outcome" (
	"workspace_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "outcome_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"case_id" bigint NOT NULL,
	"task_id" bigint,
	"kind" text NOT NULL,
	"spoke_with" text,
	"said" text,
	"member_id" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"reached_customer" boolean NOT NULL,
	CONSTRAINT "outcome_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "task" (
	"workspace_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "task_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"case_id" bigint NOT NULL,
	"occurrence_id" bigint,
	"kind" text NOT NULL,
	"step" text,
	"what" text NOT NULL,
	"level" text DEFAULT 'owner' NOT NULL,
	"holder_id" bigint NOT NULL,
	"first_holder_id" bigint NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"deadline_at" timestamp with time zone NOT NULL,
	"nudges_spent" integer DEFAULT 0 NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"fence" integer DEFAULT 0 NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	CONSTRAINT "task_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "workspace" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "workspace_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"platform" text NOT NULL,
	"team_id" text NOT NULL,
	"name" text NOT NULL,
	"country" text NOT NULL,
	"region" text,
	"zone" text NOT NULL,
	"date_order" text NOT NULL,
	"team_channel" text,
	"digest_at" text DEFAULT '08:30' NOT NULL,
	"shadow" boolean DEFAULT true NOT NULL,
	"daily_call_cap" integer DEFAULT 15 NOT NULL,
	"takeover_cap" integer DEFAULT 20 NOT NULL,
	"daily_card_cap" integer DEFAULT 5 NOT NULL,
	"floor" bigint DEFAULT 2500 NOT NULL,
	"creditor" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"clock_offset_ms" bigint DEFAULT 0 NOT NULL,
	"ledger_covers" date,
	"stale_told_on" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "workspace_team" UNIQUE("platform","team_id")
);
--> statement-breakpoint
ALTER TABLE "approval" ADD CONSTRAINT "approval_workspace_id_case_id_case_workspace_id_id_fk" FOREIGN KEY ("workspace_id","case_id") REFERENCES "public"."case"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval" ADD CONSTRAINT "approval_workspace_id_decided_by_member_workspace_id_id_fk" FOREIGN KEY ("workspace_id","decided_by") REFERENCES "public"."member"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case" ADD CONSTRAINT "case_workspace_id_customer_id_customer_workspace_id_id_fk" FOREIGN KEY ("workspace_id","customer_id") REFERENCES "public"."customer"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case" ADD CONSTRAINT "case_workspace_id_ladder_id_ladder_workspace_id_id_fk" FOREIGN KEY ("workspace_id","ladder_id") REFERENCES "public"."ladder"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "occurrence" ADD CONSTRAINT "occurrence_workspace_id_case_id_case_workspace_id_id_fk" FOREIGN KEY ("workspace_id","case_id") REFERENCES "public"."case"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "occurrence_invoice" ADD CONSTRAINT "occurrence_invoice_workspace_id_occurrence_id_occurrence_workspace_id_id_fk" FOREIGN KEY ("workspace_id","occurrence_id") REFERENCES "public"."occurrence"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "occurrence_invoice" ADD CONSTRAINT "occurrence_invoice_workspace_id_invoice_id_invoice_workspace_id_id_fk" FOREIGN KEY ("workspace_id","invoice_id") REFERENCES "public"."invoice"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact" ADD CONSTRAINT "contact_workspace_id_customer_id_customer_workspace_id_id_fk" FOREIGN KEY ("workspace_id","customer_id") REFERENCES "public"."customer"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer" ADD CONSTRAINT "customer_workspace_id_owner_id_member_workspace_id_id_fk" FOREIGN KEY ("workspace_id","owner_id") REFERENCES "public"."member"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_spelling" ADD CONSTRAINT "customer_spelling_workspace_id_customer_id_customer_workspace_id_id_fk" FOREIGN KEY ("workspace_id","customer_id") REFERENCES "public"."customer"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice" ADD CONSTRAINT "invoice_workspace_id_customer_id_customer_workspace_id_id_fk" FOREIGN KEY ("workspace_id","customer_id") REFERENCES "public"."customer"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_balance" ADD CONSTRAINT "invoice_balance_workspace_id_invoice_id_invoice_workspace_id_id_fk" FOREIGN KEY ("workspace_id","invoice_id") REFERENCES "public"."invoice"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment" ADD CONSTRAINT "payment_workspace_id_customer_id_customer_workspace_id_id_fk" FOREIGN KEY ("workspace_id","customer_id") REFERENCES "public"."customer"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posting" ADD CONSTRAINT "posting_workspace_id_customer_id_customer_workspace_id_id_fk" FOREIGN KEY ("workspace_id","customer_id") REFERENCES "public"."customer"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posting" ADD CONSTRAINT "posting_workspace_id_invoice_id_invoice_workspace_id_id_fk" FOREIGN KEY ("workspace_id","invoice_id") REFERENCES "public"."invoice"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posting" ADD CONSTRAINT "posting_workspace_id_payment_id_payment_workspace_id_id_fk" FOREIGN KEY ("workspace_id","payment_id") REFERENCES "public"."payment"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posting" ADD CONSTRAINT "posting_workspace_id_reverses_id_posting_workspace_id_id_fk" FOREIGN KEY ("workspace_id","reverses_id") REFERENCES "public"."posting"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter" ADD CONSTRAINT "letter_workspace_id_case_id_case_workspace_id_id_fk" FOREIGN KEY ("workspace_id","case_id") REFERENCES "public"."case"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter" ADD CONSTRAINT "letter_workspace_id_occurrence_id_occurrence_workspace_id_id_fk" FOREIGN KEY ("workspace_id","occurrence_id") REFERENCES "public"."occurrence"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member" ADD CONSTRAINT "member_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member" ADD CONSTRAINT "member_workspace_id_lead_id_member_workspace_id_id_fk" FOREIGN KEY ("workspace_id","lead_id") REFERENCES "public"."member"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member" ADD CONSTRAINT "member_workspace_id_manager_id_member_workspace_id_id_fk" FOREIGN KEY ("workspace_id","manager_id") REFERENCES "public"."member"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member" ADD CONSTRAINT "member_workspace_id_deputy_id_member_workspace_id_id_fk" FOREIGN KEY ("workspace_id","deputy_id") REFERENCES "public"."member"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "card" ADD CONSTRAINT "card_workspace_id_outbox_id_outbox_workspace_id_id_fk" FOREIGN KEY ("workspace_id","outbox_id") REFERENCES "public"."outbox"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_workspace_id_parent_id_outbox_workspace_id_id_fk" FOREIGN KEY ("workspace_id","parent_id") REFERENCES "public"."outbox"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_advice" ADD CONSTRAINT "payment_advice_workspace_id_case_id_case_workspace_id_id_fk" FOREIGN KEY ("workspace_id","case_id") REFERENCES "public"."case"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_advice" ADD CONSTRAINT "payment_advice_workspace_id_member_id_member_workspace_id_id_fk" FOREIGN KEY ("workspace_id","member_id") REFERENCES "public"."member"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promise" ADD CONSTRAINT "promise_workspace_id_case_id_case_workspace_id_id_fk" FOREIGN KEY ("workspace_id","case_id") REFERENCES "public"."case"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promise" ADD CONSTRAINT "promise_workspace_id_made_by_member_workspace_id_id_fk" FOREIGN KEY ("workspace_id","made_by") REFERENCES "public"."member"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promise" ADD CONSTRAINT "promise_workspace_id_renews_id_promise_workspace_id_id_fk" FOREIGN KEY ("workspace_id","renews_id") REFERENCES "public"."promise"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promise_invoice" ADD CONSTRAINT "promise_invoice_workspace_id_promise_id_promise_workspace_id_id_fk" FOREIGN KEY ("workspace_id","promise_id") REFERENCES "public"."promise"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promise_invoice" ADD CONSTRAINT "promise_invoice_workspace_id_invoice_id_invoice_workspace_id_id_fk" FOREIGN KEY ("workspace_id","invoice_id") REFERENCES "public"."invoice"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "routine" ADD CONSTRAINT "routine_workspace_id_member_id_member_workspace_id_id_fk" FOREIGN KEY ("workspace_id","member_id") REFERENCES "public"."member"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "miss" ADD CONSTRAINT "miss_workspace_id_task_id_task_workspace_id_id_fk" FOREIGN KEY ("workspace_id","task_id") REFERENCES "public"."task"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "miss" ADD CONSTRAINT "miss_workspace_id_member_id_member_workspace_id_id_fk" FOREIGN KEY ("workspace_id","member_id") REFERENCES "public"."member"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcome" ADD CONSTRAINT "outcome_workspace_id_case_id_case_workspace_id_id_fk" FOREIGN KEY ("workspace_id","case_id") REFERENCES "public"."case"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcome" ADD CONSTRAINT "outcome_workspace_id_task_id_task_workspace_id_id_fk" FOREIGN KEY ("workspace_id","task_id") REFERENCES "public"."task"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcome" ADD CONSTRAINT "outcome_workspace_id_member_id_member_workspace_id_id_fk" FOREIGN KEY ("workspace_id","member_id") REFERENCES "public"."member"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_workspace_id_case_id_case_workspace_id_id_fk" FOREIGN KEY ("workspace_id","case_id") REFERENCES "public"."case"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_workspace_id_occurrence_id_occurrence_workspace_id_id_fk" FOREIGN KEY ("workspace_id","occurrence_id") REFERENCES "public"."occurrence"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_workspace_id_holder_id_member_workspace_id_id_fk" FOREIGN KEY ("workspace_id","holder_id") REFERENCES "public"."member"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_workspace_id_first_holder_id_member_workspace_id_id_fk" FOREIGN KEY ("workspace_id","first_holder_id") REFERENCES "public"."member"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "approval_pending" ON "approval" USING btree ("workspace_id","case_id","step") WHERE status = 'pending';--> statement-breakpoint
CREATE INDEX "audit_case" ON "audit" USING btree ("workspace_id","case_id","id");--> statement-breakpoint
CREATE INDEX "case_wake" ON "case" USING btree ("workspace_id","wake_at");--> statement-breakpoint
CREATE INDEX "occurrence_invoice_invoice" ON "occurrence_invoice" USING btree ("workspace_id","invoice_id");--> statement-breakpoint
CREATE INDEX "contact_customer" ON "contact" USING btree ("workspace_id","customer_id");--> statement-breakpoint
CREATE INDEX "customer_owner" ON "customer" USING btree ("workspace_id","owner_id");--> statement-breakpoint
CREATE INDEX "invoice_balance_open" ON "invoice_balance" USING btree ("workspace_id","invoice_id") WHERE open > 0;--> statement-breakpoint
CREATE INDEX "payment_customer" ON "payment" USING btree ("workspace_id","customer_id","currency");--> statement-breakpoint
CREATE INDEX "posting_invoice" ON "posting" USING btree ("workspace_id","invoice_id");--> statement-breakpoint
CREATE INDEX "posting_customer" ON "posting" USING btree ("workspace_id","customer_id","currency");--> statement-breakpoint
CREATE INDEX "letter_case" ON "letter" USING btree ("workspace_id","case_id");--> statement-breakpoint
CREATE INDEX "card_stale" ON "card" USING btree ("workspace_id") WHERE wanted > shown and not parked;--> statement-breakpoint
CREATE INDEX "outbox_live" ON "outbox" USING btree ("workspace_id","stream","sequence") WHERE status in ('waiting', 'claimed', 'unknown');--> statement-breakpoint
CREATE INDEX "payment_advice_case" ON "payment_advice" USING btree ("workspace_id","case_id");--> statement-breakpoint
CREATE INDEX "promise_case" ON "promise" USING btree ("workspace_id","case_id");--> statement-breakpoint
CREATE INDEX "promise_invoice_invoice" ON "promise_invoice" USING btree ("workspace_id","invoice_id");--> statement-breakpoint
CREATE INDEX "miss_day" ON "miss" USING btree ("workspace_id","on_day","member_id");--> statement-breakpoint
CREATE INDEX "outcome_case" ON "outcome" USING btree ("workspace_id","case_id");--> statement-breakpoint
CREATE INDEX "task_open" ON "task" USING btree ("workspace_id","case_id") WHERE status = 'open';--> statement-breakpoint
CREATE INDEX "task_holder" ON "task" USING btree ("workspace_id","holder_id") WHERE status = 'open';