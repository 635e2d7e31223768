-- What the schema language cannot say. Created anew after every migration (src/store/migrate.ts), because a table
-- redefinition drops triggers. Each statement ends with a line that holds only "END;".

CREATE TRIGGER ledger_entry_no_update BEFORE UPDATE ON ledger_entry BEGIN
  SELECT RAISE(ABORT, 'ledger_entry is append-only');
END;
CREATE TRIGGER ledger_entry_no_delete BEFORE DELETE ON ledger_entry BEGIN
  SELECT RAISE(ABORT, 'ledger_entry is append-only');
END;
CREATE TRIGGER ledger_entry_in_order BEFORE INSERT ON ledger_entry
  WHEN NEW.seq <> (SELECT COALESCE(MAX(seq), 0) + 1 FROM ledger_entry WHERE branch = NEW.branch) BEGIN
  SELECT RAISE(ABORT, 'ledger_entry.seq must follow the last one');
END;
CREATE TRIGGER ledger_entry_side BEFORE INSERT ON ledger_entry
  WHEN NEW.side NOT IN ('bonus', 'deduction') OR NEW.points = 0
    OR (NEW.reverses IS NULL AND (NEW.side = 'bonus') <> (NEW.points > 0)) BEGIN
  SELECT RAISE(ABORT, 'ledger_entry: side and sign of points disagree');
END;
CREATE TRIGGER ledger_entry_reversal BEFORE INSERT ON ledger_entry
  WHEN NEW.reverses IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM ledger_entry e WHERE e.branch = NEW.branch AND e.seq = NEW.reverses AND e.reverses IS NULL
      AND e.member = NEW.member AND e.year = NEW.year AND e.side = NEW.side AND e.points = -NEW.points) BEGIN
  SELECT RAISE(ABORT, 'ledger_entry: a reversal mirrors one entry');
END;
CREATE TRIGGER ledger_entry_needs_ruling BEFORE INSERT ON ledger_entry
  WHEN NOT EXISTS (SELECT 1 FROM ruling r WHERE r.branch = NEW.branch AND r.matter = NEW.matter AND r.decision = 'confirmed' AND r.ruler = NEW.ruler) BEGIN
  SELECT RAISE(ABORT, 'ledger_entry: no confirming ruling');
END;
CREATE TRIGGER ledger_entry_not_by_subject BEFORE INSERT ON ledger_entry WHEN NEW.ruler = NEW.member BEGIN
  SELECT RAISE(ABORT, 'ledger_entry: nobody rules on himself');
END;
CREATE TRIGGER ruling_no_update BEFORE UPDATE ON ruling BEGIN
  SELECT RAISE(ABORT, 'ruling is append-only');
END;
CREATE TRIGGER ruling_no_delete BEFORE DELETE ON ruling BEGIN
  SELECT RAISE(ABORT, 'ruling is append-only');
END;
CREATE TRIGGER ruling_four_eyes BEFORE INSERT ON ruling
  WHEN EXISTS (SELECT 1 FROM matter m WHERE m.branch = NEW.branch AND m.number = NEW.matter AND NEW.ruler IN (m.subject, m.proposer))
    OR EXISTS (SELECT 1 FROM witness w WHERE w.branch = NEW.branch AND w.matter = NEW.matter AND w.person = NEW.ruler) BEGIN
  SELECT RAISE(ABORT, 'ruling: the ruler is subject, proposer or witness');
END;
CREATE TRIGGER notice_no_update BEFORE UPDATE ON notice BEGIN
  SELECT RAISE(ABORT, 'notice is append-only');
END;
CREATE TRIGGER notice_no_delete BEFORE DELETE ON notice BEGIN
  SELECT RAISE(ABORT, 'notice is append-only');
END;
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN
  SELECT RAISE(ABORT, 'audit is append-only');
END;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN
  SELECT RAISE(ABORT, 'audit is append-only');
END;
-- INSERT OR REPLACE deletes the old row without asking the triggers above.
CREATE TRIGGER ruling_no_replace BEFORE INSERT ON ruling
  WHEN EXISTS (SELECT 1 FROM ruling r WHERE r.branch = NEW.branch AND r.matter = NEW.matter) BEGIN
  SELECT RAISE(ABORT, 'ruling is append-only');
END;
CREATE TRIGGER notice_no_replace BEFORE INSERT ON notice
  WHEN EXISTS (SELECT 1 FROM notice n WHERE n.branch = NEW.branch AND n.number = NEW.number) BEGIN
  SELECT RAISE(ABORT, 'notice is append-only');
END;
CREATE TRIGGER audit_no_replace BEFORE INSERT ON audit
  WHEN EXISTS (SELECT 1 FROM audit a WHERE a.branch = NEW.branch AND a.seq = NEW.seq) BEGIN
  SELECT RAISE(ABORT, 'audit is append-only');
END;
-- The other append-only tables; their keys are taken once.
CREATE TRIGGER rulebook_no_update BEFORE UPDATE ON rulebook BEGIN
  SELECT RAISE(ABORT, 'rulebook is append-only');
END;
CREATE TRIGGER rulebook_no_delete BEFORE DELETE ON rulebook BEGIN
  SELECT RAISE(ABORT, 'rulebook is append-only');
END;
CREATE TRIGGER rulebook_no_replace BEFORE INSERT ON rulebook
  WHEN EXISTS (SELECT 1 FROM rulebook x WHERE x.branch = NEW.branch AND x.no = NEW.no) BEGIN
  SELECT RAISE(ABORT, 'rulebook is append-only');
