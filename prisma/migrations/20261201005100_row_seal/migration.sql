-- The sum of the keyed hashes of all rows of a branch, and its seal; the first start afterwards fills them.
ALTER TABLE "branch" ADD COLUMN "row_sum" TEXT;
ALTER TABLE "branch" ADD COLUMN "table_sums" TEXT;
ALTER TABLE "branch" ADD COLUMN "log_sum" TEXT;
ALTER TABLE "branch" ADD COLUMN "row_seal" TEXT;
