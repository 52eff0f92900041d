CREATE TABLE "file_scans" (
	"sha256" text PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"found" text,
	"engine" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	"asked_at" timestamp with time zone NOT NULL,
	"scanned_at" timestamp with time zone,
	CONSTRAINT "file_scans_state" CHECK ("file_scans"."state" in ('waiting', 'clean', 'infected', 'failed')),
	CONSTRAINT "file_scans_found" CHECK (("file_scans"."state" = 'infected') = ("file_scans"."found" is not null)),
	CONSTRAINT "file_scans_scanned" CHECK ("file_scans"."state" not in ('clean', 'infected') or "file_scans"."scanned_at" is not null)
);
--> statement-breakpoint
ALTER TABLE "file_scans" ADD CONSTRAINT "file_scans_sha256_stored_files_sha256_fk" FOREIGN KEY ("sha256") REFERENCES "public"."stored_files"("sha256") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "file_scans_by_state" ON "file_scans" USING btree ("state","scanned_at");--> statement-breakpoint
-- A picture that was sent and never used in a statement is forgotten after some time; one that was used stays, and none is changed.
DROP TRIGGER publicity_pictures_append_only ON "publicity_pictures";
--> statement-breakpoint
CREATE TRIGGER publicity_pictures_unchanged BEFORE UPDATE ON "publicity_pictures" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE FUNCTION refuse_to_forget_used_pictures() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM publicity_statements WHERE company_id = OLD.company_id AND OLD.sha256 IN (photo, logo)) THEN
    RAISE EXCEPTION 'publicity_pictures is append-only: a statement shows this picture' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN OLD;
END $$;
--> statement-breakpoint
CREATE TRIGGER publicity_pictures_used BEFORE DELETE ON "publicity_pictures" FOR EACH ROW EXECUTE FUNCTION refuse_to_forget_used_pictures();
