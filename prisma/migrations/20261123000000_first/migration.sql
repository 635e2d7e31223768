-- CreateTable
CREATE TABLE "branch" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "created_at" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "entry_count" INTEGER NOT NULL,
    "head" TEXT NOT NULL,
    "next_due" TEXT
);

-- CreateTable
CREATE TABLE "meta" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "value" BLOB NOT NULL
);

-- CreateTable
CREATE TABLE "person" (
    "branch" TEXT NOT NULL,
    "id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "category" TEXT,
    "probationary" BOOLEAN NOT NULL,
    "party_group" TEXT,
    "exempt" BOOLEAN NOT NULL,
    "joined_on" TEXT NOT NULL,
    "party_joined_on" TEXT,
    "left_on" TEXT,
    "left_how" TEXT,
    "sealed" BLOB NOT NULL,

    PRIMARY KEY ("branch", "id")
);

-- CreateTable
CREATE TABLE "office" (
    "branch" TEXT NOT NULL,
    "id" INTEGER NOT NULL,
    "person" INTEGER NOT NULL,
    "office" TEXT NOT NULL,
    "from_at" TEXT NOT NULL,
    "until_at" TEXT,
    "given_by" INTEGER,
    "ended_by" INTEGER,
    "recommended_on" TEXT,

    PRIMARY KEY ("branch", "id")
);

-- CreateTable
CREATE TABLE "account" (
    "branch" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "person" INTEGER NOT NULL,
    "bound_at" TEXT NOT NULL,
    "sealed" BLOB NOT NULL,

    PRIMARY KEY ("branch", "channel", "account")
);

-- CreateTable
CREATE TABLE "group_chat" (
    "branch" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "chat" TEXT NOT NULL,

    PRIMARY KEY ("branch", "channel", "chat")
);

-- CreateTable
CREATE TABLE "claim_code" (
    "branch" TEXT NOT NULL,
    "person" INTEGER NOT NULL,
    "code_hash" TEXT NOT NULL,
    "used_at" TEXT,

    PRIMARY KEY ("branch", "person")
);

-- CreateTable
CREATE TABLE "activity" (
    "branch" TEXT NOT NULL,
    "id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "required" BOOLEAN NOT NULL,
    "topic" TEXT,
    "state" TEXT NOT NULL,
    "called_by" INTEGER NOT NULL,
    "called_at" TEXT NOT NULL,
    "closed_by" INTEGER,
    "closed_at" TEXT,
    "host" INTEGER,
    "sealed" BLOB NOT NULL,

    PRIMARY KEY ("branch", "id")
);

-- CreateTable
CREATE TABLE "attendance" (
    "branch" TEXT NOT NULL,
    "activity" INTEGER NOT NULL,
    "person" INTEGER NOT NULL,
    "due" BOOLEAN NOT NULL,
    "presence" TEXT NOT NULL,
    "source" TEXT,
    "recorded_by" INTEGER,
    "recorded_at" TEXT,

    PRIMARY KEY ("branch", "activity", "person")
);

-- CreateTable
CREATE TABLE "matter" (
    "branch" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "subject" INTEGER NOT NULL,
    "proposer" INTEGER NOT NULL,
    "opened_at" TEXT NOT NULL,
    "item" INTEGER,
    "grade" TEXT,
    "times" INTEGER,
    "points" INTEGER,
    "deed_on" TEXT,
    "activity" INTEGER,
    "corrects" INTEGER,
    "sealed" BLOB NOT NULL,

    PRIMARY KEY ("branch", "number")
);

-- CreateTable
CREATE TABLE "witness" (
    "branch" TEXT NOT NULL,
    "matter" INTEGER NOT NULL,
    "person" INTEGER NOT NULL,
    "named" BOOLEAN NOT NULL,
    "confirmed_at" TEXT,

    PRIMARY KEY ("branch", "matter", "person")
);

-- CreateTable
CREATE TABLE "material" (
    "branch" TEXT NOT NULL,
    "matter" INTEGER NOT NULL,
    "no" INTEGER NOT NULL,
    "given_by" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "file" INTEGER,
    "sealed" BLOB NOT NULL,

    PRIMARY KEY ("branch", "matter", "no")
);

-- CreateTable
CREATE TABLE "remark" (
    "branch" TEXT NOT NULL,
    "matter" INTEGER NOT NULL,
    "no" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "said_by" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    "sealed" BLOB NOT NULL,

    PRIMARY KEY ("branch", "matter", "no")
);

