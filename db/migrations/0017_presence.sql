CREATE TABLE "outage" (
	"workspace_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "outage_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"down_from" timestamp with time zone NOT NULL,
	"up_at" timestamp with time zone NOT NULL,
	"caught_up_at" timestamp with time zone,
	CONSTRAINT "outage_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "outage_in_order" CHECK ("outage"."down_from" < "outage"."up_at")
);
--> statement-breakpoint
CREATE TABLE "pulse" (
	"workspace_id" bigint NOT NULL,
	"ticked_at" timestamp with time zone NOT NULL,
	"calendar_mark" text,
	CONSTRAINT "pulse_workspace_id_pk" PRIMARY KEY("workspace_id")
);
--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "hold_until" timestamp with time zone;