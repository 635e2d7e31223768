import { strToU8, type Zippable } from 'fflate';
import type { PaperFile, PaperOrder } from '../../app/ports/papers.js';
import type { PaperInput } from '../input.js';
import { fileName } from '../paper-file.js';
import { renderXlsx } from '../xlsx/render.js';
import { packFiles } from '../zip.js';
import { recordOf } from './records.js';
import { archiveSchema, type Archive } from './schema.js';
import { archiveSheet } from './sheet.js';
import { yearOrQuarter } from '../../words/periods.js';

type ArchiveOrder = Extract<PaperOrder, { paper: 'cloudArchive' }>;

/**
 * One part of what is uploaded to the cloud platform: `activities.json`, `activities.xlsx` and the files of the
 * activities, in a self-contained .zip.
 */
export async function cloudArchive(order: ArchiveOrder, input: PaperInput): Promise<PaperFile> {
  const archive = contentOf(order, input);
  const files: Zippable = {
    'activities.json': strToU8(`${JSON.stringify(archive, null, 2)}\n`),
    'activities.xlsx': await renderXlsx([archiveSheet(archive)], input.today),
  };
  for (const [index, { files: numbers }] of order.contents.entries()) {
    const paths = archive.activities[index]?.files ?? [];
    for (const [place, number] of numbers.entries()) {
      const bytes = await input.content(number);
      const path = paths[place]?.path;
      if (bytes === undefined || path === undefined) throw new Error(`file ${number} has no content`);
      // Photos are compressed as they are.
      files[path] = [bytes, { level: 0 }];
    }
  }
  return { kind: 'file', name: archiveName(order, archive), bytes: packFiles(files, input.today) };
}

function contentOf({ period, contents, part, parts }: ArchiveOrder, input: PaperInput): Archive {
  return archiveSchema.parse({
    format: 'zhibu-activities',
    version: 1,
    branch: input.facts.branch.name,
    exportedOn: input.today,
    period,
    part: { number: part, of: parts },
    activities: contents.map((content) => recordOf(input, content)),
  });
}

/** 活动资料 2026年三季度 第1份共2份.zip, 活动资料 支部大会 2026-11-27.zip */
function archiveName(
  { period, contents, part, parts }: ArchiveOrder,
  { activities, exportedOn }: Archive,
): string {
  const [first] = activities;
  const single = first !== undefined && new Set(contents.map(({ activity }) => activity)).size === 1;
  const subject =
    period !== null
      ? yearOrQuarter({ year: period.year, quarter: period.quarter })
      : single
        ? `${first.kindTitle} ${first.date}`
        : `截至${exportedOn}`;
  return `${fileName(`活动资料 ${subject}${parts > 1 ? ` 第${part}份共${parts}份` : ''}`)}.zip`;
}
