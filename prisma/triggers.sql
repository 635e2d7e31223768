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
