import type { Facts } from '../../domain/branch/facts.js';
import type { Person } from '../../domain/roster/rows.js';
import type { Rulebook } from '../../domain/rulebook/schema.js';
import type { Days } from '../../domain/period/civil.js';
import type { Block } from '../document.js';

/** What a report is made of. */
export interface ReportInput {
  readonly facts: Facts;
  /** Of the year that is reported. */
  readonly rulebook: Rulebook;
  readonly today: string;
  /** As far as it has come. */
  readonly period: Days;
  readonly ended: boolean;
  /** Members of the branch now who belonged to it in the period: every number counts these. */
  readonly members: readonly Person[];
}

/**
 * One subject of a report: its tables, findings and open tasks. Each sentence comes with the
 * table that it is computed from, so that it has no number of its own.
 */
export interface Part {
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly analysis: readonly string[];
  readonly open: readonly string[];
}
