-- CreateTable
CREATE TABLE "postponement" (
    "branch" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "period" INTEGER NOT NULL,
    "publish_at" TEXT NOT NULL,

    PRIMARY KEY ("branch", "year", "period")
);

-- CreateTable
CREATE TABLE "election" (
    "branch" TEXT NOT NULL,
    "id" INTEGER NOT NULL,
    "held_on" TEXT NOT NULL,
    "recorded_by" INTEGER NOT NULL,
    "recorded_at" TEXT NOT NULL,

    PRIMARY KEY ("branch", "id")
);
