CREATE TABLE "case_views" (
	"application_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"kind" text NOT NULL,
	"viewed_on" date NOT NULL,
	"first_at" timestamp with time zone NOT NULL,
	"last_at" timestamp with time zone NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "case_views_application_id_viewed_on_user_id_kind_pk" PRIMARY KEY("application_id","viewed_on","user_id","kind"),
	CONSTRAINT "case_views_role" CHECK ("case_views"."role" in ('secretariat', 'committee')),
	CONSTRAINT "case_views_kind" CHECK ("case_views"."kind" in ('page', 'file', 'papers')),
	CONSTRAINT "case_views_count" CHECK ("case_views"."count" >= 1)
);
--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "last_signed_in_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "erased_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "applications" ADD COLUMN "erased_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "erased_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "case_views" ADD CONSTRAINT "case_views_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_views" ADD CONSTRAINT "case_views_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- An account is unused from its last sign-in on, whatever later becomes of the session.
CREATE FUNCTION note_sign_in() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "users" SET "last_signed_in_at" = NEW."created_at" WHERE "id" = NEW."user_id";
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER sessions_note_sign_in AFTER INSERT ON "sessions" FOR EACH ROW EXECUTE FUNCTION note_sign_in();
--> statement-breakpoint
UPDATE "users" SET "last_signed_in_at" = greatest(
  (SELECT max("last_seen_at") FROM "sessions" WHERE "user_id" = "users"."id"),
  (SELECT max("at") FROM "events" WHERE "actor_id" = "users"."id")
);
--> statement-breakpoint
-- Histories stay append-only with one exception, the erasure of personal data at the end of its time. A transaction says
-- whose in `portal.erasing` (`account <id>`, `subject <id>`), and nothing but this is let through:
-- of that account's lines in the history, the name becomes the one for erased people; of that subject's lines, details
-- are taken away and none is changed; of that subject, what the company sent and what was noted about it is deleted.
CREATE FUNCTION refuse_change_but_erasure_of_event() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  erasing text := coalesce(current_setting('portal.erasing', true), '');
BEGIN
  IF TG_OP = 'UPDATE'
    AND NEW."id" = OLD."id" AND NEW."at" = OLD."at" AND NEW."subject_id" = OLD."subject_id" AND NEW."kind" = OLD."kind"
    AND NEW."actor_id" IS NOT DISTINCT FROM OLD."actor_id"
  THEN
    IF erasing = 'account ' || OLD."actor_id" AND NEW."details" = OLD."details" AND NEW."actor_name" = '削除された利用者'
    THEN
      RETURN NEW;
    END IF;
    IF erasing = 'subject ' || OLD."subject_id" AND NEW."actor_name" = OLD."actor_name"
      AND NOT EXISTS (
        SELECT 1 FROM jsonb_each(NEW."details") AS left_over
        WHERE (OLD."details" -> left_over.key) IS DISTINCT FROM left_over.value
      )
    THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION '% is append-only: % is refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END
$$;
--> statement-breakpoint
CREATE FUNCTION refuse_change_but_erasure_of_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_setting('portal.erasing', true) = 'subject ' || OLD."application_id" THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION '% is append-only: % is refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END
$$;
--> statement-breakpoint
DROP TRIGGER events_append_only ON "events";
--> statement-breakpoint
CREATE TRIGGER events_append_only BEFORE UPDATE OR DELETE ON "events" FOR EACH ROW EXECUTE FUNCTION refuse_change_but_erasure_of_event();
--> statement-breakpoint
DROP TRIGGER submissions_append_only ON "submissions";
--> statement-breakpoint
CREATE TRIGGER submissions_append_only BEFORE UPDATE OR DELETE ON "submissions" FOR EACH ROW EXECUTE FUNCTION refuse_change_but_erasure_of_case();
--> statement-breakpoint
DROP TRIGGER item_decisions_append_only ON "item_decisions";
--> statement-breakpoint
CREATE TRIGGER item_decisions_append_only BEFORE UPDATE OR DELETE ON "item_decisions" FOR EACH ROW EXECUTE FUNCTION refuse_change_but_erasure_of_case();
--> statement-breakpoint
DROP TRIGGER reading_choices_append_only ON "reading_choices";
--> statement-breakpoint
CREATE TRIGGER reading_choices_append_only BEFORE UPDATE OR DELETE ON "reading_choices" FOR EACH ROW EXECUTE FUNCTION refuse_change_but_erasure_of_case();
--> statement-breakpoint
DROP TRIGGER correction_requests_append_only ON "correction_requests";
--> statement-breakpoint
CREATE TRIGGER correction_requests_append_only BEFORE UPDATE OR DELETE ON "correction_requests" FOR EACH ROW EXECUTE FUNCTION refuse_change_but_erasure_of_case();
--> statement-breakpoint
DROP TRIGGER hearing_notes_append_only ON "hearing_notes";
--> statement-breakpoint
CREATE TRIGGER hearing_notes_append_only BEFORE UPDATE OR DELETE ON "hearing_notes" FOR EACH ROW EXECUTE FUNCTION refuse_change_but_erasure_of_case();
--> statement-breakpoint
DROP TRIGGER route_choices_append_only ON "route_choices";
--> statement-breakpoint
CREATE TRIGGER route_choices_append_only BEFORE UPDATE OR DELETE ON "route_choices" FOR EACH ROW EXECUTE FUNCTION refuse_change_but_erasure_of_case();
