-- What a stranger's line, a claim code and the start look up without reading every branch.
ALTER TABLE "branch" ADD COLUMN "claimed_on" TEXT;

CREATE INDEX "person_name_idx" ON "person"("name");

CREATE INDEX "claim_code_code_hash_idx" ON "claim_code"("code_hash");

CREATE INDEX "rulebook_version_idx" ON "rulebook"("version");
