CREATE TABLE "publicity_pictures" (
	"company_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"sha256" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"taken_at" timestamp with time zone NOT NULL,
	"taken_by" uuid NOT NULL,
	CONSTRAINT "publicity_pictures_company_id_kind_sha256_pk" PRIMARY KEY("company_id","kind","sha256")
);
--> statement-breakpoint
ALTER TABLE "publicity_pictures" ADD CONSTRAINT "publicity_pictures_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publicity_pictures" ADD CONSTRAINT "publicity_pictures_sha256_stored_files_sha256_fk" FOREIGN KEY ("sha256") REFERENCES "public"."stored_files"("sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publicity_pictures" ADD CONSTRAINT "publicity_pictures_taken_by_users_id_fk" FOREIGN KEY ("taken_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE TRIGGER publicity_pictures_append_only BEFORE UPDATE OR DELETE ON "publicity_pictures" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER publicity_pictures_no_truncate BEFORE TRUNCATE ON "publicity_pictures" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
