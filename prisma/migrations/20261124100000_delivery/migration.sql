-- AlterTable
ALTER TABLE "outbox" ADD COLUMN "epoch" INTEGER;
ALTER TABLE "outbox" ADD COLUMN "progress" INTEGER;

-- CreateTable
CREATE TABLE "lease" (
    "channel" TEXT NOT NULL PRIMARY KEY,
    "owner" TEXT NOT NULL,
    "epoch" INTEGER NOT NULL,
    "until_at" TEXT NOT NULL
);

