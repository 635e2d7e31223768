-- CreateTable
CREATE TABLE "offer" (
    "branch" TEXT NOT NULL,
    "person" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    "sealed" BLOB NOT NULL,

    PRIMARY KEY ("branch", "person")
);
