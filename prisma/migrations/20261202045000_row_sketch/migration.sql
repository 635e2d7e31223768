-- All rows once more, so that those that differ can be named; each branch fills it when it wakes.
ALTER TABLE "branch" ADD COLUMN "row_sketch" TEXT;
