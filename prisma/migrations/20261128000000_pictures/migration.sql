-- AlterTable
ALTER TABLE "desk" ADD COLUMN "pictures_for" INTEGER;
