CREATE TABLE "signed_certificates" (
	"id" uuid PRIMARY KEY NOT NULL,
	"certificate_id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"signer" text NOT NULL,
	"uploaded_at" timestamp with time zone NOT NULL,
	"uploaded_by" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "credential_keys" (
	"kid" text PRIMARY KEY NOT NULL,
	"public_key" jsonb NOT NULL,
	"first_used_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "directory_entries" (
	"company_id" uuid PRIMARY KEY NOT NULL,
	"certification_id" uuid NOT NULL,
	"made_from" text NOT NULL,
	"name_kana" text NOT NULL,
	"industry" text NOT NULL,
	"size" text,
	"passed_categories" integer[] NOT NULL,
	"measures" text[] NOT NULL,
	"latest_starts_on" date NOT NULL,
	"search_text" text NOT NULL,
	"bigrams" text[] NOT NULL,
	"content" jsonb NOT NULL,
	"made_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "guide_revisions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"body" text,
	"saved_at" timestamp with time zone NOT NULL,
	"saved_by" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "publicity_settings" (
	"company_id" uuid PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"shown" text[] NOT NULL,
	"jobs_url" text NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"updated_by" uuid NOT NULL,
	CONSTRAINT "publicity_settings_version" CHECK ("publicity_settings"."version" >= 1)
);
--> statement-breakpoint
CREATE TABLE "publicity_statements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"company_id" uuid NOT NULL,
	"words" text NOT NULL,
	"photo" text,
	"photo_description" text NOT NULL,
	"logo" text,
	"sent_at" timestamp with time zone NOT NULL,
	"sent_by" uuid NOT NULL,
	"outcome" text,
	"reason" text DEFAULT '' NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	CONSTRAINT "publicity_statements_photo" CHECK ("publicity_statements"."photo" is null or length("publicity_statements"."photo_description") > 0),
	CONSTRAINT "publicity_statements_outcome" CHECK (("publicity_statements"."outcome" is null and "publicity_statements"."decided_at" is null and "publicity_statements"."decided_by" is null) or ("publicity_statements"."outcome" in ('approved', 'returned', 'withdrawn') and "publicity_statements"."decided_at" is not null and "publicity_statements"."decided_by" is not null)),
	CONSTRAINT "publicity_statements_returned_why" CHECK ("publicity_statements"."outcome" <> 'returned' or length("publicity_statements"."reason") > 0)
);
--> statement-breakpoint
ALTER TABLE "certificates" ADD COLUMN "signer" text;--> statement-breakpoint
ALTER TABLE "signed_certificates" ADD CONSTRAINT "signed_certificates_certificate_id_certificates_id_fk" FOREIGN KEY ("certificate_id") REFERENCES "public"."certificates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signed_certificates" ADD CONSTRAINT "signed_certificates_sha256_stored_files_sha256_fk" FOREIGN KEY ("sha256") REFERENCES "public"."stored_files"("sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signed_certificates" ADD CONSTRAINT "signed_certificates_uploaded_by_users_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directory_entries" ADD CONSTRAINT "directory_entries_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directory_entries" ADD CONSTRAINT "directory_entries_certification_id_certifications_id_fk" FOREIGN KEY ("certification_id") REFERENCES "public"."certifications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guide_revisions" ADD CONSTRAINT "guide_revisions_saved_by_users_id_fk" FOREIGN KEY ("saved_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publicity_settings" ADD CONSTRAINT "publicity_settings_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publicity_settings" ADD CONSTRAINT "publicity_settings_updated_by_users_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publicity_statements" ADD CONSTRAINT "publicity_statements_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publicity_statements" ADD CONSTRAINT "publicity_statements_photo_stored_files_sha256_fk" FOREIGN KEY ("photo") REFERENCES "public"."stored_files"("sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publicity_statements" ADD CONSTRAINT "publicity_statements_logo_stored_files_sha256_fk" FOREIGN KEY ("logo") REFERENCES "public"."stored_files"("sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publicity_statements" ADD CONSTRAINT "publicity_statements_sent_by_users_id_fk" FOREIGN KEY ("sent_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publicity_statements" ADD CONSTRAINT "publicity_statements_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "signed_certificates_by_certificate" ON "signed_certificates" USING btree ("certificate_id","id");--> statement-breakpoint
CREATE INDEX "directory_entries_bigrams" ON "directory_entries" USING gin ("bigrams");--> statement-breakpoint
CREATE INDEX "guide_revisions_by_slug" ON "guide_revisions" USING btree ("slug","id");--> statement-breakpoint
CREATE INDEX "publicity_statements_by_company" ON "publicity_statements" USING btree ("company_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "publicity_statements_one_open" ON "publicity_statements" USING btree ("company_id") WHERE "publicity_statements"."outcome" is null;
--> statement-breakpoint
CREATE TRIGGER guide_revisions_append_only BEFORE UPDATE OR DELETE ON "guide_revisions" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER guide_revisions_no_truncate BEFORE TRUNCATE ON "guide_revisions" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER signed_certificates_append_only BEFORE UPDATE OR DELETE ON "signed_certificates" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER signed_certificates_no_truncate BEFORE TRUNCATE ON "signed_certificates" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER credential_keys_append_only BEFORE UPDATE OR DELETE ON "credential_keys" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER credential_keys_no_truncate BEFORE TRUNCATE ON "credential_keys" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