END;
CREATE TRIGGER posting_no_update BEFORE UPDATE ON posting BEGIN
  SELECT RAISE(ABORT, 'posting is append-only');
END;
CREATE TRIGGER posting_no_delete BEFORE DELETE ON posting BEGIN
  SELECT RAISE(ABORT, 'posting is append-only');
END;
CREATE TRIGGER posting_no_replace BEFORE INSERT ON posting
  WHEN EXISTS (SELECT 1 FROM posting x WHERE x.branch = NEW.branch AND x.notice = NEW.notice) BEGIN
  SELECT RAISE(ABORT, 'posting is append-only');
END;
CREATE TRIGGER reading_no_update BEFORE UPDATE ON reading BEGIN
  SELECT RAISE(ABORT, 'reading is append-only');
END;
CREATE TRIGGER reading_no_delete BEFORE DELETE ON reading BEGIN
  SELECT RAISE(ABORT, 'reading is append-only');
END;
CREATE TRIGGER reading_no_replace BEFORE INSERT ON reading
  WHEN EXISTS (SELECT 1 FROM reading x WHERE x.branch = NEW.branch AND x.no = NEW.no) BEGIN
  SELECT RAISE(ABORT, 'reading is append-only');
END;
CREATE TRIGGER roster_change_no_update BEFORE UPDATE ON roster_change BEGIN
  SELECT RAISE(ABORT, 'roster_change is append-only');
END;
CREATE TRIGGER roster_change_no_delete BEFORE DELETE ON roster_change BEGIN
  SELECT RAISE(ABORT, 'roster_change is append-only');
END;
CREATE TRIGGER roster_change_no_replace BEFORE INSERT ON roster_change
  WHEN EXISTS (SELECT 1 FROM roster_change x WHERE x.branch = NEW.branch AND x.id = NEW.id) BEGIN
  SELECT RAISE(ABORT, 'roster_change is append-only');
END;
CREATE TRIGGER proxy_entry_no_update BEFORE UPDATE ON proxy_entry BEGIN
  SELECT RAISE(ABORT, 'proxy_entry is append-only');
END;
CREATE TRIGGER proxy_entry_no_delete BEFORE DELETE ON proxy_entry BEGIN
  SELECT RAISE(ABORT, 'proxy_entry is append-only');
END;
CREATE TRIGGER proxy_entry_no_replace BEFORE INSERT ON proxy_entry
  WHEN EXISTS (SELECT 1 FROM proxy_entry x WHERE x.branch = NEW.branch AND x.id = NEW.id) BEGIN
  SELECT RAISE(ABORT, 'proxy_entry is append-only');
END;
CREATE TRIGGER attendance_change_no_update BEFORE UPDATE ON attendance_change BEGIN
  SELECT RAISE(ABORT, 'attendance_change is append-only');
END;
CREATE TRIGGER attendance_change_no_delete BEFORE DELETE ON attendance_change BEGIN
  SELECT RAISE(ABORT, 'attendance_change is append-only');
END;
CREATE TRIGGER attendance_change_no_replace BEFORE INSERT ON attendance_change
  WHEN EXISTS (SELECT 1 FROM attendance_change x WHERE x.branch = NEW.branch AND x.activity = NEW.activity
    AND x.person = NEW.person AND x.no = NEW.no) BEGIN
  SELECT RAISE(ABORT, 'attendance_change is append-only');
END;
CREATE TRIGGER appraisal_voter_no_update BEFORE UPDATE ON appraisal_voter BEGIN
  SELECT RAISE(ABORT, 'appraisal_voter is append-only');
END;
CREATE TRIGGER appraisal_voter_no_delete BEFORE DELETE ON appraisal_voter BEGIN
  SELECT RAISE(ABORT, 'appraisal_voter is append-only');
END;
CREATE TRIGGER appraisal_voter_no_replace BEFORE INSERT ON appraisal_voter
  WHEN EXISTS (SELECT 1 FROM appraisal_voter x WHERE x.branch = NEW.branch AND x.year = NEW.year AND x.round = NEW.round AND x.voter = NEW.voter AND x.person = NEW.person) BEGIN
  SELECT RAISE(ABORT, 'appraisal_voter is append-only');
END;
CREATE TRIGGER year_step_no_update BEFORE UPDATE ON year_step BEGIN
  SELECT RAISE(ABORT, 'year_step is append-only');
END;
CREATE TRIGGER year_step_no_delete BEFORE DELETE ON year_step BEGIN
  SELECT RAISE(ABORT, 'year_step is append-only');
END;
CREATE TRIGGER year_step_no_replace BEFORE INSERT ON year_step
  WHEN EXISTS (SELECT 1 FROM year_step x WHERE x.branch = NEW.branch AND x.id = NEW.id) BEGIN
  SELECT RAISE(ABORT, 'year_step is append-only');
END;
CREATE TRIGGER year_record_no_update BEFORE UPDATE ON year_record BEGIN
  SELECT RAISE(ABORT, 'year_record is append-only');
END;
CREATE TRIGGER year_record_no_delete BEFORE DELETE ON year_record BEGIN
  SELECT RAISE(ABORT, 'year_record is append-only');
END;
CREATE TRIGGER year_record_no_replace BEFORE INSERT ON year_record
  WHEN EXISTS (SELECT 1 FROM year_record x WHERE x.branch = NEW.branch AND x.year = NEW.year AND x.person = NEW.person) BEGIN
  SELECT RAISE(ABORT, 'year_record is append-only');
END;
