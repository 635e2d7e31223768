-- CreateTable
CREATE TABLE "attendance_change" (
    "branch" TEXT NOT NULL,
    "activity" INTEGER NOT NULL,
    "person" INTEGER NOT NULL,
    "no" INTEGER NOT NULL,
    "matter" INTEGER NOT NULL,
    "ruled_by" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    "sealed" BLOB NOT NULL,

    PRIMARY KEY ("branch", "activity", "person", "no")
);

