CREATE TABLE "work_runs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"work" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone NOT NULL,
	"outcome" text NOT NULL,
	"details" jsonb NOT NULL,
	CONSTRAINT "work_runs_outcome" CHECK ("work_runs"."outcome" in ('done', 'failed'))
);
--> statement-breakpoint
ALTER TABLE "role_grants" DROP CONSTRAINT "role_grants_role";--> statement-breakpoint
CREATE INDEX "work_runs_by_work" ON "work_runs" USING btree ("work","finished_at");--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_role" CHECK ("role_grants"."role" in ('secretariat', 'committee', 'administrator'));