-- CreateTable
CREATE TABLE "ruling" (
    "branch" TEXT NOT NULL,
    "matter" INTEGER NOT NULL,
    "ruler" INTEGER NOT NULL,
    "decision" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "meeting_on" TEXT,
    "sealed" BLOB NOT NULL,

    PRIMARY KEY ("branch", "matter")
);

-- CreateTable
CREATE TABLE "ledger_entry" (
    "branch" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "member" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "deed_on" TEXT NOT NULL,
    "item" INTEGER NOT NULL,
    "grade" TEXT,
    "times" INTEGER NOT NULL,
    "side" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "matter" INTEGER NOT NULL,
    "ruler" INTEGER NOT NULL,
    "ruled_at" TEXT NOT NULL,
    "rulebook" TEXT NOT NULL,
    "reverses" INTEGER,
    "evidence" TEXT NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    PRIMARY KEY ("branch", "seq")
);

-- CreateTable
CREATE TABLE "notice" (
    "branch" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "period" INTEGER NOT NULL,
    "posted_at" TEXT NOT NULL,
    "posted_by" INTEGER,
    "text" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "entry_count" INTEGER NOT NULL,
    "head" TEXT NOT NULL,

    PRIMARY KEY ("branch", "number")
);

-- CreateTable
CREATE TABLE "hold" (
    "branch" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "period" INTEGER NOT NULL,
    "held_at" TEXT NOT NULL,
    "held_by" INTEGER NOT NULL,
    "released_at" TEXT,
    "sealed" BLOB NOT NULL,

    PRIMARY KEY ("branch", "year", "period")
);

-- CreateTable
CREATE TABLE "desk" (
    "branch" TEXT NOT NULL,
    "person" INTEGER NOT NULL,
    "shown" TEXT NOT NULL,
    "material_for" INTEGER,
    "material_until" TEXT,

    PRIMARY KEY ("branch", "person")
);

-- CreateTable
CREATE TABLE "file" (
    "branch" TEXT NOT NULL,
    "id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sealed" BLOB NOT NULL,

    PRIMARY KEY ("branch", "id")
);

-- CreateTable
CREATE TABLE "file_content" (
    "branch" TEXT NOT NULL,
    "id" INTEGER NOT NULL,
    "sealed" BLOB NOT NULL,

    PRIMARY KEY ("branch", "id")
);

-- CreateTable
CREATE TABLE "inbox" (
    "branch" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "message_id" TEXT NOT NULL,
    "at" TEXT NOT NULL,

    PRIMARY KEY ("branch", "channel", "message_id")
);

-- CreateTable
CREATE TABLE "outbox" (
    "branch" TEXT NOT NULL,
    "id" INTEGER NOT NULL,
    "channel" TEXT NOT NULL,
    "chat" TEXT NOT NULL,
    "chat_kind" TEXT NOT NULL,
    "person" INTEGER,
    "state" TEXT NOT NULL,
    "created_at" TEXT NOT NULL,
    "expires_at" TEXT,
    "sent_at" TEXT,
    "attempts" INTEGER NOT NULL,
    "sealed" BLOB NOT NULL,

    PRIMARY KEY ("branch", "id")
);

-- CreateTable
CREATE TABLE "audit" (
    "branch" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    "actor" INTEGER,
    "use_case" TEXT NOT NULL,
    "ids" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "message_id" TEXT NOT NULL,

    PRIMARY KEY ("branch", "seq")
);

-- CreateIndex
CREATE UNIQUE INDEX "branch_name_key" ON "branch"("name");

-- CreateIndex
CREATE INDEX "branch_next_due_idx" ON "branch"("next_due");

-- CreateIndex
CREATE INDEX "account_channel_account_idx" ON "account"("channel", "account");

-- CreateIndex
CREATE UNIQUE INDEX "group_chat_channel_chat_key" ON "group_chat"("channel", "chat");

-- CreateIndex
CREATE INDEX "ledger_entry_branch_year_member_points_idx" ON "ledger_entry"("branch", "year", "member", "points");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_entry_branch_reverses_key" ON "ledger_entry"("branch", "reverses");

-- CreateIndex
CREATE INDEX "outbox_state_idx" ON "outbox"("state");


