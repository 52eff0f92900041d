DROP INDEX "certifications_one_standing_per_company";--> statement-breakpoint
CREATE INDEX "certifications_by_company" ON "certifications" USING btree ("company_id");