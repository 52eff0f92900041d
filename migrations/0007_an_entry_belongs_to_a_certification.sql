ALTER TABLE "directory_entries" DROP CONSTRAINT "directory_entries_pkey";--> statement-breakpoint
ALTER TABLE "directory_entries" ADD PRIMARY KEY ("certification_id");--> statement-breakpoint
ALTER TABLE "directory_entries" DROP COLUMN "latest_starts_on";
