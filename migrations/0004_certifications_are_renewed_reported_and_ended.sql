CREATE TABLE "revocation_proceedings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"certification_id" uuid NOT NULL,
	"grounds" text NOT NULL,
	"answer_by" date NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"opened_by" uuid NOT NULL,
	"answer" text,
	"answer_channel" text,
	"answered_at" timestamp with time zone,
	"answered_by" uuid,
	"outcome" text,
	"outcome_reason" text,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	CONSTRAINT "revocation_proceedings_grounds" CHECK (length("revocation_proceedings"."grounds") > 0),
	CONSTRAINT "revocation_proceedings_answer" CHECK (("revocation_proceedings"."answer" is null and "revocation_proceedings"."answer_channel" is null and "revocation_proceedings"."answered_at" is null and "revocation_proceedings"."answered_by" is null) or (length("revocation_proceedings"."answer") > 0 and "revocation_proceedings"."answer_channel" in ('portal', 'phone', 'mail', 'online', 'visit', 'letter') and "revocation_proceedings"."answered_at" is not null and "revocation_proceedings"."answered_by" is not null)),
	CONSTRAINT "revocation_proceedings_outcome" CHECK (("revocation_proceedings"."outcome" is null and "revocation_proceedings"."outcome_reason" is null and "revocation_proceedings"."decided_at" is null and "revocation_proceedings"."decided_by" is null) or ("revocation_proceedings"."outcome" in ('revoked', 'dismissed') and length("revocation_proceedings"."outcome_reason") > 0 and "revocation_proceedings"."decided_at" is not null and "revocation_proceedings"."decided_by" is not null))
);
--> statement-breakpoint
CREATE TABLE "meeting_attendance" (
	"meeting_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	CONSTRAINT "meeting_attendance_meeting_id_member_id_pk" PRIMARY KEY("meeting_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "meeting_papers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"pages" integer NOT NULL,
	"size" integer NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"made_by" uuid NOT NULL,
	CONSTRAINT "meeting_papers_pages" CHECK ("meeting_papers"."pages" >= 1)
);
--> statement-breakpoint
CREATE TABLE "reported_renewals" (
	"application_id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"reported_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "letter_texts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"subject" text,
	"body" text,
	"saved_at" timestamp with time zone NOT NULL,
	"saved_by" uuid NOT NULL,
	CONSTRAINT "letter_texts_whole" CHECK (("letter_texts"."subject" is null) = ("letter_texts"."body" is null))
);
--> statement-breakpoint
CREATE TABLE "letters" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"company_id" uuid NOT NULL,
	"subject_id" uuid NOT NULL,
	"addressee" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"sha256" text NOT NULL,
	"issued_on" date NOT NULL,
	"issued_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"occasion" text NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	CONSTRAINT "notices_kind_subject_id_occasion_pk" PRIMARY KEY("kind","subject_id","occasion")
);
--> statement-breakpoint
CREATE TABLE "route_choices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"application_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"route" text NOT NULL,
	"proposed" text NOT NULL,
	"grounds" jsonb NOT NULL,
	"reason" text NOT NULL,
	"chosen_at" timestamp with time zone NOT NULL,
	"chosen_by" uuid NOT NULL,
	CONSTRAINT "route_choices_route" CHECK ("route_choices"."route" in ('simplified', 'examination')),
	CONSTRAINT "route_choices_proposed" CHECK ("route_choices"."proposed" in ('simplified', 'examination')),
	CONSTRAINT "route_choices_overruled_with_reason" CHECK ("route_choices"."route" = "route_choices"."proposed" or length("route_choices"."reason") > 0)
);
--> statement-breakpoint
ALTER TABLE "meetings" DROP CONSTRAINT "meetings_number_unique";--> statement-breakpoint
ALTER TABLE "applications" ADD COLUMN "renews" uuid;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "cancelled_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "cancelled_by" uuid;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "cancel_reason" text;--> statement-breakpoint
ALTER TABLE "revocation_proceedings" ADD CONSTRAINT "revocation_proceedings_certification_id_certifications_id_fk" FOREIGN KEY ("certification_id") REFERENCES "public"."certifications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revocation_proceedings" ADD CONSTRAINT "revocation_proceedings_opened_by_users_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revocation_proceedings" ADD CONSTRAINT "revocation_proceedings_answered_by_users_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revocation_proceedings" ADD CONSTRAINT "revocation_proceedings_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_attendance" ADD CONSTRAINT "meeting_attendance_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_attendance" ADD CONSTRAINT "meeting_attendance_member_id_users_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_papers" ADD CONSTRAINT "meeting_papers_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_papers" ADD CONSTRAINT "meeting_papers_sha256_stored_files_sha256_fk" FOREIGN KEY ("sha256") REFERENCES "public"."stored_files"("sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_papers" ADD CONSTRAINT "meeting_papers_made_by_users_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reported_renewals" ADD CONSTRAINT "reported_renewals_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reported_renewals" ADD CONSTRAINT "reported_renewals_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_texts" ADD CONSTRAINT "letter_texts_saved_by_users_id_fk" FOREIGN KEY ("saved_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_sha256_stored_files_sha256_fk" FOREIGN KEY ("sha256") REFERENCES "public"."stored_files"("sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "route_choices" ADD CONSTRAINT "route_choices_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "route_choices" ADD CONSTRAINT "route_choices_chosen_by_users_id_fk" FOREIGN KEY ("chosen_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "revocation_proceedings_by_certification" ON "revocation_proceedings" USING btree ("certification_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "revocation_proceedings_one_open" ON "revocation_proceedings" USING btree ("certification_id") WHERE "revocation_proceedings"."outcome" is null;--> statement-breakpoint
CREATE INDEX "meeting_papers_by_meeting" ON "meeting_papers" USING btree ("meeting_id","id");--> statement-breakpoint
CREATE INDEX "reported_renewals_by_meeting" ON "reported_renewals" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "letter_texts_by_kind" ON "letter_texts" USING btree ("kind","id");--> statement-breakpoint
CREATE INDEX "letters_by_subject" ON "letters" USING btree ("subject_id","id");--> statement-breakpoint
CREATE INDEX "letters_by_company" ON "letters" USING btree ("company_id");--> statement-breakpoint
CREATE INDEX "route_choices_by_application" ON "route_choices" USING btree ("application_id","id");--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_renews_applications_id_fk" FOREIGN KEY ("renews") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_cancelled_by_users_id_fk" FOREIGN KEY ("cancelled_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "applications_renewed_once" ON "applications" USING btree ("renews") WHERE "applications"."status" = 'certified';--> statement-breakpoint
CREATE UNIQUE INDEX "meetings_number" ON "meetings" USING btree ("number") WHERE "meetings"."cancelled_at" is null;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_renewal_renews" CHECK (("applications"."kind" = 'renewal') = ("applications"."renews" is not null));--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_closed_or_cancelled" CHECK ("meetings"."closed_at" is null or "meetings"."cancelled_at" is null);--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_cancelled_with_reason" CHECK (("meetings"."cancelled_at" is null and "meetings"."cancelled_by" is null and "meetings"."cancel_reason" is null) or ("meetings"."cancelled_at" is not null and "meetings"."cancelled_by" is not null and length("meetings"."cancel_reason") > 0));--> statement-breakpoint
CREATE TRIGGER route_choices_append_only BEFORE UPDATE OR DELETE ON "route_choices" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER route_choices_no_truncate BEFORE TRUNCATE ON "route_choices" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER reported_renewals_append_only BEFORE UPDATE OR DELETE ON "reported_renewals" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER reported_renewals_no_truncate BEFORE TRUNCATE ON "reported_renewals" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER meeting_papers_append_only BEFORE UPDATE OR DELETE ON "meeting_papers" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER meeting_papers_no_truncate BEFORE TRUNCATE ON "meeting_papers" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER meeting_attendance_append_only BEFORE UPDATE OR DELETE ON "meeting_attendance" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER meeting_attendance_no_truncate BEFORE TRUNCATE ON "meeting_attendance" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER letter_texts_append_only BEFORE UPDATE OR DELETE ON "letter_texts" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER letter_texts_no_truncate BEFORE TRUNCATE ON "letter_texts" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER letters_append_only BEFORE UPDATE OR DELETE ON "letters" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER letters_no_truncate BEFORE TRUNCATE ON "letters" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
