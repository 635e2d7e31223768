-- CreateTable
CREATE TABLE "report_note" (
    "branch" TEXT NOT NULL,
    "id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "matter" INTEGER,
    "recorded_by" INTEGER NOT NULL,
    "recorded_at" TEXT NOT NULL,
    "sealed" BLOB NOT NULL,

    PRIMARY KEY ("branch", "id")
);

