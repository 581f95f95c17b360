CREATE TABLE "full_stop" (
	"workspace_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "full_stop_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"customer_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"said" text NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"set_by" bigint NOT NULL,
	"confirmed_by" bigint,
	"confirmed_at" timestamp with time zone,
	"file_by" date,
	"ended_at" timestamp with time zone,
	"ended_by" bigint,
	"ended_because" text,
	CONSTRAINT "full_stop_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "limitation_alert" (
	"workspace_id" bigint NOT NULL,
	"invoice_id" bigint NOT NULL,
	"given" integer NOT NULL,
	"on_day" date NOT NULL,
	CONSTRAINT "limitation_alert_workspace_id_invoice_id_pk" PRIMARY KEY("workspace_id","invoice_id")
);
--> statement-breakpoint
ALTER TABLE "full_stop" ADD CONSTRAINT "full_stop_workspace_id_customer_id_customer_workspace_id_id_fk" FOREIGN KEY ("workspace_id","customer_id") REFERENCES "public"."customer"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "full_stop" ADD CONSTRAINT "full_stop_workspace_id_set_by_member_workspace_id_id_fk" FOREIGN KEY ("workspace_id","set_by") REFERENCES "public"."member"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "full_stop" ADD CONSTRAINT "full_stop_workspace_id_confirmed_by_member_workspace_id_id_fk" FOREIGN KEY ("workspace_id","confirmed_by") REFERENCES "public"."member"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "full_stop" ADD CONSTRAINT "full_stop_workspace_id_ended_by_member_workspace_id_id_fk" FOREIGN KEY ("workspace_id","ended_by") REFERENCES "public"."member"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "limitation_alert" ADD CONSTRAINT "limitation_alert_workspace_id_invoice_id_invoice_workspace_id_id_fk" FOREIGN KEY ("workspace_id","invoice_id") REFERENCES "public"."invoice"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "full_stop_live" ON "full_stop" USING btree ("workspace_id","customer_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "full_stop_customer" ON "full_stop" USING btree ("workspace_id","customer_id");