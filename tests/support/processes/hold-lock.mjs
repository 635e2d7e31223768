/** A process of its own that holds the write lock: `hold-lock.mjs FILE MILLISECONDS`. */
import Database from 'libsql';

const [file, milliseconds] = process.argv.slice(2);
const db = new Database(file);
db.exec('PRAGMA busy_timeout = 5000');
db.exec('BEGIN IMMEDIATE');
process.send('held');
setTimeout(() => {
  db.exec('COMMIT');
  db.close();
  process.disconnect();
}, Number(milliseconds));
