-- CreateTable
CREATE TABLE "rulebook" (
    "branch" TEXT NOT NULL,
    "no" INTEGER NOT NULL,
    "version" TEXT NOT NULL,
    "from_year" INTEGER NOT NULL,
    "matter" INTEGER,
    "meeting_on" TEXT,
    "adopted_at" TEXT NOT NULL,
    "sealed" BLOB NOT NULL,

    PRIMARY KEY ("branch", "no")
);

-- CreateTable
CREATE TABLE "roster_change" (
    "branch" TEXT NOT NULL,
    "id" INTEGER NOT NULL,
    "person" INTEGER NOT NULL,
    "what" TEXT NOT NULL,
    "value_before" TEXT,
    "value_after" TEXT,
    "changed_on" TEXT NOT NULL,
    "entered_by" INTEGER,

    PRIMARY KEY ("branch", "id")
);

-- CreateTable
CREATE TABLE "proxy_entry" (
    "branch" TEXT NOT NULL,
    "id" INTEGER NOT NULL,
    "person" INTEGER NOT NULL,
    "entered_by" INTEGER NOT NULL,
    "entered_at" TEXT NOT NULL,
    "use_case" TEXT NOT NULL,
    "how" TEXT,
    "said_on" TEXT,

    PRIMARY KEY ("branch", "id")
);

-- CreateTable
CREATE TABLE "dues" (
    "branch" TEXT NOT NULL,
    "person" INTEGER NOT NULL,
    "month" TEXT NOT NULL,
    "recorded_by" INTEGER NOT NULL,
    "recorded_at" TEXT NOT NULL,
    "sealed" BLOB NOT NULL,

    PRIMARY KEY ("branch", "person", "month")
);

-- CreateTable
CREATE TABLE "dues_step" (
    "branch" TEXT NOT NULL,
    "person" INTEGER NOT NULL,
    "no" INTEGER NOT NULL,
    "recorded_by" INTEGER NOT NULL,
    "recorded_at" TEXT NOT NULL,
    "sealed" BLOB NOT NULL,

    PRIMARY KEY ("branch", "person", "no")
);

-- CreateTable
CREATE TABLE "care" (
    "branch" TEXT NOT NULL,
    "id" INTEGER NOT NULL,
    "person" INTEGER NOT NULL,
    "recorded_by" INTEGER NOT NULL,
    "recorded_at" TEXT NOT NULL,
    "sealed" BLOB NOT NULL,

    PRIMARY KEY ("branch", "id")
);

-- CreateTable
CREATE TABLE "member_action" (
    "branch" TEXT NOT NULL,
    "id" INTEGER NOT NULL,
    "person" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "which" TEXT,
    "done_on" TEXT NOT NULL,
    "recorded_by" INTEGER NOT NULL,
    "recorded_at" TEXT NOT NULL,
    "sealed" BLOB NOT NULL,

    PRIMARY KEY ("branch", "id")
);

-- CreateTable
CREATE TABLE "appraisal" (
    "branch" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "opened_by" INTEGER NOT NULL,
    "opened_at" TEXT NOT NULL,
    "closed_by" INTEGER,
    "closed_at" TEXT,
    "public_key" TEXT NOT NULL,
    "sealed" BLOB NOT NULL,

    PRIMARY KEY ("branch", "year")
);

-- CreateTable
CREATE TABLE "appraisal_voter" (
    "branch" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "round" INTEGER NOT NULL,
    "voter" INTEGER NOT NULL,
    "person" INTEGER NOT NULL,

    PRIMARY KEY ("branch", "year", "round", "voter", "person")
);

-- CreateTable
-- WITHOUT ROWID by hand (Prisma cannot say it): a rowid would tell in which order the ballots came. So must every
-- later migration that makes this table anew (docs/adr/0009-secret-ballot.md; tests/store/ballots.test.ts looks).
CREATE TABLE "ballot" (
    "branch" TEXT NOT NULL,
    "id" BLOB NOT NULL,
    "sealed" BLOB NOT NULL,

    PRIMARY KEY ("branch", "id")
) WITHOUT ROWID;

-- CreateTable
CREATE TABLE "self_assessment" (
    "branch" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "person" INTEGER NOT NULL,
    "recorded_at" TEXT NOT NULL,
    "sealed" BLOB NOT NULL,

    PRIMARY KEY ("branch", "year", "person")
);

-- CreateTable
CREATE TABLE "year_step" (
    "branch" TEXT NOT NULL,
    "id" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    "done_by" INTEGER NOT NULL,
    "sealed" BLOB NOT NULL,

    PRIMARY KEY ("branch", "id")
);

-- CreateTable
CREATE TABLE "year_record" (
    "branch" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "person" INTEGER NOT NULL,
    "base" INTEGER NOT NULL,
    "bonus" INTEGER NOT NULL,
    "deductions" INTEGER NOT NULL,
    "uncounted" INTEGER NOT NULL,
    "vetoed" BOOLEAN NOT NULL,
    "total" INTEGER NOT NULL,
    "tier" TEXT,
    "archived_at" TEXT NOT NULL,
    "rulebook" TEXT NOT NULL,
    "scored_members" INTEGER NOT NULL,
    "sealed" BLOB NOT NULL,

    PRIMARY KEY ("branch", "year", "person")
);

-- CreateTable
CREATE TABLE "follow_up" (
    "branch" TEXT NOT NULL,
    "id" INTEGER NOT NULL,
    "person" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "recorded_by" INTEGER NOT NULL,
    "recorded_at" TEXT NOT NULL,
    "sealed" BLOB NOT NULL,

    PRIMARY KEY ("branch", "id")
);

