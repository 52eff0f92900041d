CREATE TABLE "provider_sign_ins" (
	"state_hash" text PRIMARY KEY NOT NULL,
	"browser_hash" text NOT NULL,
	"provider_id" text NOT NULL,
	"return_path" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "identities" ADD COLUMN "legal_entity_number" text;--> statement-breakpoint
CREATE INDEX "provider_sign_ins_by_end" ON "provider_sign_ins" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "identities_one_account" ON "identities" USING btree ("provider_id","account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "identities_one_subject" ON "identities" USING btree ("provider_id","user_id");