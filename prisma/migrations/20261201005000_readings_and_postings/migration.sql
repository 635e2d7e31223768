-- AlterTable
ALTER TABLE "notice" ADD COLUMN "how" TEXT NOT NULL DEFAULT 'group';

-- CreateTable
CREATE TABLE "posting" (
    "branch" TEXT NOT NULL,
    "notice" INTEGER NOT NULL,
    "how" TEXT NOT NULL,
    "posted_on" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "recorded_by" INTEGER NOT NULL,
    "recorded_at" TEXT NOT NULL,

    PRIMARY KEY ("branch", "notice")
);

-- CreateTable
CREATE TABLE "reading" (
    "branch" TEXT NOT NULL,
    "no" INTEGER NOT NULL,
    "setting" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "matter" INTEGER NOT NULL,
    "adopted_at" TEXT NOT NULL,

    PRIMARY KEY ("branch", "no")
);

