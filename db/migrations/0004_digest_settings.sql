ALTER TABLE "workspace" ADD COLUMN "digest_on" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "workspace" ADD COLUMN "names_misses" boolean DEFAULT false NOT NULL;